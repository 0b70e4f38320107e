import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { EMPTY, of, throwError } from 'rxjs';
import type { Me, Role } from '#domain/access/access.contract';
import { HealthApi } from '../http/health-api';
import { AccessApi } from './access-api';
import { firstPage, mayOpen, signedIn } from './access.guards';
import { ReaderActions } from './state/access.actions';
import * as accessEffects from './state/access.effects';
import { accessFeature } from './state/access.feature';
import { emptyOnSignOut } from './state/empty-on-sign-out';

describe('access', () => {
  it('sends whoever is not signed in to the sign-in page, and back afterwards', async () => {
    const { go } = await start(null);
    expect(await go('/clients?asOf=x')).toBe('/sign-in?to=%2Fclients%3FasOf%3Dx');
  });

  it('begins on the caseload', async () => {
    const { go } = await start('counselor');
    expect(await go('/')).toBe('/caseload');
  });

  it('begins on the data page for an administrator, who has no client pages', async () => {
    const { go } = await start('admin');
    expect(await go('/')).toBe('/data');
    expect(await go('/clients')).toBe('/not-found');
  });

  it('begins on the follow-ups for who asks after those who left, who has no client pages', async () => {
    for (const role of ['peer', 'aftercare'] as const) {
      const { go } = await start(role);
      expect(await go('/')).toBe('/aftercare?view=follow-up');
      expect(await go('/clients')).toBe('/not-found');
      TestBed.resetTestingModule();
    }
  });

  it('empties itself and leaves when time ran out', async () => {
    const { go, settle, url, me } = await start('counselor');
    await go('/caseload');
    expect(me()?.role).toBe('counselor');
    TestBed.inject(Store).dispatch(ReaderActions.timeRanOut());
    await settle();
    expect(me()).toBeNull();
    expect(url()).toBe('/sign-in');
  });
});

@Component({ selector: 'app-any-page', template: '' })
class Page {}

async function start(role: Role | null) {
  const me: Me = {
    name: 'Dana Flint',
    role: role ?? 'counselor',
    staffId: null,
    site: null,
    sites: [],
    timeZone: 'America/Chicago',
    simulated: true,
    demoSignIn: true,
  };
  const api = jasmine.createSpyObj<AccessApi>('AccessApi', {
    findMe: role ? of(me) : throwError(() => new Error('401')),
    signOut: of(undefined),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore({}, { metaReducers: [emptyOnSignOut] }),
      provideState(accessFeature),
      provideEffects(accessEffects),
      { provide: AccessApi, useValue: api },
      { provide: HealthApi, useValue: { find: () => EMPTY } },
      provideRouter([
        { path: 'sign-in', component: Page },
        {
          path: '',
          canActivate: [signedIn],
          children: [
            { path: '', pathMatch: 'full', canActivate: [firstPage], children: [] },
            { path: 'clients', canActivate: [mayOpen('client:read')], component: Page },
            { path: '**', component: Page },
          ],
        },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create();
  const url = () => TestBed.inject(Router).url;
  return {
    url,
    me: TestBed.inject(Store).selectSignal(accessFeature.selectMe),
    settle: () => harness.fixture.whenStable(),
    go: async (address: string) => {
      await harness.navigateByUrl(address);
      return url();
    },
  };
}
