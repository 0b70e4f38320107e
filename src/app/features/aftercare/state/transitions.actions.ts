import { createActionGroup, props } from '@ngrx/store';
import type { Transitions, TransitionsQuery } from '#domain/aftercare/transitions.contract';
import type { Problem } from '#domain/problem.contract';

export const TransitionsPageActions = createActionGroup({
  source: 'Transitions Page',
  events: {
    Shown: props<{ query: TransitionsQuery }>(),
    'Retry Clicked': props<{ query: TransitionsQuery }>(),
  },
});

export const TransitionsApiActions = createActionGroup({
  source: 'Transitions API',
  events: {
    'Load Succeeded': props<{ found: Transitions }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ found: Transitions }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
