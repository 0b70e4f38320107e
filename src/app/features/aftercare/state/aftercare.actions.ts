import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Aftercare, AftercareQuery } from '#domain/aftercare/aftercare.contract';
import type { Problem } from '#domain/problem.contract';
import type { NewMilestone } from '../api/aftercare-api';

export const AftercarePageActions = createActionGroup({
  source: 'Aftercare Page',
  events: {
    Shown: props<{ query: AftercareQuery }>(),
    'Retry Clicked': props<{ query: AftercareQuery }>(),
    'Milestone Submitted': props<{ clientId: string; milestone: NewMilestone }>(),
    'Withdraw Clicked': props<{ clientId: string; entryId: string }>(),
    'Undo Time Passed': props<{ entryId: string }>(),
    /** The panel is of another client, or of none. */
    'Panel Changed': emptyProps(),
  },
});

export const AftercareApiActions = createActionGroup({
  source: 'Aftercare API',
  events: {
    'Load Succeeded': props<{ found: Aftercare }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ found: Aftercare }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Write Succeeded': props<{ clientId: string; milestone: NewMilestone }>(),
    'Withdraw Succeeded': props<{ entryId: string }>(),
    'Change Failed': props<{ problem: Problem; what: 'write' | 'withdraw' }>(),
  },
});
