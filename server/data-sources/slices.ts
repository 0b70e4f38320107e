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
const RECENT_DAYS = 42;
const DATED: readonly ReadType[] = ['Appointment', 'Encounter'];

/** The parts of a first read that starts at `now`, in order. */
export function slicesOf(now: Date): Slice[] {
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const slice = (type: ReadType, part: string, parameters: Record<string, string>): Slice => ({
    name: part ? `${type} ${part}` : type,
    type,
    parameters: { ...parameters, _count: PAGE_SIZE },
    history: part === 'history',
  });
  return [
    ...READ_TYPES.filter((type) => !DATED.includes(type)).map((type) => slice(type, '', {})),
    ...DATED.map((type) => slice(type, 'recent', { date: `ge${since}` })),
    ...DATED.map((type) => slice(type, 'history', { date: `lt${since}` })),
  ];
}
