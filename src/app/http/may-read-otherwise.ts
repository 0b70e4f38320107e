import { ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { auditTime, filter, type Observable } from 'rxjs';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { ServerEventsActions } from './server-events.actions';

type Topic = ChangeEvent['topic'];

/** All that is said of clients, and the rules by which it is read. */
export const OF_CLIENTS: readonly Topic[] = [
  'caseload',
  'client',
  'tasks',
  'attendance',
  'settings',
];

/**
 * Says when what a page shows may read otherwise: something of its topics changed, the stream of
 * changes is back after having been gone, or time went on. What comes within a burst is said once.
 */
export const mayReadOtherwise = (
  actions: Observable<Action>,
  topics: readonly Topic[],
  burst: number,
): Observable<unknown> =>
  actions.pipe(
    ofType(
      ServerEventsActions.changed,
      ServerEventsActions.reconnected,
      ServerEventsActions.timePassed,
    ),
    filter((action) => !('change' in action) || topics.includes(action.change.topic)),
    auditTime(burst),
  );
