import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import type { Problem } from '#domain/problem.contract';
import type { NewPlanContent, PlanQuestion } from './aftercare-plan-api';

export const AftercarePlanActions = createActionGroup({
  source: 'Aftercare Plan',
  events: {
    Shown: props<{ question: PlanQuestion }>(),
    'Retry Clicked': emptyProps(),
    'Content Submitted': props<{ clientId: string; content: NewPlanContent }>(),
    'Withdraw Clicked': props<{ clientId: string; entryId: string }>(),
    'Undo Time Passed': props<{ entryId: string }>(),
  },
});

export const AftercarePlanApiActions = createActionGroup({
  source: 'Aftercare Plan API',
  events: {
    'Load Succeeded': props<{ found: AftercarePlan }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Write Succeeded': props<{ clientId: string; content: NewPlanContent }>(),
    'Withdraw Succeeded': props<{ clientId: string; entryId: string }>(),
    'Change Failed': props<{ problem: Problem; what: 'write' | 'withdraw' }>(),
  },
});
