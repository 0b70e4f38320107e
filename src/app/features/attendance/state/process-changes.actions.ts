import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { NewProcessChange, ProcessChange } from '#domain/measures/process-change.contract';
import type { Problem } from '#domain/problem.contract';

export const ProcessChangesActions = createActionGroup({
  source: 'Process Changes',
  events: {
    'Form Opened': emptyProps(),
    'Form Closed': emptyProps(),
    'Mark Clicked': props<{ change: NewProcessChange }>(),
    'Withdraw Clicked': props<{ change: ProcessChange }>(),
    'Undo Time Passed': emptyProps(),
  },
});

export const ProcessChangesApiActions = createActionGroup({
  source: 'Process Changes API',
  events: {
    'Mark Succeeded': props<{ change: ProcessChange }>(),
    'Mark Failed': props<{ problem: Problem }>(),
    'Withdraw Succeeded': props<{ change: ProcessChange }>(),
    'Withdraw Failed': props<{ change: ProcessChange; problem: Problem }>(),
  },
});
