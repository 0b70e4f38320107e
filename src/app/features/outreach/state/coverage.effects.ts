import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { CoverageApi } from '../api/coverage-api';
import { CoverageActions, CoverageApiActions } from './coverage.actions';

export const loadCoverage = createEffect(
  (actions = inject(Actions), api = inject(CoverageApi)) => {
    return actions.pipe(
      ofType(CoverageActions.opened, CoverageApiActions.changeSucceeded),
      switchMap(() =>
        api.find().pipe(
          mapResponse({
            next: (coverages) => CoverageApiActions.loadSucceeded({ coverages }),
            error: (error) => CoverageApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const changeCoverage = createEffect(
  (actions = inject(Actions), api = inject(CoverageApi)) => {
    return actions.pipe(
      ofType(CoverageActions.submitted, CoverageActions.withdrawClicked),
      exhaustMap((action) =>
        ('coverage' in action ? api.add(action.coverage) : api.withdraw(action.id)).pipe(
          mapResponse({
            next: () => CoverageApiActions.changeSucceeded(),
            error: (error) => CoverageApiActions.changeFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
