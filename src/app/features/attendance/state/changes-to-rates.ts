import { ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { auditTime, filter, type Observable } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';

/** Rates of a whole program change all day; once in a while is often enough. */
const BURST = 2_000;

/** Says when what rates rest on may have changed: a session's record, or time itself. */
export const changesToRates = (actions: Observable<Action>): Observable<unknown> =>
  actions.pipe(
    ofType(
      ServerEventsActions.changed,
      ServerEventsActions.reconnected,
      ServerEventsActions.timePassed,
    ),
    filter((action) => !('change' in action) || action.change.topic === 'caseload'),
    auditTime(BURST),
  );
