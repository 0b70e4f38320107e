import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { aftercarePlanProviders } from '../../aftercare-plan/aftercare-plan.providers';
import { clientChoiceProviders } from '../../client-choice/client-choice.providers';
import { ClientProgressPage } from './client-progress-page';
import * as clientProgressEffects from './state/client-progress.effects';
import { clientProgressFeature } from './state/client-progress.feature';
import * as clientEntriesEffects from './state/client-entries.effects';
import { clientEntriesFeature } from './state/client-entries.feature';
import * as usualCourseEffects from './state/usual-course.effects';
import { usualCourseFeature } from './state/usual-course.feature';
import * as disclosuresEffects from './state/disclosures.effects';
import { disclosuresFeature } from './state/disclosures.feature';
import * as happeningsEffects from './state/happenings.effects';
import { happeningsFeature } from './state/happenings.feature';

export default [
  {
    path: ':clientId',
    title: 'Client',
    providers: [
      ...aftercarePlanProviders,
      ...clientChoiceProviders,
      provideState(clientProgressFeature),
      provideState(clientEntriesFeature),
      provideState(happeningsFeature),
      provideState(disclosuresFeature),
      provideState(usualCourseFeature),
      provideEffects(
        clientProgressEffects,
        clientEntriesEffects,
        happeningsEffects,
        disclosuresEffects,
        usualCourseEffects,
      ),
    ],
    children: [
      { path: '', component: ClientProgressPage },
      {
        path: 'utilization-review',
        title: 'Packet for the payer',
        loadComponent: () =>
          import('./utilization-review/utilization-review-page').then(
            ({ UtilizationReviewPage }) => UtilizationReviewPage,
          ),
      },
      {
        path: 'hand-off',
        title: 'Hand-off sheet',
        loadComponent: () =>
          import('./hand-off/hand-off-page').then(({ HandOffPage }) => HandOffPage),
      },
      {
        path: 'court-report',
        title: 'Court report',
        loadComponent: () =>
          import('./court-report/court-report-page').then(({ CourtReportPage }) => CourtReportPage),
      },
      {
        path: 'disclosures',
        title: 'Disclosures',
        loadComponent: () =>
          import('./disclosures/accounting-page').then(({ AccountingPage }) => AccountingPage),
      },
    ],
  },
] satisfies Routes;
