import { createActionGroup, props } from '@ngrx/store';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import type { ClientDisclosures, NewDisclosure } from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';

export const DisclosuresActions = createActionGroup({
  source: 'Disclosures',
  events: {
    Shown: props<{ clientId: string }>(),
    'Retry Clicked': props<{ clientId: string }>(),
    /** `beside`: what is written down with it, once it is. */
    Submitted: props<{
      clientId: string;
      disclosure: NewDisclosure;
      beside: NewClientEntry | null;
    }>(),
  },
});

export const DisclosuresApiActions = createActionGroup({
  source: 'Disclosures API',
  events: {
    'Load Succeeded': props<{ found: ClientDisclosures }>(),
    'Load Failed': props<{ problem: Problem }>(),
    /** `besideRefused`: why what was to be written with it was not; the disclosure stands. */
    'Write Succeeded': props<{ clientId: string; id: string; besideRefused: Problem | null }>(),
    'Write Failed': props<{ clientId: string; problem: Problem }>(),
  },
});
