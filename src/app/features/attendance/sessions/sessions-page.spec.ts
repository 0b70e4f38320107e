import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type {
  SessionItem,
  SessionList,
  SessionRoster,
} from '#domain/attendance/session-list.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { tellChange } from '../../../http/tell-change.fixture';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { pageWideStates } from '../page-wide-states.fixture';
import { SessionsApi } from '../api/sessions-api';
import * as sessionRosterEffects from '../state/session-roster.effects';
import { sessionRosterFeature } from '../state/session-roster.feature';
import * as sessionsEffects from '../state/sessions.effects';
import { sessionsFeature } from '../state/sessions.feature';
import { SessionsPage } from './sessions-page';

describe('SessionsPage', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('lists each session with what is wrong with its records', async () => {
    const { cells } = await open();
    expect(cells().slice(0, 7)).toEqual([
      'Tue 17 Nov 10:00 am CST',
      'Group A',
      'Millbrook',
      'Dana Flint',
      '3 clients',
      '2 attended',
      '1 not recorded1 contradictory1 assumed minutes',
    ]);
  });

  it('never shows what nobody recorded as nobody there', async () => {
    const { cell } = await open('', { ...group, attended: 0, clients: 3, notRecorded: 3 });
    expect(cell(6)).toBe('not recorded');
    TestBed.resetTestingModule();
    const recorded = await open('', { ...group, attended: 0, clients: 3, notRecorded: 0 });
    expect(recorded.cell(6)).toBe('0 attended');
  });

  it('calls no session complete that is not over', async () => {
    const { cell } = await open('', {
      ...group,
      ...nothingMissing,
      endsAt: '2026-11-18T15:00:00Z',
    });
    expect([cell(6), cell(7)]).toEqual(['under way', 'not over']);
  });

  it('takes away what a list cannot show: its filters are counted and cleared', async () => {
    const { click, text, url } = await open('?program=p1&hour=9', null, false, 0);
    expect(text()).toContain('No session matches.');
    await click('Clear 2 filters');
    expect(url()).toBe('/attendance/sessions');
  });

  it('says sessions that could not be brought up to date, and leaves them', async () => {
    const { find, somethingChanges, text } = await open();
    find.and.returnValue(throwError(() => new Error('offline')));
    await somethingChanges();
    expect(text()).toContain(
      'The sessions could not be brought up to date; they stand as they were.',
    );
    expect(text()).toContain('Group A');
  });

  it('says on paper which days and whose sessions these are', async () => {
    const { text } = await open('?concern=not-recorded');
    expect(text()).toContain('5 Nov–18 Nov, your clients, only not recorded');
  });

  it('says that a period has no sessions', async () => {
    const { text } = await open('', null, false, 0);
    expect(text()).toContain('No sessions in this period.');
  });

  it('narrows the list to a concern, and keeps it in the address', async () => {
    const { click, url, asked, pressed } = await open();
    await click('Assumed minutes');
    expect(url()).toBe('/attendance/sessions?concern=assumed');
    expect(asked()).toEqual({ concern: 'assumed' });
    expect(pressed()).toEqual(['Assumed minutes4']);
  });

  it('asks for the sessions that the address names', async () => {
    const { asked } = await open('?from=2026-11-01&weekday=5&kind=group&concern=contradictory');
    expect(asked()).toEqual({
      from: '2026-11-01',
      weekday: 5,
      kind: 'group',
      concern: 'contradictory',
    });
  });

  it('goes on to earlier sessions by address', async () => {
    const { links } = await open();
    expect(links()).toContain('/attendance/sessions?after=there');
  });

  it('opens a roster from the keyboard, and returns the focus on Esc', async () => {
    const { press, panel, focused, url } = await open();
    await press('ArrowDown', 1);
    await press('Enter');
    expect(url()).toBe('/attendance/sessions?session=s2');
    expect(panel()).toContain('Plum, Odette');
    await press('Escape');
    expect(panel()).toBe('');
    expect(url()).toBe('/attendance/sessions');
    expect(focused()).toBe('Mon 16 Nov 10:00 am CST');
  });

  it('says of each client what is recorded, assumed or contradictory', async () => {
    const { panel } = await open('?session=s1');
    expect(panel()).toContain('Plum, Odette Attended 120 min assumed');
    expect(panel()).toContain('Yarrow, Hollis Not recorded');
    expect(panel()).not.toContain('0 of 120 min');
    expect(panel()).toContain('Contradictory at the source');
  });

  it('links records and one’s own clients alone', async () => {
    const { panelLinks } = await open('?session=s1');
    expect(panelLinks()).toEqual([
      '/clients/plum',
      '/attendance/sessions?session=s1&record=a1',
      '/attendance/sessions?session=s1&record=e1',
      '/attendance/sessions?session=s1&record=a2',
    ]);
  });

  it('shows no name where there are to be initials', async () => {
    const { panel, settle } = await open('?session=s1');
    TestBed.inject(InitialsOnly).on.set(true);
    await settle();
    expect(panel()).toContain('O. P.');
    expect(panel()).not.toContain('Plum');
  });

  it('says when nothing is missing, with the way back to all', async () => {
    const { text, click, url } = await open('?concern=not-recorded', null);
    expect(text()).toContain('Every session of this period is recorded.');
    await click('Show all 9');
    expect(url()).toBe('/attendance/sessions');
  });

  it('says what failed, and tries again', async () => {
    const { text, click, find } = await open('', group, true);
    expect(text()).toContain('The sessions could not be loaded.');
    find.and.returnValue(of(listOf(group)));
    await click('Try again');
    expect(text()).toContain('Group A');
  });
});

const group: SessionItem = {
  sessionId: 's1',
  startsAt: '2026-11-17T16:00:00Z',
  endsAt: '2026-11-17T18:00:00Z',
  timeZone: 'America/Chicago',
  service: 'Group A',
  kind: 'group',
  site: 'Millbrook',
  facilitator: 'Dana Flint',
  clients: 3,
  attended: 2,
  notRecorded: 1,
  awaitingRecord: 0,
  contradictory: 1,
  assumed: 1,
};
const nothingMissing = { attended: 0, notRecorded: 0, contradictory: 0, assumed: 0 };
const earlier: SessionItem = {
  ...group,
  sessionId: 's2',
  startsAt: '2026-11-16T16:00:00Z',
  endsAt: '2026-11-16T18:00:00Z',
};

const listOf = (session: SessionItem | null, all = 9): SessionList => ({
  asOf: '2026-11-18T14:02:00Z',
  from: '2026-11-05',
  to: '2026-11-19',
  scope: 'your clients',
  sessions: session ? [session, earlier] : [],
  counts: { all, 'not-recorded': 1, 'awaiting-record': 2, contradictory: 3, assumed: 4 },
  next: 'there',
});

const me: Me = {
  name: 'Sam',
  role: 'supervisor',
  staffId: null,
  site: null,
  sites: [],
  timeZone: 'America/New_York',
  simulated: false,
  demoSignIn: false,
};

const roster: SessionRoster = {
  asOf: '2026-11-18T14:02:00Z',
  session: group,
  members: [
    {
      clientId: 'plum',
      familyName: 'Plum',
      givenName: 'Odette',
      mine: true,
      status: 'attended',
      scheduledMinutes: 120,
      recordedMinutes: null,
      assumed: true,
      contradictory: true,
      recordId: 'a1',
      encounterId: 'e1',
    },
    {
      clientId: 'yarrow',
      familyName: 'Yarrow',
      givenName: 'Hollis',
      mine: false,
      status: 'unrecorded',
      scheduledMinutes: 120,
      recordedMinutes: null,
      assumed: false,
      contradictory: false,
      recordId: 'a2',
      encounterId: null,
    },
  ],
};

async function open(search = '', session: SessionItem | null = group, fails = false, all = 9) {
  const find = jasmine.createSpy('find');
  find.and.returnValue(fails ? throwError(() => new Error('offline')) : of(listOf(session, all)));
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      ...pageWideStates(),
      provideState(serverEventsFeature),
      provideState(sessionsFeature),
      provideState(sessionRosterFeature),
      provideEffects(sessionsEffects, sessionRosterEffects),
      provideRouter(
        [{ path: 'attendance/sessions', component: SessionsPage }],
        withComponentInputBinding(),
      ),
      { provide: SessionsApi, useValue: { find, findRoster: () => of(roster) } },
    ],
  });
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const harness = await RouterTestingHarness.create(`/attendance/sessions${search}`);
  const settle = () => harness.fixture.whenStable();
  await settle();
  const host = harness.fixture.nativeElement as HTMLElement;
  const said = (element: Element | null) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const shown = (element: HTMLElement | null) => (element?.innerText ?? '').replace(/\s+/g, ' ');
  const linksIn = (parent: Element | null) =>
    [...(parent?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
  const firstCells = () => [...host.querySelectorAll<HTMLElement>('tbody [aria-colindex="1"]')];
  return {
    find,
    settle,
    somethingChanges: async () => {
      tellChange();
      await settle();
    },
    text: () => said(host),
    cells: () => [...host.querySelectorAll('tbody td')].map(said),
    cell: (column: number) => said(host.querySelector(`tbody [aria-colindex="${column}"]`)),
    panel: () => shown(host.querySelector('[role=dialog]')),
    panelLinks: () => linksIn(host.querySelector('[role=dialog]')),
    links: () => linksIn(host),
    asked: () => find.calls.mostRecent().args[0] as unknown,
    pressed: () => [...host.querySelectorAll('[aria-pressed=true]')].map(said),
    url: () => TestBed.inject(Router).url,
    focused: () => said(document.activeElement),
    click: async (words: string) => {
      const buttons = [...host.querySelectorAll<HTMLElement>('button')];
      buttons.find((button) => said(button).startsWith(words))?.click();
      await settle();
    },
    /** Where the focus is; at first in the list. */
    press: async (key: string, times = 1) => {
      for (let pressed = 0; pressed < times; pressed++) {
        if (!host.contains(document.activeElement)) firstCells()[0]?.focus();
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
        await settle();
      }
    },
  };
}
