import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, from, map } from 'rxjs';
import { problemInFile } from '../../http/problem-in-file';
import { SaveFile } from '../../http/save-file';
import { FileExportApi } from './file-export-api';
import { FileExportActions } from './file-export.actions';

export const exportFile = createEffect(
  (actions = inject(Actions), api = inject(FileExportApi), files = inject(SaveFile)) => {
    return actions.pipe(
      ofType(FileExportActions.exportChosen),
      exhaustMap(({ file, format }) =>
        api.fetch(file, format).pipe(
          map((content) => {
            const name = `${file.name}.${format}`;
            files.save(content, name);
            return FileExportActions.exportSucceeded({ name });
          }),
          catchError((error: unknown) =>
            from(problemInFile(error)).pipe(
              map((problem) => FileExportActions.exportFailed({ problem })),
            ),
          ),
        ),
      ),
    );
  },
  { functional: true },
);
