import type { ResourceType } from '../fhir/record-archive.ts';
import { Recent } from '../fhir/recent.ts';
import type { Chart } from './chart.ts';
import type { PageCursor } from './page-cursor.ts';
import { matches, type SearchPage } from './search.ts';
import { searchedPeriod } from './searched-period.ts';
import type { SearchQuery } from './search-query.ts';
import { stampedText, type WrittenOut } from './stamped-text.ts';

interface Order {
  clients: Int32Array;
  places: Int32Array;
}

const ORDERS_KEPT = 4;

/** Searches whose order runs across clients: found once, then served page by page. */
export class SortedSearch {
  private readonly orders = new Recent<string, Order>(ORDERS_KEPT);
  private readonly chart: Chart;

  constructor(chart: Chart) {
    this.chart = chart;
  }

  page(type: ResourceType, query: SearchQuery, from: PageCursor): SearchPage {
    const { instant, place } = from;
    const key = JSON.stringify([type, instant, { ...query, page: null, count: 0 }]);
    const { clients, places } = this.orders.get(key, () => this.order(type, query, instant));
    const end = Math.min(place + query.count, clients.length);
    const resources: WrittenOut[] = [];
    for (let at = place; at < end; at++) {
      const record = this.chart.archive.records(type, clients[at])[places[at]];
      const shown = this.chart.shown(type, record, instant);
      if (shown) resources.push({ id: shown.id, text: stampedText(shown) });
    }
    const next = end < clients.length ? { instant, client: 0, place: end } : null;
    return { resources, next, total: clients.length };
  }

  private order(type: ResourceType, query: SearchQuery, instant: number): Order {
    const keys: number[] = [];
    const clients: number[] = [];
    const places: number[] = [];
    const byDate = query.sort?.by === 'date';
    for (const { client, place, shown } of matches(this.chart, type, query, {
      instant,
      client: 0,
      place: 0,
    })) {
      keys.push(byDate ? (searchedPeriod(shown.content())?.from ?? 0) : shown.lastUpdated);
      clients.push(client);
      places.push(place);
    }
    const direction = query.sort?.descending ? -1 : 1;
    const order = Uint32Array.from(keys.keys()).sort(
      (one, other) => direction * (keys[one] - keys[other]) || one - other,
    );
    return {
      clients: Int32Array.from(order, (at) => clients[at]),
      places: Int32Array.from(order, (at) => places[at]),
    };
  }
}
