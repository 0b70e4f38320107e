import { createActionGroup, props } from '@ngrx/store';
import type { IntakeList, IntakeQuery } from '#domain/intake/intake.contract';
import type { Problem } from '#domain/problem.contract';

export const IntakePageActions = createActionGroup({
  source: 'Intake Page',
  events: {
    'List Shown': props<{ query: IntakeQuery }>(),
    'Retry Clicked': props<{ query: IntakeQuery }>(),
  },
});

export const IntakeApiActions = createActionGroup({
  source: 'Intake API',
  events: {
    'Load Succeeded': props<{ list: IntakeList }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ list: IntakeList }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
