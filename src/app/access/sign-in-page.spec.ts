import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { SignInOptions } from '#domain/access/access.contract';
import type { Health } from '#domain/data-sources/data-sources.contract';
import { HealthApi } from '../http/health-api';
import { AccessApi } from './access-api';
import { SignInPage } from './sign-in-page';
import * as accessEffects from './state/access.effects';
import { accessFeature } from './state/access.feature';

describe('SignInPage', () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it('says how far the first read is until there is somebody to be', () => {
    const { text, arrive, later } = open({ personas: [] });
    later(0);
    expect(text()).toContain('Reading appointments, 400 of 900.');
    arrive({ personas: [dana] });
    later(1_000);
    expect(text()).toContain('Dana Flint');
    expect(text()).not.toContain('Reading appointments');
  });

  it('signs in as the person chosen and opens the first page', () => {
    const { choose, later, api, router } = open({ personas: [dana] });
    later(0);
    choose('Dana Flint');
    expect(api.signIn).toHaveBeenCalledOnceWith('counselor');
    expect(router.navigateByUrl).toHaveBeenCalledOnceWith('/');
  });

  it('says what is wrong when the sign-in fails, and lets one choose again', () => {
    const { choose, later, api, text } = open({ personas: [dana] });
    api.signIn.and.returnValue(throwError(() => new Error('offline')));
    later(0);
    choose('Dana Flint');
    later(0);
    expect(text()).toContain('The server could not be reached.');
  });
});

const dana = { persona: 'counselor' as const, name: 'Dana Flint', does: 'Carries a caseload' };
const health: Health = {
  status: 'starting',
  version: '0.1.0',
  now: '2026-11-18T14:02:00Z',
  sync: {
    message: 'Reading appointments, 400 of 900.',
    asOf: null,
    historyComplete: false,
    lateBecause: null,
  },
};

function open(options: SignInOptions) {
  const api = jasmine.createSpyObj<AccessApi>('AccessApi', {
    findOptions: of(options),
    signIn: of(undefined),
  });
  const router = jasmine.createSpyObj<Router>('Router', { navigateByUrl: Promise.resolve(true) });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideEffects(accessEffects),
      { provide: AccessApi, useValue: api },
      { provide: HealthApi, useValue: { find: () => of(health) } },
      { provide: Router, useValue: router },
    ],
  });
  const fixture = TestBed.createComponent(SignInPage);
  const host: HTMLElement = fixture.nativeElement;
  fixture.detectChanges();
  return {
    api,
    router,
    text: () => host.textContent,
    arrive: (more: SignInOptions) => api.findOptions.and.returnValue(of(more)),
    later: (milliseconds: number) => {
      jasmine.clock().tick(milliseconds);
      fixture.detectChanges();
    },
    choose: (name: string) => {
      [...host.querySelectorAll('button')].find((b) => b.textContent.includes(name))!.click();
    },
  };
}
