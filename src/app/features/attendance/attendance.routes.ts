import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { measureCatalogueFeature } from './state/measure-catalogue.feature';
import * as sessionOutcomesEffects from './state/session-outcomes.effects';
import { sessionOutcomesFeature } from './state/session-outcomes.feature';
import * as trendEffects from './state/trend.effects';
import { trendFeature } from './state/trend.feature';

/** A page each tab (attendance-tabs.ts). */
export default [
  { path: '', pathMatch: 'full', redirectTo: 'trend' },
  {
    path: 'trend',
    title: 'Attendance',
    loadComponent: () => import('./trend/trend-page').then(({ TrendPage }) => TrendPage),
    providers: [
      provideState(measureCatalogueFeature),
      provideState(sessionOutcomesFeature),
      provideState(trendFeature),
      provideEffects(sessionOutcomesEffects, trendEffects),
    ],
  },
] satisfies Routes;
