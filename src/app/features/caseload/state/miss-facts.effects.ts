import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { CaseloadApi } from '../api/caseload-api';
import { MissFactsActions, MissFactsApiActions } from './miss-facts.actions';

export const loadMissFacts = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi)) => {
    return actions.pipe(
      ofType(MissFactsActions.opened),
      switchMap(({ asked: { clientId, asOf } }) =>
        api.findRiskFacts(clientId, asOf).pipe(
          mapResponse({
            next: (facts) => MissFactsApiActions.loadSucceeded({ facts }),
            error: (error) => MissFactsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
