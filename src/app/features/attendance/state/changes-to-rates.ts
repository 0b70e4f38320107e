import { ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { auditTime, filter, type Observable } from 'rxjs';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { ServerEventsActions } from '../../../http/server-events.actions';

/** Rates of a whole program change all day; once in a while is often enough. */
const BURST = 2_000;

/** Sessions' records, and what staff say of them: a change of process, a capacity. */
const TOPICS: readonly ChangeEvent['topic'][] = ['caseload', 'attendance', 'settings'];

/** Says when what rates rest on may have changed, or time itself went on. */
export const changesToRates = (actions: Observable<Action>): Observable<unknown> =>
  actions.pipe(
    ofType(
      ServerEventsActions.changed,
      ServerEventsActions.reconnected,
      ServerEventsActions.timePassed,
    ),
    filter((action) => !('change' in action) || TOPICS.includes(action.change.topic)),
    auditTime(BURST),
  );
