import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as clientChoiceEffects from './client-choice.effects';
import { clientChoiceFeature } from './client-choice.feature';

/** For the pages on which somebody chooses a client. */
export const clientChoiceProviders = [
  provideState(clientChoiceFeature),
  provideEffects(clientChoiceEffects),
];
