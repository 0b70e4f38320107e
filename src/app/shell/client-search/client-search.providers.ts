import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as clientSearchEffects from './client-search.effects';
import { clientSearchFeature } from './client-search.feature';

/** The slice of the search that every page opens clients with. */
export const clientSearchProviders = [
  provideState(clientSearchFeature),
  provideEffects(clientSearchEffects),
];
