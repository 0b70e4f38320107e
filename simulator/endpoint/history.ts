import { isClientType, type ResourceType } from '../fhir/record-archive.ts';
import { Recent } from '../fhir/recent.ts';
import { clientOfId } from '../fhir/resource-id.ts';
import type { Chart, HistoryStep } from './chart.ts';
import type { PageCursor } from './page-cursor.ts';

export interface HistoryQuery {
  /** Steps before this instant are left out. */
  since: number;
  count: number;
}

export interface HistoryPage {
  steps: HistoryStep[];
  total: number;
  next: PageCursor | null;
}

interface Steps {
  clients: Int32Array;
  places: Int32Array;
  versions: Int32Array;
}

const LISTS_KEPT = 4;

/** What happened to the resources of a type, newest first: found once, then served page by page. */
export class History {
  private readonly lists = new Recent<string, Steps>(LISTS_KEPT);
  private readonly chart: Chart;

  constructor(chart: Chart) {
    this.chart = chart;
  }

  page(type: ResourceType, { since, count }: HistoryQuery, from: PageCursor): HistoryPage {
    const { instant, place: first } = from;
    const key = JSON.stringify([type, instant, since]);
    const list = this.lists.get(key, () => this.list(type, since, instant));
    const total = list.clients.length;
    const end = Math.min(first + count, total);
    const steps: HistoryStep[] = [];
    for (let at = first; at < end; at++) {
      const record = this.chart.archive.records(type, list.clients[at])[list.places[at]];
      const step = this.chart
        .history(type, record, instant)
        .find(({ version }) => version === list.versions[at]);
      if (step) steps.push(step);
    }
    return { steps, total, next: end < total ? { instant, client: 0, place: end } : null };
  }

  private list(type: ResourceType, since: number, instant: number): Steps {
    const times: number[] = [];
    const clients: number[] = [];
    const places: number[] = [];
    const versions: number[] = [];
    for (const client of this.clientsSince(type, since, instant)) {
      this.chart.archive.records(type, client).forEach((record, place) => {
        for (const { lastUpdated, version } of this.chart.history(type, record, instant)) {
          if (lastUpdated < since) continue;
          times.push(lastUpdated);
          clients.push(client);
          places.push(place);
          versions.push(version);
        }
      });
    }
    const order = Uint32Array.from(times.keys()).sort(
      (one, other) => times[other] - times[one] || one - other,
    );
    return {
      clients: Int32Array.from(order, (at) => clients[at]),
      places: Int32Array.from(order, (at) => places[at]),
      versions: Int32Array.from(order, (at) => versions[at]),
    };
  }

  private *clientsSince(type: ResourceType, since: number, instant: number): Generator<number> {
    const { archive, journal } = this.chart;
    if (!isClientType(type)) {
      yield 0;
      return;
    }
    const touched = new Set([...journal.ids()].map(clientOfId));
    for (let client = 0; client < archive.census.clientCount; client++) {
      if (touched.has(client)) yield client;
      else if (archive.writtenUntil(client) >= since) {
        if (archive.changesBetween(type, client, since, instant)) yield client;
      }
    }
  }
}
