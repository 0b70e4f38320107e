import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { signInRequired } from './access/sign-in-required';
import * as accessEffects from './access/state/access.effects';
import { accessFeature } from './access/state/access.feature';
import { emptyOnSignOut } from './access/state/empty-on-sign-out';
import { AppTitle } from './app-title';
import { routes } from './app.routes';
import * as serverEventsEffects from './http/server-events.effects';
import { serverEventsFeature } from './http/server-events.feature';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([signInRequired])),
    provideRouter(routes, withComponentInputBinding()),
    provideStore({}, { metaReducers: [emptyOnSignOut] }),
    provideState(accessFeature),
    provideState(serverEventsFeature),
    provideEffects(accessEffects, serverEventsEffects),
    { provide: TitleStrategy, useExisting: AppTitle },
  ],
};
