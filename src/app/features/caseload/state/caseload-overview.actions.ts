import { createActionGroup, props } from '@ngrx/store';
import type { CaseloadOverview, CaseloadOverviewQuery } from '#domain/caseload/caseload.contract';
import type { Problem } from '#domain/problem.contract';

export const CaseloadOverviewPageActions = createActionGroup({
  source: 'Caseload Overview Page',
  events: {
    'Overview Shown': props<{ query: CaseloadOverviewQuery }>(),
    'Retry Clicked': props<{ query: CaseloadOverviewQuery }>(),
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
