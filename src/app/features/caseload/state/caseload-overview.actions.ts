import { createActionGroup, props } from '@ngrx/store';
import type { CaseloadOverview } from '#domain/caseload/caseload.contract';
import type { Problem } from '#domain/problem.contract';

export const CaseloadOverviewPageActions = createActionGroup({
  source: 'Caseload Overview Page',
  events: {
    'Overview Shown': props<{ asOf: string | undefined }>(),
    'Retry Clicked': props<{ asOf: string | undefined }>(),
  },
});

export const CaseloadOverviewApiActions = createActionGroup({
  source: 'Caseload Overview API',
  events: {
    'Load Succeeded': props<{ overview: CaseloadOverview }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ overview: CaseloadOverview }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
