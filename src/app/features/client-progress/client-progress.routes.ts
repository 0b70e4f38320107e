import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { clientChoiceProviders } from '../../client-choice/client-choice.providers';
import { ClientProgressPage } from './client-progress-page';
import * as clientProgressEffects from './state/client-progress.effects';
import { clientProgressFeature } from './state/client-progress.feature';
import * as scoreReviewEffects from './state/score-review.effects';
import { scoreReviewFeature } from './state/score-review.feature';
import * as usualCourseEffects from './state/usual-course.effects';
import { usualCourseFeature } from './state/usual-course.feature';
import * as disclosuresEffects from './state/disclosures.effects';
import { disclosuresFeature } from './state/disclosures.feature';
import * as caseNotesEffects from './state/case-notes.effects';
import { caseNotesFeature } from './state/case-notes.feature';
import * as happeningsEffects from './state/happenings.effects';
import { happeningsFeature } from './state/happenings.feature';
import * as keptApartEffects from './state/kept-apart.effects';
import { keptApartFeature } from './state/kept-apart.feature';

export default [
  {
    path: ':clientId',
    title: 'Client',
    providers: [
      ...clientChoiceProviders,
      provideState(clientProgressFeature),
      provideState(caseNotesFeature),
      provideState(happeningsFeature),
      provideState(keptApartFeature),
      provideState(scoreReviewFeature),
      provideState(disclosuresFeature),
      provideState(usualCourseFeature),
      provideEffects(
        clientProgressEffects,
        caseNotesEffects,
        happeningsEffects,
        keptApartEffects,
        scoreReviewEffects,
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
    ],
  },
] satisfies Routes;
