import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as fileExportEffects from './export/file-export.effects';
import { fileExportFeature } from './export/file-export.feature';
import * as savedViewsEffects from './views/saved-views.effects';
import { savedViewsFeature } from './views/saved-views.feature';

export const pageActsStates = [provideState(fileExportFeature), provideState(savedViewsFeature)];

/** Views and exports, for the pages that have them. */
export const pageActsProviders = [
  ...pageActsStates,
  provideEffects(fileExportEffects, savedViewsEffects),
];
