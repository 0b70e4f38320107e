import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { ClientProgressPage } from './client-progress-page';
import * as clientProgressEffects from './state/client-progress.effects';
import { clientProgressFeature } from './state/client-progress.feature';

export default [
  {
    path: ':clientId',
    title: 'Client',
    component: ClientProgressPage,
    providers: [provideState(clientProgressFeature), provideEffects(clientProgressEffects)],
  },
] satisfies Routes;
