import type { Role } from '#domain/access/access.contract';
import type { MeasureQuery, Split } from '#domain/measures/measures.contract';
import type { TrendQuestion } from '../state/trend.actions';

/** What the address says; all of the page's state is there. */
export interface TrendAddress {
  measure?: string | undefined;
  by?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  asOf?: string | undefined;
  split?: string | undefined;
  site?: string | undefined;
  program?: string | undefined;
  track?: string | undefined;
  kind?: string | undefined;
  level?: string | undefined;
}

export const DEFAULT_MEASURE = 'attendance-sessions';
/** In the address where somebody chose not to compare. */
export const NO_SPLIT = 'none';
export const SPLITS: readonly { value: Split; label: string; plural: string }[] = [
  { value: 'site', label: 'Site', plural: 'sites' },
  { value: 'program', label: 'Program', plural: 'programs' },
  { value: 'kind', label: 'Kind of session', plural: 'kinds of session' },
  { value: 'track', label: 'Track', plural: 'tracks' },
  { value: 'weekday', label: 'Weekday', plural: 'weekdays' },
  { value: 'time', label: 'Time of day', plural: 'times of day' },
  { value: 'level', label: 'Level of care', plural: 'levels of care' },
];

/** Without dates the server takes the last 26 weeks. */
export function questionOf(address: TrendAddress, role: Role | undefined): TrendQuestion {
  const { measure, by, split, ...scope } = address;
  const chosen = splitOf(split, role);
  const query = { by: by === 'month' ? 'month' : 'week', split: chosen, ...scope };
  return { measure: measure || DEFAULT_MEASURE, query: withoutEmpty(query) };
}

/** A director compares sites from the start; others when they ask for it. */
export function splitOf(split: string | undefined, role: Role | undefined): Split | undefined {
  const wanted = split ?? (role === 'director' ? 'site' : NO_SPLIT);
  return SPLITS.find(({ value }) => value === wanted)?.value;
}

const withoutEmpty = (query: Record<string, string | undefined>): MeasureQuery =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value));
