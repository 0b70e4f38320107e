import type { CareTeam, CareTeamParticipant } from 'fhir/r4';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, type Ref, type Translation } from './translation.ts';

export interface TeamFacts {
  name: string;
  members: { staff: Ref; supervises: boolean }[];
}

/** A team of staff under a supervisor. A client's own care team is set aside: nothing reads it yet. */
export function translateCareTeam(team: CareTeam): Translation<TeamFacts> {
  if (team.status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (team.subject) return { setAside: 'Care team of one client' };
  const members = new Map<string, TeamFacts['members'][number]>();
  for (const participant of team.participant ?? []) {
    const staff = refOf(participant.member, 'Practitioner');
    if (!staff) continue;
    const supervises = members.get(staff.id)?.supervises || isSupervisor(participant);
    members.set(staff.id, { staff, supervises });
  }
  return { use: { name: team.name ?? 'Unnamed team', members: [...members.values()] } };
}

// No code system that servers share names a clinical supervisor, so the role's words decide.
const isSupervisor = ({ role }: CareTeamParticipant): boolean =>
  (role ?? []).some(({ text, coding }) =>
    [text, ...(coding ?? []).map(({ display }) => display)].some((words) =>
      /supervis/i.test(words ?? ''),
    ),
  );
