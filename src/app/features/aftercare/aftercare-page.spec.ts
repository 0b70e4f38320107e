import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { Aftercare, AftercareCard } from '#domain/aftercare/aftercare.contract';
import { type MilestoneId, MILESTONES, type MilestoneStatus } from '#domain/aftercare/milestone';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { ServerEventsActions } from '../../http/server-events.actions';
import { serverEventsFeature } from '../../http/server-events.feature';
import { AftercarePage } from './aftercare-page';
import { AftercareApi } from './api/aftercare-api';
import * as aftercareEffects from './state/aftercare.effects';
import { aftercareFeature } from './state/aftercare.feature';
import { followUpFeature } from './state/follow-up.feature';

type Said = Partial<Record<MilestoneId, MilestoneStatus>>;
const milestonesOf = (said: Said, late: Partial<Record<MilestoneId, number>> = {}) =>
  MILESTONES.map((id) => ({
    id,
    status: said[id] ?? ('not-started' as const),
    on: null,
    due: '2026-11-16',
    lateDays: late[id] ?? 0,
    by: null,
    recordId: said[id] === 'done' ? `record-${id}` : null,
    entryId: null,
    toldBy: null,
    note: null,
  }));
const plum: AftercareCard = {
  clientId: 'c1',
  familyName: 'Plum',
  givenName: 'Odette',
  episodeId: 'e1',
  counselor: { id: 's1', name: 'Ruth Ash' },
  site: { id: 'h', name: 'Harbor Street' },
  timeZone: 'America/New_York',
  today: '2026-11-18',
  admittedOn: '2026-10-05',
  plannedEnd: '2026-11-27',
  endedOn: null,
  daysTo: 9,
  onHold: false,
  talkedSinceEnd: false,
  followUp: null,
  openDays: 30,
  stage: 'accepted',
  destination: 'Cedar House',
  appointmentOn: null,
  missedOn: null,
  milestones: milestonesOf(
    { 'referral-sent': 'done', accepted: 'done', medication: 'not-applicable' },
    { 'appointment-booked': 2 },
  ),
  next: 'appointment-booked',
};
const sorrel: AftercareCard = {
  ...plum,
  clientId: 'c2',
  episodeId: 'e2',
  familyName: 'Sorrel',
  endedOn: '2026-11-14',
  daysTo: -4,
  stage: 'booked',
  appointmentOn: '2026-11-16',
  missedOn: '2026-11-16',
  next: 'first-kept',
};
const found: Aftercare = {
  asOf: '2026-11-18T13:02:00Z',
  summary: { clients: 2, late: 2, missed: 1, leaving: 3, unbooked: 1, leavingDays: 14 },
  cards: [sorrel, plum],
  closed: { complete: 4, noContact: 2 },
  choices: {
    counselors: [{ id: 's1', name: 'Ruth Ash' }],
    sites: [],
    destinations: ['Cedar House'],
  },
};
const ruth = { name: 'Ruth Ash', role: 'counselor', staffId: 's1' } as Me;

describe('AftercarePage', () => {
  it('says which coming discharges have no date, and which first appointments were missed', async () => {
    const { text } = await open();
    expect(text()).toContain(
      '1 of 3 clients who leave by Wed 2 Dec has no appointment after discharge; 1 first appointment was missed.',
    );
    expect(text()).toContain('2 plans are late.');
  });

  it('has a column for each stage, with whoever stands there and what is missing', async () => {
    const { section } = await open();
    expect(section('Accepted')).toContain('Plum, Odette 9 d to go Cedar House');
    expect(section('Accepted')).toContain('Appointment booked, 2 d late RA');
    expect(section('Booked')).toContain('Sorrel, Odette day 4');
    expect(section('Booked')).toContain('Missed Mon 16 Nov, book again');
    expect(section('Referred')).toContain('0');
    expect(section('Following up')).toContain('Complete 4 No contact 2');
  });

  it('says the bar of milestones in words', async () => {
    const { host } = await open();
    const bar = host.querySelector('#card-e1 [role=img]');
    expect(bar?.getAttribute('aria-label')).toMatch(/^2 of 10 milestones done; missing: planning/);
  });

  it('folds what a column has more of, and says whether any of it is late', async () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ ...plum, episodeId: `m${n}` }));
    const { section, host, settle } = await open(of({ ...found, cards: many }));
    expect(section('Accepted')).toContain('2 more, 2 late');
    host.querySelector<HTMLButtonElement>('.more')!.click();
    await settle();
    expect(host.querySelectorAll('app-aftercare-card').length).toBe(7);
  });

  it('is a table of the same as well, by its address', async () => {
    const { host } = await open(of(found), '/?view=list');
    const rows = [...host.querySelectorAll('tbody tr')].map(words);
    expect(rows[1]).toMatch(/^Plum, Odette ?Accepted ?9 d to go ?Cedar House ?none/);
  });

  it('asks for what the address narrows it to', async () => {
    const { api } = await open(of(found), '/?show=missed&counselor=s1&view=list&open=e1');
    expect(api.find).toHaveBeenCalledOnceWith({ counselor: 's1', show: 'missed' }, 'person');
  });

  it('says before it is written down what a milestone would change, and takes it back', async () => {
    const { host, api, press, settle, text, choose } = await open(of(found), '/?open=e1');
    await press('Write down: Appointment booked');
    expect(text()).toContain('The card moves from Accepted to Booked.');
    await choose('#milestone-status', 'not-started');
    expect(text()).toContain('The card stays in Accepted.');
    await choose('#milestone-status', 'done');
    host.querySelector<HTMLButtonElement>('app-milestone-form [type=submit]')!.click();
    await settle();
    expect(text()).toContain('Say who told you.');
    expect(api.write).not.toHaveBeenCalled();
    host.querySelector<HTMLInputElement>('#milestone-told')!.value = 'Kim';
    host.querySelector<HTMLButtonElement>('app-milestone-form [type=submit]')!.click();
    await settle();
    const [clientId, sent] = api.write.calls.mostRecent().args;
    expect([clientId, sent.episodeId, sent.says.milestone, sent.says.toldBy]).toEqual([
      ...['c1', 'e1', 'appointment-booked', 'Kim'],
    ]);
    await press('Undo');
    expect(api.withdraw).toHaveBeenCalledOnceWith('c1', sent.id);
    expect(text()).toContain('Withdrawn.');
  });

  it('offers nothing to write of what the source says, of a past moment, or to whoever may not', async () => {
    const acts = (host: HTMLElement) => host.querySelectorAll('[aria-label^="Write down"]').length;
    const { host } = await open(of(found), '/?open=e1');
    expect(acts(host)).toBe(8);
    TestBed.resetTestingModule();
    expect(acts((await open(of(found), '/?open=e1&asOf=2026-11-17T12:00:00Z')).host)).toBe(0);
    TestBed.resetTestingModule();
    expect(acts((await open(of(found), '/?open=e1', { ...ruth, role: 'director' })).host)).toBe(0);
  });

  it('says why a milestone was not taken, and keeps what was typed', async () => {
    const { api, press, host, text, settle } = await open(of(found), '/?open=e1');
    api.write.and.returnValue(throwError(() => new Error('offline')));
    await press('Write down: Level agreed');
    host.querySelector<HTMLInputElement>('#milestone-note')!.value = 'OP twice a week';
    host.querySelector<HTMLButtonElement>('app-milestone-form [type=submit]')!.click();
    await settle();
    expect(text()).toContain('It was not written down.');
    expect(host.querySelector<HTMLInputElement>('#milestone-note')!.value).toBe('OP twice a week');
  });

  it('says that nobody is among those asked for, and recovers from a failed load', async () => {
    const none = { ...found, cards: [] };
    const { text } = await open(of(none), '/?show=missed');
    expect(text()).toContain('Nobody is among them. Show everybody');
    TestBed.resetTestingModule();
    const failed = await open(throwError(() => new Error('offline')));
    expect(failed.text()).toContain('The aftercare board could not be loaded.');
    failed.api.find.and.returnValue(of(found));
    failed.host.querySelector<HTMLButtonElement>('app-failed-notice button')!.click();
    await failed.settle();
    expect(failed.text()).toContain('1 of 3 clients');
  });

  it('says that referrals may be missing while records are still being read', async () => {
    const { text, settle } = await open();
    const sync = { message: '', asOf: null, historyComplete: false, lateBecause: null };
    TestBed.inject(Store).dispatch(
      ServerEventsActions.healthReceived({
        health: { status: 'ready', version: '0', now: found.asOf, sync },
        receivedAt: 0,
      }),
    );
    await settle();
    expect(text()).toContain('referrals may be missing');
  });

  it('gives the focus back to the card when the panel is closed', async () => {
    const { host, settle, text } = await open(of(found), '/?open=e1');
    expect(text()).toContain('Client’s page');
    host
      .querySelector('app-aftercare-panel')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(document.activeElement?.id).toBe('card-e1');
    expect(TestBed.inject(Router).url).toBe('/');
  });
});

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

async function open(
  answer: ReturnType<AftercareApi['find']> = of(found),
  url = '/',
  me: Me = ruth,
) {
  const api = jasmine.createSpyObj<AftercareApi>('AftercareApi', {
    find: answer,
    write: of(null),
    withdraw: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '', component: AftercarePage }]),
      provideStore(),
      provideState(accessFeature),
      provideState(serverEventsFeature),
      provideState(aftercareFeature),
      provideState(followUpFeature),
      provideEffects(aftercareEffects),
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
    section: (name: string) =>
      words(
        host.querySelector(
          `section[aria-labelledby="stage-${name.toLowerCase().replace(' ', '-')}"]`,
        )!,
      ),
    press: async (name: string) => {
      const button = [...host.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name || words(one) === name,
      );
      button!.click();
      await settle();
    },
    choose: async (selector: string, value: string) => {
      const select = host.querySelector<HTMLSelectElement>(selector)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settle();
    },
  };
}
