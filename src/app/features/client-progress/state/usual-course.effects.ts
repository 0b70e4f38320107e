import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { UsualCourseApi } from '../api/usual-course-api';
import { UsualCourseActions, UsualCourseApiActions } from './usual-course.actions';

export const loadUsualCourse = createEffect(
  (actions = inject(Actions), api = inject(UsualCourseApi)) => {
    return actions.pipe(
      ofType(UsualCourseActions.asked),
      switchMap(({ clientId, asOf }) =>
        api.find(clientId, asOf).pipe(
          mapResponse({
            next: (found) => UsualCourseApiActions.loadSucceeded({ found }),
            error: (error) => UsualCourseApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
