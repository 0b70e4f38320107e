import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { mayOpen } from '../../access/access.guards';
import { aftercarePlanProviders } from '../../aftercare-plan/aftercare-plan.providers';
import { pageActsProviders } from '../../page-acts/page-acts.providers';
import { AftercarePage } from './aftercare-page';
import * as aftercareEffects from './state/aftercare.effects';
import { aftercareFeature } from './state/aftercare.feature';
import * as followUpEffects from './state/follow-up.effects';
import { followUpFeature } from './state/follow-up.feature';
import * as reportsDueEffects from './state/reports-due.effects';
import { reportsDueFeature } from './state/reports-due.feature';
import * as transitionsEffects from './state/transitions.effects';
import { transitionsFeature } from './state/transitions.feature';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Aftercare',
    component: AftercarePage,
    providers: [
      ...aftercarePlanProviders,
      provideState(aftercareFeature),
      provideState(followUpFeature),
      provideState(reportsDueFeature),
      provideEffects(aftercareEffects, followUpEffects, reportsDueEffects),
    ],
  },
  {
    path: 'transitions',
    title: 'Transitions',
    canActivate: [mayOpen('caseload:aggregate')],
    loadComponent: () =>
      import('./transitions/transitions-page').then(({ TransitionsPage }) => TransitionsPage),
    providers: [
      ...pageActsProviders,
      provideState(transitionsFeature),
      provideEffects(transitionsEffects),
    ],
  },
] satisfies Routes;
