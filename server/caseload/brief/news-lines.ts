import type { NewsKind, NewsLine } from '#domain/caseload/brief.contract';
import { type NewsSession, sessionNews } from '#domain/caseload/session-news';
import { isMissed } from '#domain/attendance/attendance-status';
import type { CaseloadEntry } from '../caseload-lines.ts';
import type { RecordNews } from './record-news.queries.ts';

/** What there is of one kind of one client. */
interface Item {
  kind: NewsKind;
  entry: CaseloadEntry;
  count: number;
  detail: string;
  /** How much of it asks for more, by the word that says why. */
  noted: Record<string, number>;
}

const GRAVEST_FIRST: readonly NewsKind[] = [
  'missed',
  'back',
  'cancelled',
  'assigned',
  'moved',
  'scores',
  'tests',
  'recorded-late',
  'not-recorded',
];

/** The lines of 'since I was last here': only kinds of which there is something. */
export function newsLines(
  entries: readonly CaseloadEntry[],
  sessions: ReadonlyMap<string, readonly NewsSession[]>,
  records: ReadonlyMap<string, RecordNews>,
  since: Date,
  asOf: Date,
): NewsLine[] {
  const items = entries.flatMap((entry) => [
    ...ofSessions(entry, sessions.get(entry.line.clientId) ?? [], since, asOf),
    ...ofRecord(entry, records.get(entry.line.episodeId)),
    ...notRecorded(entry),
  ]);
  return GRAVEST_FIRST.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    return [
      {
        kind,
        count: own.reduce((sum, { count }) => sum + count, 0),
        note: noteOf(own),
        clients: own.map(({ entry: { line }, detail }) => ({
          clientId: line.clientId,
          familyName: line.familyName,
          givenName: line.givenName,
          detail,
        })),
      },
    ];
  });
}

function ofSessions(
  entry: CaseloadEntry,
  sessions: readonly NewsSession[],
  since: Date,
  asOf: Date,
): Item[] {
  const news = sessionNews(sessions, since.getTime(), asOf.getTime());
  return [...Map.groupBy(news, ({ kind }) => kind)].map(([kind, found]) => {
    const having = (is: (session: NewsSession) => boolean) =>
      found.filter(({ session }) => is(session)).length;
    const noted: Item['noted'] =
      kind === 'cancelled'
        ? {
            'by program': having(({ status }) => status === 'program-cancelled'),
            'reason not recorded': having(({ status }) => status === 'cancelled-unknown'),
          }
        : kind === 'recorded-late'
          ? { missed: having(({ status }) => isMissed(status)) }
          : {};
    return { kind, entry, count: found.length, detail: times(found.length), noted };
  });
}

function ofRecord(entry: CaseloadEntry, news: RecordNews | undefined): Item[] {
  if (!news) return [];
  const { assigned, moved, scores, specimens } = news;
  const items: Item[] = [];
  const add = (kind: NewsKind, count: number, detail: string, noted: Item['noted'] = {}) =>
    items.push({ kind, entry, count, detail, noted });
  if (assigned) add('assigned', 1, assigned, { 'handed over': Number(assigned === 'handed over') });
  if (moved) add('moved', 1, moved);
  const { worse, better } = scores;
  if (scores.count > 0) add('scores', scores.count, times(scores.count), { worse, better });
  const { unexpected } = specimens;
  if (specimens.count > 0)
    add('tests', specimens.count, unexpected > 0 ? 'unexpected' : '', { unexpected });
  return items;
}

/** Whatever the moment: what nobody recorded stays open until somebody does. */
function notRecorded(entry: CaseloadEntry): Item[] {
  const flag = entry.line.flags.find(({ rule }) => rule === 'not-recorded');
  if (!flag) return [];
  const detail = flag.evidence;
  return [{ kind: 'not-recorded', entry, count: flag.value, detail, noted: {} }];
}

const times = (count: number): string => (count > 1 ? `${count}` : '');

/** '1 worse, 2 better'. */
function noteOf(items: readonly Item[]): string {
  const sums = new Map<string, number>();
  for (const { noted } of items)
    for (const [word, count] of Object.entries(noted))
      sums.set(word, (sums.get(word) ?? 0) + count);
  return [...sums]
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
}
