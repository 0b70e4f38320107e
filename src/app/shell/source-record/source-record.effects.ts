import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../http/to-problem';
import { SourceRecordApi } from './source-record-api';
import { SourceRecordApiActions, SourceRecordPanelActions } from './source-record.actions';

export const loadSourceRecord = createEffect(
  (actions = inject(Actions), api = inject(SourceRecordApi)) => {
    return actions.pipe(
      ofType(SourceRecordPanelActions.opened, SourceRecordPanelActions.retryClicked),
      switchMap(({ recordId }) =>
        api.find(recordId).pipe(
          mapResponse({
            next: (record) => SourceRecordApiActions.loadSucceeded({ record }),
            error: (error) => SourceRecordApiActions.loadFailed({ problem: toProblem(error) }),
          }),
          takeUntil(actions.pipe(ofType(SourceRecordPanelActions.closed))),
        ),
      ),
    );
  },
  { functional: true },
);
