import type { CaseloadLine } from '#domain/caseload/caseload.contract';

type Order = (a: CaseloadLine, b: CaseloadLine) => number;

export interface CaseloadColumn {
  id: 'client' | 'why' | 'hours' | 'strip' | 'attended' | 'seen' | 'next' | 'level' | 'week';
  head: string;
  /** Lighter words after the head. */
  unit?: string;
  right?: boolean;
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
    fields: ['familyName', 'givenName'],
    order: by((line) => `${line.familyName} ${line.givenName}`),
  },
  { id: 'why', head: 'Why listed here', fields: ['flags', 'urgency', 'onHold', 'inferred'] },
  {
    id: 'hours',
    head: 'Hours this week',
    unit: 'of prescribed',
    fields: ['hours'],
    order: by((line) => line.hours.missing),
  },
  { id: 'strip', head: 'Four weeks', fields: ['strip'] },
  {
    id: 'attended',
    head: 'Attended',
    right: true,
    fields: ['attendance'],
    order: by((line) => line.attendance.value),
  },
  {
    id: 'seen',
    head: 'Last seen',
    right: true,
    fields: ['lastSeenAt', 'daysSinceSeen'],
    order: by((line) => line.daysSinceSeen),
  },
  {
    id: 'next',
    head: 'Next session',
    fields: ['next'],
    order: by((line) => line.next?.startsAt),
  },
  {
    id: 'level',
    head: 'Level, track',
    fields: ['level', 'track', 'phase', 'program'],
    order: by((line) => line.level?.code),
  },
  {
    id: 'week',
    head: 'Week',
    right: true,
    fields: ['week', 'plannedWeeks'],
    order: by((line) => line.week),
  },
];
