import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { FoundClients } from '#domain/client-search/client-search.contract';
import type { Problem } from '#domain/problem.contract';

export const ClientSearchActions = createActionGroup({
  source: 'Client Search',
  events: {
    Typed: props<{ text: string }>(),
    'Retry Clicked': props<{ text: string }>(),
    Closed: emptyProps(),
  },
});

export const ClientSearchApiActions = createActionGroup({
  source: 'Client Search API',
  events: {
    'Search Succeeded': props<{ found: FoundClients }>(),
    'Search Failed': props<{ problem: Problem }>(),
  },
});
