import { localTime } from '#domain/calendar/calendar-day';
import type { CaseloadBrief } from '#domain/caseload/brief.contract';
import { lastHere } from '#domain/caseload/last-here';
import { OWN_TIME_ZONE } from '../../attendance/sites.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { rulesOf } from '../../settings/rules.ts';
import { findCaseloadLines } from '../caseload-lines.ts';
import { briefHours } from './brief-hours.ts';
import { briefToDo } from './brief-to-do.ts';
import { newsLines } from './news-lines.ts';
import { findNewsSessions } from './news-sessions.queries.ts';
import { findRecordNews } from './record-news.queries.ts';
import { findTodaysSessions } from './todays-sessions.queries.ts';

export interface BriefAsked {
  counselor: string;
  asOf: Date;
  /** `null`: since the end of the last working day. */
  since: Date | null;
}

/** What a counselor reads before the list, made of the same lines. */
export async function findCaseloadBrief(
  scoped: Scoped,
  reader: Reader,
  { counselor, asOf, since: chosen }: BriefAsked,
): Promise<CaseloadBrief> {
  const isOwn = counselor === reader.staffId;
  const entries = await findCaseloadLines(scoped, reader, { counselor }, asOf);
  const timeZone = entries[0]?.row.timeZone ?? OWN_TIME_ZONE;
  const rules = await rulesOf(scoped, reader.organizationId);
  const since = chosen ?? new Date(lastHere(asOf.getTime(), timeZone, rules.at(asOf)));
  const rows = entries.map(({ row }) => row);
  const clientIds = rows.map(({ clientId }) => clientId);
  const sinceDay = localTime(since.getTime(), timeZone).day;
  const sessions = await findNewsSessions(scoped, reader, clientIds, since, asOf, rules.at(asOf));
  const records = await findRecordNews(scoped, reader, rows, sinceDay, since, asOf);
  return {
    asOf: asOf.toISOString(),
    since: since.toISOString(),
    timeZone,
    news: newsLines(entries, sessions, records, since, asOf),
    hours: await briefHours(scoped, reader, entries, asOf, rules),
    today: isOwn ? await findTodaysSessions(scoped, reader, asOf) : null,
    toDo: isOwn ? await briefToDo(scoped, reader, asOf) : null,
  };
}
