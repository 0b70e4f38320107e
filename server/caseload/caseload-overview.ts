import type { CaseloadCount, CaseloadOverview } from '#domain/caseload/caseload.contract';
import { clientsAttendance } from '#domain/measures/attendance-figure';
import type { SafetyTasks } from '#domain/outreach/safety.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { CaseloadEntry } from './caseload-lines.ts';
import type { CaseloadRow } from './caseload-rows.queries.ts';

type SafetyTask = Pick<SafetyTasks['open'][number], 'clientId' | 'escalated' | 'acknowledged'>;

interface Group {
  id: string | null;
  name: string;
  within: string | null;
}

/** Counts of active clients by counselor or by program, in the order of the alphabet: no ranking, no names. */
export function overviewOf(
  entries: readonly CaseloadEntry[],
  by: CaseloadOverview['by'],
  asOf: Date,
  { caseloadCapacity }: ProgramDefaults,
  safetyTasks: readonly SafetyTask[],
): CaseloadOverview {
  const groups = new Map<string, { group: Group; lines: CaseloadEntry[] }>();
  for (const line of entries) {
    const group = by === 'program' ? programOf(line.row) : counselorOf(line.row);
    const known = groups.get(group.id ?? '') ?? { group, lines: [] };
    known.lines.push(line);
    groups.set(group.id ?? '', known);
  }
  const counts = [...groups.values()]
    .map(({ group, lines }) => countOf(group, lines, safetyTasks))
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
  return {
    asOf: asOf.toISOString(),
    by,
    capacity: caseloadCapacity,
    counts,
    total: countOf({ id: null, name: 'All', within: null }, entries, safetyTasks),
  };
}

const programOf = (row: CaseloadRow): Group => ({
  id: row.programId,
  name: row.program ?? 'Program not known',
  within: row.site,
});

const counselorOf = (row: CaseloadRow): Group => ({
  id: row.counselorId,
  name: row.counselorId ? (row.counselor ?? '') : 'Without a counselor',
  within: row.counselorId ? row.teamName : null,
});

/** By site, then name; who has none comes last. */
const orderOf = ({ id, within, name }: CaseloadCount) =>
  `${id === null ? '2' : '1'} ${within ?? ''} ${name}`;

function countOf(
  group: Group,
  lines: readonly CaseloadEntry[],
  safetyTasks: readonly SafetyTask[],
): CaseloadCount {
  const clients = new Set(lines.map(({ line }) => line.clientId));
  const ofThem = safetyTasks.filter(({ clientId }) => clients.has(clientId));
  const having = (rule: string) =>
    lines.filter(({ line }) => line.flags.some((flag) => flag.rule === rule)).length;
  return {
    ...group,
    active: lines.length,
    onHold: lines.filter(({ line }) => line.onHold).length,
    actToday: lines.filter(({ line }) => line.urgency === 'act-today').length,
    safetyTasks: ofThem.length,
    safetyNotAcknowledged: ofThem.filter(
      ({ escalated, acknowledged }) => escalated && acknowledged === null,
    ).length,
    notSeen: having('not-seen'),
    consecutiveMisses: having('consecutive-misses'),
    notRecorded: having('not-recorded'),
    withoutCounselor: lines.filter(({ line }) => line.counselor === null).length,
    attendance: clientsAttendance(lines.map(({ counts }) => counts)),
  };
}
