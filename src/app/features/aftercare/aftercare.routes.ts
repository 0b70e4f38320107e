import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { AftercarePage } from './aftercare-page';
import * as aftercareEffects from './state/aftercare.effects';
import { aftercareFeature } from './state/aftercare.feature';

export default [
  {
    path: '',
    title: 'Aftercare',
    component: AftercarePage,
    providers: [provideState(aftercareFeature), provideEffects(aftercareEffects)],
  },
] satisfies Routes;
