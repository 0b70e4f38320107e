import type { Routes } from '@angular/router';
import { firstPage, mayOpen, signedIn } from './access/access.guards';
import { clientSearchProviders } from './shell/client-search/client-search.providers';
import { NotFoundPage } from './shell/not-found-page';
import { Shell } from './shell/shell';
import { sourceRecordProviders } from './shell/source-record/source-record.providers';

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    loadComponent: () => import('./access/sign-in-page').then(({ SignInPage }) => SignInPage),
  },
  {
    path: '',
    component: Shell,
    canActivate: [signedIn],
    providers: [...sourceRecordProviders, ...clientSearchProviders],
    children: [
      { path: '', pathMatch: 'full', canActivate: [firstPage], children: [] },
      {
        path: 'caseload',
        canActivate: [mayOpen('caseload:read')],
        loadChildren: () => import('./features/caseload/caseload.routes'),
      },
      {
        path: 'to-do',
        canActivate: [mayOpen('outreach:read')],
        loadChildren: () => import('./features/outreach/outreach.routes'),
      },
      {
        path: 'clients',
        canActivate: [mayOpen('client:read')],
        loadChildren: () => import('./features/client-progress/client-progress.routes'),
      },
      {
        path: 'sessions-today',
        canActivate: [mayOpen('roster:read')],
        loadChildren: () => import('./features/attendance/rosters.routes'),
      },
      {
        path: 'attendance',
        canActivate: [mayOpen('measure:read')],
        loadChildren: () => import('./features/attendance/attendance.routes'),
      },
      {
        path: 'aftercare',
        canActivate: [mayOpen('follow-up:read')],
        loadChildren: () => import('./features/aftercare/aftercare.routes'),
      },
      {
        path: 'disclosures',
        canActivate: [mayOpen('disclosure:read')],
        loadChildren: () => import('./features/disclosures/disclosures.routes'),
      },
      {
        path: 'intake',
        canActivate: [mayOpen('intake:read')],
        loadChildren: () => import('./features/intake/intake.routes'),
      },
      {
        path: 'data',
        canActivate: [mayOpen('data-source:read')],
        loadChildren: () => import('./features/data-sources/data-sources.routes'),
      },
      {
        path: 'settings',
        canActivate: [mayOpen('settings:read')],
        loadChildren: () => import('./features/settings/settings.routes'),
      },
      { path: '**', title: 'Not found', component: NotFoundPage },
    ],
  },
];
