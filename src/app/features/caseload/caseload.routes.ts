import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { CaseloadStart } from './caseload-start';
import * as caseloadBriefEffects from './state/caseload-brief.effects';
import { caseloadBriefFeature } from './state/caseload-brief.feature';
import * as caseloadOverviewEffects from './state/caseload-overview.effects';
import { caseloadOverviewFeature } from './state/caseload-overview.feature';
import * as caseloadEffects from './state/caseload.effects';
import { caseloadFeature } from './state/caseload.feature';
import * as missFactsEffects from './state/miss-facts.effects';
import { missFactsFeature } from './state/miss-facts.feature';

export default [
  {
    path: '',
    title: 'Caseload',
    component: CaseloadStart,
    providers: [
      provideState(caseloadFeature),
      provideState(caseloadBriefFeature),
      provideState(caseloadOverviewFeature),
      provideState(missFactsFeature),
      provideEffects(
        caseloadEffects,
        caseloadBriefEffects,
        caseloadOverviewEffects,
        missFactsEffects,
      ),
    ],
  },
] satisfies Routes;
