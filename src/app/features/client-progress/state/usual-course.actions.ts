import { createActionGroup, props } from '@ngrx/store';
import type { ProgramUsualCourse } from '#domain/client-progress/usual-course.contract';
import type { Problem } from '#domain/problem.contract';

export const UsualCourseActions = createActionGroup({
  source: 'Usual Course',
  events: { Asked: props<{ clientId: string; asOf: string }>() },
});

export const UsualCourseApiActions = createActionGroup({
  source: 'Usual Course API',
  events: {
    'Load Succeeded': props<{ found: ProgramUsualCourse }>(),
    'Load Failed': props<{ problem: Problem }>(),
  },
});
