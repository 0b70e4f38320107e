import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Coverages, NewCoverage } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';

export const CoverageActions = createActionGroup({
  source: 'Coverage Menu',
  events: {
    Opened: emptyProps(),
    Submitted: props<{ coverage: NewCoverage }>(),
    'Withdraw Clicked': props<{ id: string }>(),
  },
});

export const CoverageApiActions = createActionGroup({
  source: 'Coverage API',
  events: {
    'Load Succeeded': props<{ coverages: Coverages }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Change Succeeded': emptyProps(),
    'Change Failed': props<{ problem: Problem }>(),
  },
});
