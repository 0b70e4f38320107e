import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { SettingsPage } from './settings-page';
import * as settingsEffects from './state/settings.effects';
import { settingsFeature } from './state/settings.feature';

export default [
  {
    path: '',
    title: 'Settings',
    component: SettingsPage,
    providers: [provideState(settingsFeature), provideEffects(settingsEffects)],
  },
] satisfies Routes;
