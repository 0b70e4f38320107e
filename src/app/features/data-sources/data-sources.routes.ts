import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { DataSourcesPage } from './data-sources-page';
import * as dataSourcesEffects from './state/data-sources.effects';
import { dataSourcesFeature } from './state/data-sources.feature';

export default [
  {
    path: '',
    title: 'Data',
    component: DataSourcesPage,
    providers: [provideState(dataSourcesFeature), provideEffects(dataSourcesEffects)],
  },
] satisfies Routes;
