import { createActionGroup, props } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Problem } from '#domain/problem.contract';

export const ClientProgressPageActions = createActionGroup({
  source: 'ClientProgress Page',
  events: {
    'ClientProgress Shown': props<{ clientId: string; asOf: string | undefined }>(),
    'Retry Clicked': props<{ clientId: string; asOf: string | undefined }>(),
  },
});

export const ClientProgressApiActions = createActionGroup({
  source: 'ClientProgress API',
  events: {
    'Load Succeeded': props<{ progress: ClientProgress }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ progress: ClientProgress }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
