import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { CaseloadColumnId } from '#domain/caseload/caseload-export.contract';

type Order = (a: CaseloadLine, b: CaseloadLine) => number;

export interface CaseloadColumn {
  id: CaseloadColumnId;
  head: string;
  /** Lighter words after the head. */
  unit?: string;
  right?: boolean;
  /** In pixels; the reasons take what the others leave. */
  width: number;
  /** A drawing: never beside the name on a phone. */
  drawn?: boolean;
  /** Shown only where somebody chose it. */
  extra?: boolean;
  /** Fields of a line that are shown here: a change of one tints the cell. */
  fields: readonly (keyof CaseloadLine)[];
  /** Ascending; a column without one cannot be sorted by. */
  order?: Order;
}

/** What is not known stands last in either direction of the reading eye: it is no small number. */
const by =
  (read: (line: CaseloadLine) => number | string | null | undefined): Order =>
  (a, b) => {
    const [x, y] = [read(a) ?? null, read(b) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y);
  };

export const CASELOAD_COLUMNS: readonly CaseloadColumn[] = [
  {
    id: 'client',
    head: 'Client',
    width: 117,
    fields: ['familyName', 'givenName'],
    order: by((line) => `${line.familyName} ${line.givenName}`),
  },
  {
    id: 'why',
    head: 'Why listed here',
    width: 250,
    fields: ['flags', 'urgency', 'onHold', 'inferred', 'missFacts'],
  },
  {
    id: 'hours',
    head: 'Hours this week',
    width: 192,
    drawn: true,
    unit: 'of prescribed',
    fields: ['hours'],
    order: by((line) => line.hours.missing),
  },
  { id: 'strip', head: 'Four weeks', width: 167, drawn: true, fields: ['strip'] },
  {
    id: 'attended',
    head: 'Attended',
    width: 76,
    right: true,
    fields: ['attendance'],
    order: by((line) => line.attendance.value),
  },
  {
    id: 'seen',
    head: 'Last seen',
    width: 58,
    right: true,
    fields: ['lastSeenAt', 'daysSinceSeen'],
    order: by((line) => line.daysSinceSeen),
  },
  {
    id: 'next',
    head: 'Next session',
    width: 124,
    fields: ['next'],
    order: by((line) => line.next?.startsAt),
  },
  {
    id: 'level',
    head: 'Level, track',
    width: 104,
    fields: ['level', 'track', 'phase', 'program'],
    order: by((line) => line.level?.code),
  },
  {
    id: 'week',
    head: 'Week',
    width: 36,
    right: true,
    fields: ['week', 'plannedWeeks'],
    order: by((line) => line.week),
  },
  {
    id: 'counselor',
    head: 'Counselor',
    width: 116,
    extra: true,
    fields: ['counselor'],
    order: by((line) => line.counselor?.name),
  },
  {
    id: 'program',
    head: 'Program',
    width: 124,
    extra: true,
    fields: ['program', 'site'],
    order: by((line) => line.program),
  },
];
