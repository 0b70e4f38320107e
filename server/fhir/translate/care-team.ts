import type { CareTeam, CareTeamParticipant } from 'fhir/r4';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, type Ref, type Translation } from './translation.ts';

export interface TeamFacts {
  /** Whose own care team it is; `null` for a team of staff. */
  client: Ref | null;
  /** Of a client's care team: the one counselor it names. */
  counselor: Ref | null;
  name: string;
  /** Of a team of staff. */
  members: { staff: Ref; supervises: boolean }[];
}

/** A team of staff under a supervisor, or the people around one client. */
export function translateCareTeam(team: CareTeam): Translation<TeamFacts> {
  if (team.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const name = team.name ?? 'Unnamed team';
  if (!team.subject)
    return { use: { client: null, counselor: null, name, members: membersOf(team) } };
  const client = refOf(team.subject, 'Patient');
  const counselor = counselorOf(team);
  if (!client) return { setAside: 'Care team of a group' };
  if (!counselor) return { setAside: 'Care team of one client that names no one counselor' };
  return { use: { client, counselor, name, members: [] } };
}

function membersOf(team: CareTeam): TeamFacts['members'] {
  const members = new Map<string, TeamFacts['members'][number]>();
  for (const participant of team.participant ?? []) {
    const staff = refOf(participant.member, 'Practitioner');
    if (!staff) continue;
    const supervises = members.get(staff.id)?.supervises || isSupervisor(participant);
    members.set(staff.id, { staff, supervises });
  }
  return [...members.values()];
}

/** Of the staff in it, as far as it still holds, the only one, or the only one whose role says so. */
function counselorOf({ status, participant }: CareTeam): Ref | null {
  if (status !== undefined && status !== 'active') return null;
  const present = (participant ?? []).filter(({ period }) => !period?.end);
  return (
    onlyOneOf(present) ?? onlyOneOf(present.filter((participant) => has(participant, /counsel/i)))
  );
}

function onlyOneOf(participants: readonly CareTeamParticipant[]): Ref | null {
  const staff = participants.flatMap(({ member }) => refOf(member, 'Practitioner') ?? []);
  const [first] = staff;
  return first && staff.every(({ id }) => id === first.id) ? first : null;
}

const isSupervisor = (participant: CareTeamParticipant): boolean => has(participant, /supervis/i);

// No code system that servers share names a clinical supervisor or a counselor: the role's words decide.
const has = ({ role }: CareTeamParticipant, words: RegExp): boolean =>
  (role ?? []).some(({ text, coding }) =>
    [text, ...(coding ?? []).map(({ display }) => display)].some((one) => words.test(one ?? '')),
  );
