import { createActionGroup, props } from '@ngrx/store';
import type { Dose } from '#domain/attendance/dose.contract';
import type { MeasureQuery } from '#domain/measures/measures.contract';
import type { Problem } from '#domain/problem.contract';

export const DosePageActions = createActionGroup({
  source: 'Dose Page',
  events: {
    'Dose Shown': props<{ query: MeasureQuery }>(),
    'Retry Clicked': props<{ query: MeasureQuery }>(),
  },
});

export const DoseApiActions = createActionGroup({
  source: 'Dose API',
  events: {
    'Load Succeeded': props<{ dose: Dose }>(),
    'Load Failed': props<{ problem: Problem }>(),
    /** The same question again, because the server said that something changed. */
    'Refetch Succeeded': props<{ dose: Dose }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
