import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { pageActsProviders } from '../../page-acts/page-acts.providers';
import * as casesEffects from './state/cases.effects';
import { casesFeature } from './state/cases.feature';
import * as doseEffects from './state/dose.effects';
import { doseFeature } from './state/dose.feature';
import * as groupRosterEffects from './state/group-roster.effects';
import { groupRosterFeature } from './state/group-roster.feature';
import * as groupsEffects from './state/groups.effects';
import { groupsFeature } from './state/groups.feature';
import { measureCatalogueFeature } from './state/measure-catalogue.feature';
import * as processChangesEffects from './state/process-changes.effects';
import { processChangesFeature } from './state/process-changes.feature';
import * as sessionChoicesEffects from './state/session-choices.effects';
import { sessionChoicesFeature } from './state/session-choices.feature';
import * as sessionOutcomesEffects from './state/session-outcomes.effects';
import { sessionOutcomesFeature } from './state/session-outcomes.feature';
import * as sessionRosterEffects from './state/session-roster.effects';
import { sessionRosterFeature } from './state/session-roster.feature';
import * as sessionsEffects from './state/sessions.effects';
import { sessionsFeature } from './state/sessions.feature';
import * as trendEffects from './state/trend.effects';
import { trendFeature } from './state/trend.feature';
import { firstTab } from './first-tab';
import { TrendPage } from './trend/trend-page';

/** A page each tab (attendance-tabs.ts). */
const PAGES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: firstTab },
  {
    path: 'trend',
    title: 'Attendance',
    component: TrendPage,
    providers: [
      provideState(measureCatalogueFeature),
      provideState(sessionOutcomesFeature),
      provideState(trendFeature),
      provideState(processChangesFeature),
      provideEffects(sessionOutcomesEffects, trendEffects, processChangesEffects),
    ],
  },
  {
    path: 'sessions',
    title: 'Sessions',
    loadComponent: () =>
      import('./sessions/sessions-page').then(({ SessionsPage }) => SessionsPage),
    providers: [
      provideState(sessionsFeature),
      provideState(sessionRosterFeature),
      provideEffects(sessionsEffects, sessionRosterEffects),
    ],
  },
  {
    path: 'cases',
    title: 'Rows behind a figure',
    loadComponent: () => import('./cases/cases-page').then(({ CasesPage }) => CasesPage),
    providers: [provideState(casesFeature), provideEffects(casesEffects)],
  },
  {
    path: 'groups',
    title: 'Groups',
    loadComponent: () => import('./groups/groups-page').then(({ GroupsPage }) => GroupsPage),
    providers: [
      provideState(groupsFeature),
      provideState(groupRosterFeature),
      provideEffects(groupsEffects, groupRosterEffects),
    ],
  },
  {
    path: 'dose',
    title: 'Dose',
    loadComponent: () => import('./dose/dose-page').then(({ DosePage }) => DosePage),
    providers: [provideState(doseFeature), provideEffects(doseEffects)],
  },
];

/** What every page can do with itself, and what it can be narrowed to, is there for all of them. */
export default [
  {
    path: '',
    providers: [
      ...pageActsProviders,
      provideState(sessionChoicesFeature),
      provideEffects(sessionChoicesEffects),
    ],
    children: PAGES,
  },
] satisfies Routes;
