import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { DisclosureLogPage } from './disclosure-log-page';
import * as disclosureLogEffects from './state/disclosure-log.effects';
import { disclosureLogFeature } from './state/disclosure-log.feature';

export default [
  {
    path: '',
    title: 'Disclosures',
    component: DisclosureLogPage,
    providers: [provideState(disclosureLogFeature), provideEffects(disclosureLogEffects)],
  },
] satisfies Routes;
