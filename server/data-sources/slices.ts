import { READ_TYPES, type ReadType } from './translators.ts';

/** A part of a first read: one search, whose pages are read to the end. */
export interface Slice {
  name: string;
  type: ReadType;
  parameters: Record<string, string>;
  /** What a caseload needs comes first; the years behind it follow. */
  history: boolean;
}

/** Small enough that a page of the dashboard need not wait long for the embedded database. */
export const PAGE_SIZE = '250';
/** Before anybody can wait for a page, larger ones are taken in faster. */
const FIRST_PAGE_SIZE = '1000';
const RECENT_DAYS = 42;

/** The parts of a first read that starts at `now`, in order. */
export function slicesOf(now: Date): Slice[] {
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const current: Partial<Record<ReadType, Record<string, string>>> = {
    EpisodeOfCare: { status: 'active,onhold' },
    CarePlan: { status: 'active' },
    Appointment: { date: `ge${since}` },
    Encounter: { date: `ge${since}` },
  };
  // What is read again is known by its version, and counts once.
  const past: Partial<Record<ReadType, Record<string, string>>> = {
    EpisodeOfCare: {},
    CarePlan: {},
    Appointment: { date: `lt${since}` },
    Encounter: { date: `lt${since}` },
  };
  const slice = (type: ReadType, parameters: Record<string, string>, history: boolean): Slice => ({
    name: `${type} ${history ? 'history' : 'current'}`,
    type,
    parameters: { ...parameters, _count: history ? PAGE_SIZE : FIRST_PAGE_SIZE },
    history,
  });
  return [
    ...READ_TYPES.map((type) => slice(type, current[type] ?? {}, false)),
    ...READ_TYPES.flatMap((type) => (past[type] ? [slice(type, past[type], true)] : [])),
  ];
}
