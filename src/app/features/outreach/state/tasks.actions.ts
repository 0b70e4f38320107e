import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { NewTaskEntry, TaskQuery, Tasks } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';

export const TasksPageActions = createActionGroup({
  source: 'To Do Page',
  events: {
    'Tasks Shown': props<{ query: TaskQuery }>(),
    'Retry Clicked': props<{ query: TaskQuery }>(),
    'Entry Submitted': props<{ entry: NewTaskEntry }>(),
    /** The moment in which what was done can be taken back is over. */
    'Undo Time Passed': props<{ entryId: string }>(),
    'Act Opened': emptyProps(),
  },
});

export const TasksApiActions = createActionGroup({
  source: 'Tasks API',
  events: {
    'Load Succeeded': props<{ tasks: Tasks }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ tasks: Tasks }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Entry Succeeded': props<{ entry: NewTaskEntry }>(),
    'Entry Failed': props<{ entry: NewTaskEntry; problem: Problem }>(),
  },
});
