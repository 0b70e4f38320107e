import { createActionGroup, props } from '@ngrx/store';
import type { CaseloadBrief, CaseloadBriefQuery } from '#domain/caseload/brief.contract';
import type { Problem } from '#domain/problem.contract';

export const CaseloadBriefPageActions = createActionGroup({
  source: 'Caseload Brief Page',
  events: {
    'Brief Shown': props<{ query: CaseloadBriefQuery }>(),
    'Retry Clicked': props<{ query: CaseloadBriefQuery }>(),
  },
});

export const CaseloadBriefApiActions = createActionGroup({
  source: 'Caseload Brief API',
  events: {
    'Load Succeeded': props<{ brief: CaseloadBrief }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ brief: CaseloadBrief }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
