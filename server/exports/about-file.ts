import type { Reader } from '../database/reader.ts';
import type { Table } from './table.ts';

/** 42 CFR 2.32(a)(2), the short statement. */
const NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

/** Who took a file, and when. */
export interface Exported {
  by: string;
  at: string;
  /** Counts of few people are left out: not in a counselor's own list. */
  suppressed: boolean;
}

export const exportedBy = ({ name, role }: Reader, now: Date): Exported => ({
  by: name,
  at: now.toISOString(),
  suppressed: role !== 'counselor',
});

/** What stands above every file that leaves: what it is and of whom, who took it, and the notice. */
export const aboutFile = (
  what: readonly string[],
  { by, at, suppressed }: Exported,
  { incomplete }: { incomplete: boolean },
): string[] => [
  ...what,
  `Exported by ${by}, ${at}`,
  ...(suppressed
    ? ['Counts from 1 to 10, and what they could be worked out from, are left out.']
    : []),
  ...(incomplete ? ['Years of history are still being read: figures may grow.'] : []),
  NOTICE,
];

/** The same on a sheet of its own. */
export const aboutTable = (about: readonly string[]): Table => ({
  name: 'About',
  head: ['About this export'],
  rows: about.map((line) => [line]),
});
