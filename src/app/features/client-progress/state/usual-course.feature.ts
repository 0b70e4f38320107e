import { createFeature, createReducer, on } from '@ngrx/store';
import type { ProgramUsualCourse } from '#domain/client-progress/usual-course.contract';
import type { Problem } from '#domain/problem.contract';
import { UsualCourseActions, UsualCourseApiActions } from './usual-course.actions';

interface UsualCourseState {
  found: ProgramUsualCourse | null;
  problem: Problem | null;
}

const initialState: UsualCourseState = { found: null, problem: null };

export const usualCourseFeature = createFeature({
  name: 'usualCourse',
  reducer: createReducer(
    initialState,
    on(UsualCourseActions.asked, (): UsualCourseState => initialState),
    on(UsualCourseApiActions.loadSucceeded, (_, { found }): UsualCourseState => ({
      found,
      problem: null,
    })),
    on(UsualCourseApiActions.loadFailed, (state, { problem }): UsualCourseState => ({
      ...state,
      problem,
    })),
  ),
});
