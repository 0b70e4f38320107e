import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { FollowUpLine, FollowUpList } from '#domain/aftercare/follow-up.contract';
import { FOLLOW_UP_REACHED } from '#domain/measures/follow-up-reached';
import { followUpOutcome } from '#domain/measures/follow-up-outcome';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { serverEventsFeature } from '../../http/server-events.feature';
import { AftercarePage } from './aftercare-page';
import { AftercareApi } from './api/aftercare-api';
import * as aftercareEffects from './state/aftercare.effects';
import { aftercareFeature } from './state/aftercare.feature';
import * as followUpEffects from './state/follow-up.effects';
import { followUpFeature } from './state/follow-up.feature';

const line: FollowUpLine = {
  ...{ key: 'e1:7-days', clientId: 'c1', familyName: 'Plum', givenName: 'Odette' },
  ...{ episodeId: 'e1', counselor: null, site: null, timeZone: 'America/New_York' },
  ...{ today: '2026-11-18', endedOn: '2026-11-10', name: '7 days', due: '2026-11-17' },
  ...{ from: '2026-11-15', to: '2026-11-19', tryOn: '2026-11-17', status: 'due' },
  ...{ isOpen: true, lateDays: 1, tries: 0, modes: [], contacts: [] },
  ...{ owner: 'peer specialist', phones: ['414 555 0138, mobile'], contactRules: null },
};
const figure = {
  ...{ value: 0.5, numerator: 2, denominator: 4, excluded: 1, unrecorded: 3 },
  ...{ interval: null, noInterval: 'fewer than 5 clients' },
};
const shown = { hasTrend: true, isOfSessions: false };
const found: FollowUpList = {
  asOf: '2026-11-18T13:02:00Z',
  lines: [
    line,
    {
      ...line,
      key: 'e1:30-days',
      name: '30 days',
      status: 'not-due',
      isOpen: false,
      lateDays: 0,
      tryOn: '2026-12-10',
    },
  ],
  countedDays: 90,
  reached: {
    figure,
    definition: { ...FOLLOW_UP_REACHED, ...shown },
    range: { none: 2, all: 5, of: 7 },
    each: [{ name: '72 h', figure }],
  },
  outcomes: [
    {
      question: 'abstinent',
      figure,
      definition: { ...followUpOutcome('abstinent'), ...shown },
      range: { none: 2, all: 5, of: 7 },
    },
  ],
};
const ruth = { name: 'Ruth Ash', role: 'counselor', staffId: 's1' } as Me;

describe('Follow-up', () => {
  it('says who is due and late, and the outcome with what is not known and its range', async () => {
    const { text } = await open();
    expect(text()).toContain('Nobody is due to be asked after today; 1 is late.');
    expect(text()).toMatch(/Abstinent 30 days ?Yes Abstinent 30 days 50% 2\/4 3 2 to 5 of 7/);
    expect(text()).toContain('Later 1, show');
  });

  it('writes a try into the contact log, and takes it back', async () => {
    const { api, host, press, choose, text } = await open('/?view=follow-up&follow=e1:7-days');
    await choose('#follow-outcome', 'no-more-contact');
    await press('Write it down');
    const [sent] = api.log.calls.mostRecent().args;
    expect([sent.clientId, sent.mode, sent.result]).toEqual(['c1', 'phone', 'declined']);
    expect(sent.followUp).toEqual({
      answers: null,
      returnToCare: 'not-offered',
      ends: 'no-more-contact',
    });
    expect(host.querySelector('app-follow-up-form')).toBeNull();
    await press('Undo');
    expect(api.withdrawContact.calls.mostRecent().args[0].corrects).toBe(sent.id);
    expect(text()).toContain('Withdrawn.');
  });

  it('asks again before it records a way that the client has not allowed, and says what lies outside', async () => {
    const said = {
      voicemail: 'allowed',
      text: 'allowed',
      letter: 'allowed',
      email: 'allowed',
    } as const;
    const contactRules = {
      ...{ id: 'r', phone: 'not-allowed' as const, ...said, namesProgram: 'allowed' as const },
      ...{ reason: 'told us', madeBy: 'Ruth', madeAt: found.asOf },
    };
    const forbidding = { ...found, lines: [{ ...line, contactRules }] };
    const { api, press, choose, text } = await open(
      '/?view=follow-up&follow=e1:7-days',
      of(forbidding),
    );
    await choose('#follow-outcome', 'not-reached');
    await press('Write it down');
    expect(api.log).not.toHaveBeenCalled();
    expect(text()).toContain('The client has not allowed this.');
    await choose('#follow-at', '2026-11-12T09:00');
    expect(text()).toContain('That day lies outside the window');
    await press('Write it down all the same');
    expect(api.log).toHaveBeenCalledTimes(1);
  });

  it('is all there is for who asks after those who left: no board is read, and no page of a client offered', async () => {
    const { api, host, text } = await open('/?follow=e1:7-days', of(found), {
      ...ruth,
      role: 'peer',
    });
    expect(text()).toContain('414 555 0138, mobile');
    expect(host.querySelector('app-follow-up-form')).not.toBeNull();
    expect([...host.querySelectorAll('nav a')].map(words)).toEqual(['Follow-up']);
    expect([...host.querySelectorAll('a')].map(words)).toEqual(['Follow-up']);
    expect(api.find).not.toHaveBeenCalled();
  });

  it('recovers from a failed load', async () => {
    const { api, host, text, settle } = await open(
      '/?view=follow-up',
      throwError(() => new Error('offline')),
    );
    expect(text()).toContain('The follow-up list could not be loaded.');
    api.findFollowUps.and.returnValue(of(found));
    host.querySelector<HTMLButtonElement>('app-failed-notice button')!.click();
    await settle();
    expect(text()).toContain('1 is late.');
  });
});

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

async function open(
  url = '/?view=follow-up',
  answer: ReturnType<AftercareApi['findFollowUps']> = of(found),
  me: Me = ruth,
) {
  const api = jasmine.createSpyObj<AftercareApi>('AftercareApi', {
    find: throwError(() => new Error('not asked for')),
    findFollowUps: answer,
    log: of(null),
    withdrawContact: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '', component: AftercarePage }]),
      provideStore(),
      provideState(accessFeature),
      provideState(serverEventsFeature),
      provideState(aftercareFeature),
      provideState(followUpFeature),
      provideEffects(aftercareEffects, followUpEffects),
      { provide: AftercareApi, useValue: api },
    ],
  });
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const harness = await RouterTestingHarness.create(url);
  const settle = () => harness.fixture.whenStable();
  await settle();
  const host = harness.routeNativeElement!;
  return {
    api,
    host,
    settle,
    text: () => words(host),
    press: async (name: string) => {
      [...host.querySelectorAll('button')].find((one) => words(one) === name)!.click();
      await settle();
    },
    choose: async (selector: string, value: string) => {
      const field = host.querySelector<HTMLInputElement>(selector)!;
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await settle();
    },
  };
}
