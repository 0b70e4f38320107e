import { isClientType, type ResourceType } from '../fhir/record-archive.ts';
import { clientOfId, personOfId } from '../fhir/resource-id.ts';
import type { Chart, Shown } from './chart.ts';
import { earliest, meets } from './date-condition.ts';
import type { PageCursor } from './page-cursor.ts';
import { searchedPeriod } from './searched-period.ts';
import { searchedStatus } from './search-parameters.ts';
import type { SearchQuery } from './search-query.ts';
import { stampedText, type WrittenOut } from './stamped-text.ts';

export interface Found {
  client: number;
  place: number;
  shown: Shown;
}

export interface SearchPage {
  resources: WrittenOut[];
  next: PageCursor | null;
  total: number | null;
}

/** Every match at the cursor's instant from there on, client by client. */
export function* matches(
  chart: Chart,
  type: ResourceType,
  query: SearchQuery,
  from: PageCursor,
): Generator<Found> {
  const persons = query.patients && new Set(query.patients.map(personOfId));
  for (const client of clientsToLookAt(chart, type, query, from.instant)) {
    if (client < from.client) continue;
    const records = chart.archive.records(type, client);
    let place = client === from.client ? from.place : 0;
    for (; place < records.length; place++) {
      const record = records[place];
      if (query.ids && !query.ids.includes(record.id)) continue;
      if (persons && !record.sharedBy && !persons.has(personOfId(record.id))) continue;
      const shown = chart.shown(type, record, from.instant);
      if (persons && record.sharedBy && !(shown && isOfOne(shown, query.patients))) continue;
      if (shown && isMatch(query, shown)) yield { client, place, shown };
    }
  }
}

/** One page, in the order that costs least: by client. */
export function searchPage(
  chart: Chart,
  type: ResourceType,
  query: SearchQuery,
  from: PageCursor,
): SearchPage {
  const resources: WrittenOut[] = [];
  let next: PageCursor | null = null;
  for (const { client, place, shown } of matches(chart, type, query, from)) {
    if (resources.length === query.count) {
      next = { instant: from.instant, client, place };
      break;
    }
    resources.push({ id: shown.id, text: stampedText(shown) });
  }
  const first = from.client === 0 && from.place === 0;
  return { resources, next, total: first && !next ? resources.length : null };
}

/** How many match, without making any of them. */
export function matchCount(
  chart: Chart,
  type: ResourceType,
  query: SearchQuery,
  instant: number,
): number {
  let count = 0;
  const all = matches(chart, type, query, { instant, client: 0, place: 0 });
  while (!all.next().done) count++;
  return count;
}

/** A booking of several is found by each client who is on it. */
function isOfOne(shown: Shown, patients: string[] | null): boolean {
  const content = shown.content();
  if (content.resourceType !== 'Appointment') return false;
  return content.participant.some(({ actor }) =>
    patients?.some((id) => actor?.reference === `Patient/${id}`),
  );
}

function isMatch({ lastUpdated, statuses, dates }: SearchQuery, shown: Shown): boolean {
  const changed = { from: shown.lastUpdated, until: shown.lastUpdated + 1 };
  if (!lastUpdated.every((condition) => meets(condition, changed))) return false;
  if (!statuses && dates.length === 0) return true;
  const content = shown.content();
  if (statuses && !statuses.includes(searchedStatus(content) ?? '')) return false;
  if (dates.length === 0) return true;
  const period = searchedPeriod(content);
  return period !== null && dates.every((condition) => meets(condition, period));
}

function* clientsToLookAt(
  chart: Chart,
  type: ResourceType,
  query: SearchQuery,
  instant: number,
): Generator<number> {
  if (!isClientType(type)) {
    yield 0;
    return;
  }
  const { ids, patients, lastUpdated, dates } = query;
  const named = patients?.map(clientOfId) ?? ids?.map(clientOfId);
  if (named) {
    const clients = new Set(named.filter((client) => client !== null));
    if (type === 'Appointment' && patients) {
      for (const client of [...clients]) {
        for (const one of chart.archive.companionsOf(client)) clients.add(one);
      }
    }
    yield* [...clients].sort((one, other) => one - other);
    return;
  }
  // Past stays are finished: of whom nothing more is written has no other episode.
  const current = type === 'EpisodeOfCare' && query.statuses?.includes('finished') === false;
  const since = earliest(lastUpdated);
  const written = Math.max(since, current ? instant : -Infinity);
  // What is still open reaches past every date, so whoever is in treatment is always looked at.
  const dated = Math.min(earliest(dates), instant);
  const { archive, journal } = chart;
  const touched = new Set([...journal.ids()].map(clientOfId));
  for (let client = 0; client < archive.census.clientCount; client++) {
    if (touched.has(client)) yield client;
    else if (archive.writtenUntil(client) >= written && archive.datedUntil(client) >= dated) {
      if (since === -Infinity || archive.changesBetween(type, client, since, instant)) yield client;
    }
  }
}
