import type { CarePlan } from 'fhir/r4';
import type { ComparedValues, ValuesByName } from '../../compared-values.ts';
import type { OwnPlanEntry } from '../../own-entries/own-entries.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Attendance } from '../attendance.ts';
import type { ClinicalRecord } from '../clinical-record.ts';
import type { KnownEpisode } from '../known-episode.ts';
import { recordNews } from './record-news.ts';
import { sessionNews } from './session-news.ts';

/** One client, and from when to when something is new of them. */
export interface NewsFacts {
  recordNumber: string;
  episode: KnownEpisode;
  record: ClinicalRecord;
  plans: readonly CarePlan[];
  plansWritten: readonly OwnPlanEntry[];
  sessions: readonly Attendance[];
  timeZone: string;
  since: number;
  asOf: number;
  /** Sessions of the line that nobody recorded. */
  unrecorded: number;
}

/** What there is of one kind of one client, and how much of it asks for more. */
export interface NewsItem {
  kind: string;
  count: number;
  detail: string;
  noted: Record<string, number>;
}

/** By kind: how much, of whom, and what of it asks for more. */
export function newsValues(clients: readonly NewsFacts[], records: ClinicRecords): ValuesByName {
  const items = clients.flatMap((facts) =>
    itemsOf(facts, records).map((item) => ({ ...item, recordNumber: facts.recordNumber })),
  );
  const kinds = Map.groupBy(items, ({ kind }) => kind);
  return new Map([...kinds].map(([kind, own]) => [`news ${kind}`, valuesOf(own)]));
}

function itemsOf(facts: NewsFacts, records: ClinicRecords): NewsItem[] {
  const { unrecorded } = facts;
  const open = { kind: 'not-recorded', count: unrecorded, detail: '', noted: {} };
  return [
    ...sessionNews(facts, records),
    ...recordNews(facts, records),
    ...(unrecorded > 0 ? [open] : []),
  ];
}

function valuesOf(items: readonly (NewsItem & { recordNumber: string })[]): ComparedValues {
  const noted = new Map<string, number>();
  for (const item of items)
    for (const [word, count] of Object.entries(item.noted))
      noted.set(word, (noted.get(word) ?? 0) + count);
  return {
    count: items.reduce((sum, { count }) => sum + count, 0),
    note: [...noted]
      .filter(([, count]) => count > 0)
      .map(([word, count]) => `${count} ${word}`)
      .join(', '),
    clients: items
      .map(({ recordNumber, detail }) => `${recordNumber} ${detail}`.trim())
      .sort()
      .join(' | '),
  };
}

export const countInWords = (count: number): string => (count > 1 ? `${count}` : '');
