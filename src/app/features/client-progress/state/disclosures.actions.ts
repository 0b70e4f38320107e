import { createActionGroup, props } from '@ngrx/store';
import type { ClientDisclosures, NewDisclosure } from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';

export const DisclosuresActions = createActionGroup({
  source: 'Disclosures',
  events: {
    Shown: props<{ clientId: string }>(),
    'Retry Clicked': props<{ clientId: string }>(),
    Submitted: props<{ clientId: string; disclosure: NewDisclosure }>(),
  },
});

export const DisclosuresApiActions = createActionGroup({
  source: 'Disclosures API',
  events: {
    'Load Succeeded': props<{ found: ClientDisclosures }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Write Succeeded': props<{ clientId: string; id: string }>(),
    'Write Failed': props<{ problem: Problem }>(),
  },
});
