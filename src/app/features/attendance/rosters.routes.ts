import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { RostersPage } from './rosters-page';
import * as rostersEffects from './state/rosters.effects';
import { rostersFeature } from './state/rosters.feature';

export default [
  {
    path: '',
    title: 'Sessions today',
    component: RostersPage,
    providers: [provideState(rostersFeature), provideEffects(rostersEffects)],
  },
] satisfies Routes;
