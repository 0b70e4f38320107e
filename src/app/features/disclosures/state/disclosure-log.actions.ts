import { createActionGroup, props } from '@ngrx/store';
import type { DisclosureLog, DisclosureQuery } from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';

export const DisclosureLogPageActions = createActionGroup({
  source: 'Disclosure Log Page',
  events: {
    Shown: props<{ query: DisclosureQuery }>(),
    'Retry Clicked': props<{ query: DisclosureQuery }>(),
  },
});

export const DisclosureLogApiActions = createActionGroup({
  source: 'Disclosure Log API',
  events: {
    'Load Succeeded': props<{ found: DisclosureLog }>(),
    'Load Failed': props<{ problem: Problem }>(),
  },
});
