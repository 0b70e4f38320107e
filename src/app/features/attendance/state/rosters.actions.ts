import { createActionGroup, props } from '@ngrx/store';
import type { Rosters } from '#domain/attendance/roster.contract';
import type { Problem } from '#domain/problem.contract';

export const RostersPageActions = createActionGroup({
  source: 'Rosters Page',
  events: {
    'Rosters Shown': props<{ asOf: string | undefined }>(),
    'Retry Clicked': props<{ asOf: string | undefined }>(),
  },
});

export const RostersApiActions = createActionGroup({
  source: 'Rosters API',
  events: {
    'Load Succeeded': props<{ rosters: Rosters }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ rosters: Rosters }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
