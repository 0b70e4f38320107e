import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type {
  ClientKeptApart,
  NewKeptApart,
  StandingPair,
} from '#domain/attendance/kept-apart.contract';
import type { Problem } from '#domain/problem.contract';

/** What came of writing a pair down, or of withdrawing one. */
export type Done =
  { what: 'kept' | 'withdrawn' } | ({ what: 'stood already' } & Pick<StandingPair, 'by' | 'at'>);

export const KeptApartActions = createActionGroup({
  source: 'Kept Apart',
  events: {
    Shown: props<{ clientId: string }>(),
    Submitted: props<{ pair: NewKeptApart }>(),
    'Withdraw Clicked': props<{ id: string }>(),
    'Retry Clicked': emptyProps(),
  },
});

export const KeptApartApiActions = createActionGroup({
  source: 'Kept Apart API',
  events: {
    'Load Succeeded': props<{ found: ClientKeptApart }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Change Succeeded': props<{ done: Done }>(),
    'Change Failed': props<{ problem: Problem }>(),
  },
});
