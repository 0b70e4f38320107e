import type { Routes } from '@angular/router';
import { firstPage, seesClients, signedIn, worksWithClients } from './access/access.guards';
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
    providers: sourceRecordProviders,
    children: [
      { path: '', pathMatch: 'full', canActivate: [firstPage], children: [] },
      {
        path: 'caseload',
        canActivate: [seesClients],
        loadChildren: () => import('./features/caseload/caseload.routes'),
      },
      {
        path: 'to-do',
        canActivate: [worksWithClients],
        loadChildren: () => import('./features/outreach/outreach.routes'),
      },
      {
        path: 'clients',
        canActivate: [seesClients],
        loadChildren: () => import('./features/client-progress/client-progress.routes'),
      },
      {
        path: 'sessions-today',
        canActivate: [seesClients],
        loadChildren: () => import('./features/attendance/rosters.routes'),
      },
      {
        path: 'attendance',
        canActivate: [seesClients],
        loadChildren: () => import('./features/attendance/attendance.routes'),
      },
      { path: 'data', loadChildren: () => import('./features/data-sources/data-sources.routes') },
      { path: '**', title: 'Not found', component: NotFoundPage },
    ],
  },
];
