import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { IntakePage } from './intake-page';
import * as intakeEffects from './state/intake.effects';
import { intakeFeature } from './state/intake.feature';

export default [
  {
    path: '',
    title: 'Intake',
    component: IntakePage,
    providers: [provideState(intakeFeature), provideEffects(intakeEffects)],
  },
] satisfies Routes;
