import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { AftercarePage } from './aftercare-page';
import * as aftercareEffects from './state/aftercare.effects';
import { aftercareFeature } from './state/aftercare.feature';
import * as followUpEffects from './state/follow-up.effects';
import { followUpFeature } from './state/follow-up.feature';

export default [
  {
    path: '',
    title: 'Aftercare',
    component: AftercarePage,
    providers: [
      provideState(aftercareFeature),
      provideState(followUpFeature),
      provideEffects(aftercareEffects, followUpEffects),
    ],
  },
] satisfies Routes;
