import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Caseload, CaseloadQuery } from '#domain/caseload/caseload.contract';
import type { Problem } from '#domain/problem.contract';

export const CaseloadPageActions = createActionGroup({
  source: 'Caseload Page',
  events: {
    'Caseload Shown': props<{ query: CaseloadQuery }>(),
    'Retry Clicked': props<{ query: CaseloadQuery }>(),
  },
});

export const CaseloadApiActions = createActionGroup({
  source: 'Caseload API',
  events: {
    'Load Succeeded': props<{ caseload: Caseload }>(),
    'Load Failed': props<{ problem: Problem }>(),
    /** The same question again, because the server said that something changed. */
    'Refetch Succeeded': props<{ caseload: Caseload }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Tint Ended': emptyProps(),
  },
});
