import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { clientChoiceProviders } from '../../client-choice/client-choice.providers';
import * as coverageEffects from './state/coverage.effects';
import { coverageFeature } from './state/coverage.feature';
import * as tasksEffects from './state/tasks.effects';
import { tasksFeature } from './state/tasks.feature';
import { ToDoPage } from './to-do-page';

export default [
  {
    path: '',
    title: 'To do',
    component: ToDoPage,
    providers: [
      provideState(tasksFeature),
      provideState(coverageFeature),
      ...clientChoiceProviders,
      provideEffects(tasksEffects, coverageEffects),
    ],
  },
] satisfies Routes;
