import { inputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { IntakeList, WaitingClient } from '#domain/intake/intake.contract';
import { accessFeature } from '../../access/state/access.feature';
import { ServerEventsActions } from '../../http/server-events.actions';
import { serverEventsFeature } from '../../http/server-events.feature';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { IntakeApi } from './api/intake-api';
import { IntakePage } from './intake-page';
import * as intakeEffects from './state/intake.effects';
import { intakeFeature } from './state/intake.feature';

const plum: WaitingClient = {
  clientId: 'c1',
  familyName: 'Plum',
  givenName: 'Odette',
  recordNumber: null,
  requestId: 'r1',
  offeredBy: null,
  requestedOn: '2026-11-02',
  daysWaiting: 16,
  referredBy: 'Harbor Hospital',
  priority: 'pregnant',
  priorityRecordIds: ['p1'],
  step: 'assessment-booked',
  stepAt: '2026-11-20T14:00:00Z',
  stepOn: null,
  stepRecordId: 'a1',
  site: 'Harbor Street',
  timeZone: 'America/New_York',
};
const sorrel: WaitingClient = {
  ...plum,
  clientId: 'c2',
  familyName: 'Sorrel',
  givenName: 'Marlo',
  requestedOn: null,
  daysWaiting: null,
  referredBy: null,
  priority: null,
  priorityRecordIds: [],
  step: 'no-assessment',
  stepAt: null,
  stepRecordId: null,
  site: null,
};
const list: IntakeList = {
  asOf: '2026-11-18T13:02:00Z',
  order: 'Pregnant people come first, then whoever asked first.',
  waiting: [plum, sorrel],
};

describe('IntakePage', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('says how many wait, how long, and who has no assessment to come', async () => {
    const { text } = await open();
    expect(text()).toContain('2 people wait, the longest 16 days; 1 without an assessment to come');
  });

  it('says of each why they come first, since when and what is next', async () => {
    const { rows } = await open();
    expect(rows()[0]).toContain('Plum, Odette Pregnant 16 d 2 Nov');
    expect(rows()[0]).toContain('Assessment Fri 20 Nov, 9:00 am Harbor Street Harbor Hospital');
  });

  it('never shows a wait that is not known as none', async () => {
    const { rows } = await open();
    expect(rows()[1]).toContain(
      'not known date not recorded Book an assessment none booked not recorded',
    );
  });

  it('names the act that comes next, with what is recorded so far', async () => {
    const at = { stepAt: '2026-11-12T14:00:00Z' };
    const steps: WaitingClient[] = [
      { ...plum, ...at, step: 'assessment-missed' },
      { ...plum, ...at, clientId: 'c3', step: 'assessed' },
      { ...plum, clientId: 'c4', step: 'admission-planned', stepAt: null, stepOn: '2026-11-23' },
    ];
    const { rows } = await open(of({ ...list, waiting: steps }));
    expect(rows()[0]).toContain('Book another assessment missed Thu 12 Nov');
    expect(rows()[1]).toContain('Plan the admission assessed Thu 12 Nov');
    expect(rows()[2]).toContain('Admission planned for 23 Nov');
  });

  it('leads to the request, to what makes the priority and to the step', async () => {
    const { links } = await open();
    expect(links()).toEqual([
      'Request of Plum, Odette',
      'Priority of Plum, Odette',
      'Assessment of Plum, Odette',
      'Request of Sorrel, Marlo',
    ]);
  });

  it('names nobody in links where names are not to be seen', async () => {
    const { links, settle, text } = await open();
    TestBed.inject(InitialsOnly).on.set(true);
    await settle();
    expect(links()[0]).toBe('Request of O. P.');
    expect(text()).not.toContain('Plum');
  });

  it('says that nobody waits', async () => {
    const { text } = await open(of({ ...list, waiting: [] }));
    expect(text()).toContain('Nobody who asked for help is waiting.');
  });

  it('never calls it nobody while requests are still being read', async () => {
    const { text, settle } = await open(of({ ...list, waiting: [] }));
    const sync = { message: '', asOf: null, historyComplete: false, lateBecause: null };
    TestBed.inject(Store).dispatch(
      ServerEventsActions.healthReceived({
        health: { status: 'ready', version: '0', now: list.asOf, sync },
        receivedAt: 0,
      }),
    );
    await settle();
    expect(text()).not.toContain('Nobody');
    expect(text()).toContain('still being read');
  });

  it('recovers from a failed load', async () => {
    const { text, api, settle, host } = await open(throwError(() => new Error('offline')));
    expect(text()).toContain('The intake list could not be loaded.');
    api.find.and.returnValue(of(list));
    host.querySelector('button')!.click();
    await settle();
    expect(text()).toContain('2 people wait');
  });

  it('asks for another moment when one is chosen', async () => {
    const { api, choose } = await open();
    await choose('2026-11-05T15:00:00Z');
    expect(api.find).toHaveBeenCalledWith({ asOf: '2026-11-05T15:00:00Z' }, 'person');
  });
});

async function open(answer: ReturnType<IntakeApi['find']> = of(list)) {
  const api = jasmine.createSpyObj<IntakeApi>('IntakeApi', { find: answer });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideStore(),
      provideState(accessFeature),
      provideState(serverEventsFeature),
      provideState(intakeFeature),
      provideEffects(intakeEffects),
      { provide: IntakeApi, useValue: api },
    ],
  });
  const asOf = signal<string | undefined>(undefined);
  const fixture = TestBed.createComponent(IntakePage, {
    bindings: [inputBinding('asOf', asOf)],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const words = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
  return {
    api,
    host,
    settle: () => fixture.whenStable(),
    text: () => words(host),
    rows: () =>
      [...host.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map(words).filter(Boolean).join(' '),
      ),
    links: () =>
      [...host.querySelectorAll('app-record-links a')].map((a) => a.getAttribute('aria-label')),
    choose: async (moment: string) => {
      asOf.set(moment);
      await fixture.whenStable();
    },
  };
}
