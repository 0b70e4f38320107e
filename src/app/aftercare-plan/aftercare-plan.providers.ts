import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as aftercarePlanEffects from './aftercare-plan.effects';
import { aftercarePlanFeature } from './aftercare-plan.feature';

/** For the pages that show what is planned for a client's time after treatment. */
export const aftercarePlanProviders = [
  provideState(aftercarePlanFeature),
  provideEffects(aftercarePlanEffects),
];
