import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { FoundClients } from '#domain/client-search/client-search.contract';
import type { Problem } from '#domain/problem.contract';

export const ClientChoiceActions = createActionGroup({
  source: 'Client Choice',
  events: {
    Opened: emptyProps(),
    Typed: props<{ text: string }>(),
  },
});

export const ClientChoiceApiActions = createActionGroup({
  source: 'Client Choice API',
  events: {
    'Search Succeeded': props<{ found: FoundClients }>(),
    'Search Failed': props<{ problem: Problem }>(),
  },
});
