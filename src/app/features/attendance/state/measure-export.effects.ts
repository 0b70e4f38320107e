import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, from, map } from 'rxjs';
import { problemInFile } from '../../../http/problem-in-file';
import { SaveFile } from '../../../http/save-file';
import { MeasureExportApi } from '../api/measure-export-api';
import { MeasureExportActions } from './measure-export.actions';

export const exportMeasure = createEffect(
  (actions = inject(Actions), api = inject(MeasureExportApi), files = inject(SaveFile)) => {
    return actions.pipe(
      ofType(MeasureExportActions.exportChosen),
      exhaustMap(({ question, format }) =>
        api.fetch(question, format).pipe(
          map((file) => {
            const name = `${question.measure}.${format}`;
            files.save(file, name);
            return MeasureExportActions.exportSucceeded({ name });
          }),
          catchError((error: unknown) =>
            from(problemInFile(error)).pipe(
              map((problem) => MeasureExportActions.exportFailed({ problem })),
            ),
          ),
        ),
      ),
    );
  },
  { functional: true },
);
