import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as sourceRecordEffects from './source-record.effects';
import { sourceRecordFeature } from './source-record.feature';

/** The slice of the panel that every page opens records in. */
export const sourceRecordProviders = [
  provideState(sourceRecordFeature),
  provideEffects(sourceRecordEffects),
];
