import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { exhaustMap, filter, map, switchMap } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { CaseNotesApi } from '../api/case-notes-api';
import { CaseNotesActions, CaseNotesApiActions } from './case-notes.actions';
import { caseNotesFeature } from './case-notes.feature';

export const loadCaseNotes = createEffect(
  (actions = inject(Actions), api = inject(CaseNotesApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        CaseNotesActions.shown,
        CaseNotesActions.retryClicked,
        CaseNotesApiActions.changeSucceeded,
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
      ),
      concatLatestFrom(() => store.select(caseNotesFeature.selectClientId)),
      filter(([action, clientId]) => clientId !== null && concerns(action, clientId)),
      switchMap(([action, clientId]) =>
        api.find(clientId ?? '', isAsked(action) ? 'person' : 'event').pipe(
          mapResponse({
            next: (found) => CaseNotesApiActions.loadSucceeded({ found }),
            error: (error) => CaseNotesApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const changeCaseNotes = createEffect(
  (actions = inject(Actions), api = inject(CaseNotesApi)) => {
    return actions.pipe(
      ofType(CaseNotesActions.submitted, CaseNotesActions.withdrawClicked),
      exhaustMap((action) =>
        ('note' in action
          ? api.add(action.clientId, action.note).pipe(map(() => NOTED))
          : api.withdraw(action.clientId, action.id).pipe(map(() => WITHDRAWN))
        ).pipe(
          mapResponse({
            next: (said) => CaseNotesApiActions.changeSucceeded({ said }),
            error: (error) => CaseNotesApiActions.changeFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

const NOTED = 'Noted for the case review.';
const WITHDRAWN = 'Withdrawn. It stays in the history.';

type Cause =
  | ReturnType<typeof CaseNotesActions.shown>
  | ReturnType<typeof CaseNotesActions.retryClicked>
  | ReturnType<typeof CaseNotesApiActions.changeSucceeded>
  | ReturnType<typeof ServerEventsActions.changed>
  | ReturnType<typeof ServerEventsActions.reconnected>;

/** Of changes those alone that are told of this client. */
const concerns = (action: Cause, clientId: string): boolean =>
  !('change' in action) ||
  (action.change.topic === 'caseload' && action.change.ids.includes(clientId));

const isAsked = ({ type }: Cause): boolean =>
  type === CaseNotesActions.shown.type || type === CaseNotesActions.retryClicked.type;
