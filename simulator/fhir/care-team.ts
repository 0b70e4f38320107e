import type { CareTeam, CareTeamParticipant } from 'fhir/r4';
import type { Clinic } from '../model/clinic.ts';
import type { StaffMember } from '../model/staff-member.ts';
import { permanent } from './permanent.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

/** The teams of the staff: who works with whom, under which supervisor. */
export function careTeams({ teams }: Clinic): Recorded<CareTeam>[] {
  return teams.map((team) =>
    permanent<CareTeam>({
      resourceType: 'CareTeam',
      id: resourceId.team(team),
      status: 'active',
      name: team.name,
      participant: [team.supervisor, ...team.counselors].map(participant),
      managingOrganization: [{ reference: `Organization/${resourceId.provider}` }],
    }),
  );
}

function participant(member: StaffMember): CareTeamParticipant {
  return {
    role: [{ text: member.role }],
    member: {
      reference: `Practitioner/${resourceId.staff(member)}`,
      display: `${member.given} ${member.family}`,
    },
  };
}
