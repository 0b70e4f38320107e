import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { clientChoiceProviders } from '../../client-choice/client-choice.providers';
import { ClientProgressPage } from './client-progress-page';
import * as clientProgressEffects from './state/client-progress.effects';
import { clientProgressFeature } from './state/client-progress.feature';
import * as clientEntriesEffects from './state/client-entries.effects';
import { clientEntriesFeature } from './state/client-entries.feature';
import * as happeningsEffects from './state/happenings.effects';
import { happeningsFeature } from './state/happenings.feature';

export default [
  {
    path: ':clientId',
    title: 'Client',
    component: ClientProgressPage,
    providers: [
      ...clientChoiceProviders,
      provideState(clientProgressFeature),
      provideState(clientEntriesFeature),
      provideState(happeningsFeature),
      provideEffects(clientProgressEffects, clientEntriesEffects, happeningsEffects),
    ],
  },
] satisfies Routes;
