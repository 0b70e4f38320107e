import { createFeature, createReducer, on } from '@ngrx/store';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { CatalogueApiActions } from './trend.actions';

interface MeasureCatalogueState {
  /** `null` until the catalogue has come. */
  measures: readonly MeasureDefinition[] | null;
}

const initialState: MeasureCatalogueState = { measures: null };

export const measureCatalogueFeature = createFeature({
  name: 'measureCatalogue',
  reducer: createReducer(
    initialState,
    on(CatalogueApiActions.loadSucceeded, (_state, { catalogue }): MeasureCatalogueState => ({
      measures: catalogue.measures,
    })),
  ),
});
