import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { MeasureCase } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { tellChange } from '../../../http/tell-change.fixture';
import { ATTENDED } from '../../../ui/figure/attended-definition';
import { pageWideStates } from '../page-wide-states.fixture';
import { CasesApi } from '../api/cases-api';
import { MeasuresApi } from '../api/measures-api';
import * as casesEffects from '../state/cases.effects';
import { casesFeature } from '../state/cases.feature';
import { CasesPage } from './cases-page';

describe('CasesPage', () => {
  it('says what is listed, of how many', async () => {
    const { text } = await open('?counts=numerator');
    expect(text()).toContain('Sessions counted in Attendance: 421 of 588');
    expect(text()).toContain('421/588');
  });

  it('lists rows of the days that the figure counts', async () => {
    const { asked } = await open('?counts=excluded&status=on-hold');
    expect(asked()).toEqual([
      'attendance-sessions',
      { from: '2026-11-02', to: '2026-11-08', counts: 'excluded', status: 'on-hold' },
      'person',
    ]);
  });

  it('takes another part of the figure by address, from its newest row', async () => {
    const { click, url } = await open('?counts=numerator&after=there');
    await click('Not recorded');
    expect(url()).toBe('/attendance/cases?counts=unrecorded');
  });

  it('opens the client and the records of each row', async () => {
    const { rowLinks } = await open();
    expect(rowLinks()).toEqual([
      '/clients/plum',
      '/attendance/cases?record=a1',
      '/attendance/cases?record=e1',
    ]);
  });

  it('shows what nobody recorded as not recorded, without minutes', async () => {
    const unrecorded = { status: 'unrecorded', recordedMinutes: null, encounterId: null };
    const { cells } = await open('', { ...plum, ...unrecorded });
    expect(cells().slice(4, 6)).toEqual(['Not recorded', '']);
  });

  it('says how many rows of the figure are outside the scope of who reads', async () => {
    const { text } = await open('?counts=denominator');
    expect(text()).toContain('167 outside your scope.');
  });

  it('says discharges of what is of discharges, how many are outside the scope, and of which flow', async () => {
    const flow = '?counts=denominator&fromStop=reason%201&toStop=no-referral';
    const { text, asked, click, url } = await open(flow, plum, { answer: ofDischarges });
    expect(text()).toContain('Discharges in the denominator of First appointment kept: 421');
    expect(text()).toContain('167 outside your scope.');
    expect(asked()[1]).toEqual(
      jasmine.objectContaining({ fromStop: 'reason 1', toStop: 'no-referral' }),
    );
    await click('Flow Completed to No referral');
    expect(url()).toBe('/attendance/cases?counts=denominator');
  });

  it('says rows that could not be brought up to date, and leaves them', async () => {
    const { find, somethingChanges, text } = await open();
    find.and.returnValue(throwError(() => new Error('offline')));
    await somethingChanges();
    expect(text()).toContain('The rows could not be brought up to date; they stand as they were.');
    expect(text()).toContain('Plum, Odette');
  });

  it('says what failed, and tries again', async () => {
    const { text, click, find } = await open('', plum, { fails: true });
    expect(text()).toContain('The rows could not be loaded.');
    find.and.returnValue(of(shownOf(plum)));
    await click('Try again');
    expect(text()).toContain('Plum, Odette');
  });
});

const plum: MeasureCase = {
  clientId: 'plum',
  familyName: 'Plum',
  givenName: 'Odette',
  recordId: 'a1',
  encounterId: 'e1',
  sessionId: 's1',
  startsAt: '2026-11-05T16:00:00Z',
  timeZone: 'America/Chicago',
  service: 'Group A',
  site: 'Millbrook',
  status: 'attended',
  scheduledMinutes: 120,
  recordedMinutes: 118,
  assumed: false,
  contradictory: false,
  counts: 'numerator',
};
const shownOf = (one: MeasureCase) => ({
  asOf: '2026-11-18T14:02:00Z',
  cases: [one],
  total: 421,
  next: null,
});
const figure = {
  value: 421 / 588,
  numerator: 421,
  denominator: 588,
  excluded: 12,
  unrecorded: 9,
  interval: null,
  noInterval: null,
};
const ofSessions: MeasureAnswer = {
  measure: { ...ATTENDED, name: 'Attendance' },
  asOf: '2026-11-18T14:02:00Z',
  from: '2026-11-02',
  to: '2026-11-08',
  by: 'week',
  scope: 'all sites',
  clients: 152,
  whole: { id: null, name: 'All', figure, points: [], title: null, findings: [], limits: '' },
  before: null,
  split: null,
  groups: [],
  groupsLeft: 0,
  changes: [],
  incomplete: false,
};
const ofDischarges: MeasureAnswer = {
  ...ofSessions,
  measure: {
    ...ATTENDED,
    name: 'First appointment kept',
    denominator: 'Live discharges',
    countedIn: 'discharges',
    isOfSessions: false,
    isOfDischarges: true,
  },
};

async function open(
  search = '',
  one: MeasureCase = plum,
  { fails = false, answer = ofSessions } = {},
) {
  const find = jasmine.createSpy('find');
  find.and.returnValue(fails ? throwError(() => new Error('offline')) : of(shownOf(one)));
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      ...pageWideStates(),
      provideState(serverEventsFeature),
      provideState(casesFeature),
      provideEffects(casesEffects),
      provideRouter(
        [{ path: 'attendance/cases', component: CasesPage }],
        withComponentInputBinding(),
      ),
      { provide: CasesApi, useValue: { find } },
      { provide: MeasuresApi, useValue: { find: () => of(answer) } },
    ],
  });
  const harness = await RouterTestingHarness.create(`/attendance/cases${search}`);
  await harness.fixture.whenStable();
  const host = harness.fixture.nativeElement as HTMLElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    find,
    text: () => said(host),
    cells: () => [...host.querySelectorAll('tbody td')].map(said),
    rowLinks: () => [...host.querySelectorAll('tbody a')].map((link) => link.getAttribute('href')),
    asked: () => find.calls.mostRecent().args as unknown[],
    url: () => TestBed.inject(Router).url,
    somethingChanges: async () => {
      tellChange();
      await harness.fixture.whenStable();
    },
    click: async (words: string) => {
      const buttons = [...host.querySelectorAll<HTMLElement>('button')];
      buttons.find((button) => said(button).startsWith(words))?.click();
      await harness.fixture.whenStable();
    },
  };
}
