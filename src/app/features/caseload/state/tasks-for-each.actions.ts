import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Coverages, NewTaskEntry } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';

export const TasksForEachActions = createActionGroup({
  source: 'Tasks For Each',
  events: {
    Opened: emptyProps(),
    /** One entry a client, each with an id of its own: sent again it is still one task. */
    Submitted: props<{ entries: readonly NewTaskEntry[] }>(),
  },
});

export const TasksForEachApiActions = createActionGroup({
  source: 'Tasks For Each API',
  events: {
    'Colleagues Loaded': props<{ colleagues: Coverages['colleagues'] }>(),
    'Colleagues Failed': props<{ problem: Problem }>(),
    'Entry Succeeded': props<{ entry: NewTaskEntry }>(),
    'Entry Failed': props<{ entry: NewTaskEntry; problem: Problem }>(),
  },
});
