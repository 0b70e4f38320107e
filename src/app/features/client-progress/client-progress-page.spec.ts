import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type {
  ClientEpisode,
  ClientProgress,
  ClientSession,
} from '#domain/client-progress/client-progress.contract';
import { HttpErrorResponse } from '@angular/common/http';
import { accessFeature } from '../../access/state/access.feature';
import { ClientProgressApi } from './api/client-progress-api';
import { ClientProgressPage } from './client-progress-page';
import * as clientProgressEffects from './state/client-progress.effects';
import { clientProgressFeature } from './state/client-progress.feature';

describe('ClientProgressPage', () => {
  it('lists sessions on the site’s clock with status and minutes', async () => {
    const { sessions } = await open(client);
    expect(sessions()).toEqual([
      'Thu 19 Nov 9:30 am Group B Dana Flint Scheduled Record',
      'Tue 17 Nov 9:30 am Group B Dana Flint Attended 180 min assumed Record Encounter',
      'Mon 16 Nov 9:30 am Group B Dana Flint No-show contradictory 20 of 180 min Record',
    ]);
  });

  it('opens the record behind a session', async () => {
    const { link } = await open(client);
    expect(link('Record of Tue 17 Nov, 9:30 am')).toBe('/?record=r2');
    expect(link('Encounter of Tue 17 Nov, 9:30 am')).toBe('/?record=e2');
  });

  it('says by rule in how many full weeks the prescribed hours were reached', async () => {
    const { text } = await open(client);
    expect(text()).toContain('Prescribed hours reached in 1 of 2 full weeks');
  });

  it('never draws hours that are not known as none prescribed', async () => {
    const weeks = client.weeks.map((week) => ({ ...week, prescribedMinutes: null }));
    const { text } = await open({ ...client, weeks });
    expect(text()).toContain('Were the prescribed hours delivered?');
  });

  it('counts and draws a week in which nothing was delivered', async () => {
    const empty = { monday: '2026-10-26', deliveredMinutes: 0, assumedMinutes: 0 };
    const weeks = [{ ...empty, prescribedMinutes: 720 }, ...client.weeks];
    const { text, weekRows } = await open({ ...client, weeks });
    expect(text()).toContain('Prescribed hours reached in 1 of 3 full weeks');
    expect(weekRows()[0]).toBe('26 Oct 0.0 0.0 0.0 12');
  });

  it('adds this week from the line, without counting it as a full one', async () => {
    const weeks = client.weeks.slice(0, 2);
    const { text, weekRows } = await open({ ...client, line: aLine, weeks });
    expect(text()).toContain('Prescribed hours reached in 1 of 2 full weeks');
    expect(weekRows().at(-1)).toBe('16 Nov, not over 3.0 0.0 +6.0 12');
  });

  it('keeps the name out of the tab', async () => {
    await open(client);
    expect(TestBed.inject(Title).getTitle()).toBe('O. P. · Throughline');
  });

  it('says the same of a record out of reach and of one that is not there', async () => {
    const error = { code: 'not-found', message: 'Nothing there.' };
    const { text } = await open(throwError(() => new HttpErrorResponse({ status: 404, error })));
    expect(text()).toBe('You do not have access to this record, or it does not exist.');
  });

  it('says at the head and in the list of an episode that it is inferred, and of no other', async () => {
    const { facts, episodes, meaning } = await open({
      ...client,
      line: { ...aLine, inferred: true },
      episodes: [episode({ inferred: true }), episode({ id: 'before', endedOn: '2026-08-01' })],
    });
    expect(facts()[0]).toBe('Episode inferred from sessions');
    expect(episodes()).toEqual([
      'Mon 12 Oct – now program not known, level not known inferred from sessions no counselor',
      'Mon 12 Oct – Sat 1 Aug program not known, level not known no counselor',
    ]);
    expect(meaning()).toContain('No episode of care at the source');
  });

  it('says nothing of it where the source tells of the episode', async () => {
    const { text } = await open({ ...client, line: aLine, episodes: [episode({})] });
    expect(text()).not.toContain('inferred');
  });

  it('says of a former client that no episode goes on', async () => {
    const { text } = await open(client);
    expect(text()).toContain('No current episode: a former client.');
  });
});

const session = (about: Partial<ClientSession>): ClientSession => ({
  recordId: 'r',
  encounterId: null,
  startsAt: '2026-11-17T15:30:00Z',
  endsAt: '2026-11-17T18:30:00Z',
  service: 'Group B',
  kind: 'group',
  facilitator: 'Dana Flint',
  status: 'attended',
  walkIn: false,
  scheduledMinutes: 180,
  recordedMinutes: null,
  contradictory: false,
  ...about,
});

const episode = (about: Partial<ClientEpisode>): ClientEpisode => ({
  id: 'episode',
  inferred: false,
  program: null,
  level: null,
  admittedOn: '2026-10-12',
  endedOn: null,
  plannedEnd: null,
  counselor: null,
  ...about,
});

const client: ClientProgress = {
  asOf: '2026-11-18T14:02:00Z',
  clientId: 'plum',
  familyName: 'Plum',
  givenName: 'Odette',
  recordNumber: 'TL-0401',
  age: 34,
  timeZone: 'America/Chicago',
  line: null,
  episodes: [],
  sessions: [
    session({ recordId: 'r3', startsAt: '2026-11-19T15:30:00Z', status: 'scheduled' }),
    session({ recordId: 'r2', encounterId: 'e2' }),
    session({
      recordId: 'r1',
      startsAt: '2026-11-16T15:30:00Z',
      status: 'no-show',
      recordedMinutes: 20,
      contradictory: true,
    }),
  ],
  weeks: [
    { monday: '2026-11-02', deliveredMinutes: 540, assumedMinutes: 180, prescribedMinutes: 720 },
    { monday: '2026-11-09', deliveredMinutes: 300, assumedMinutes: 0, prescribedMinutes: 720 },
    { monday: '2026-11-16', deliveredMinutes: 720, assumedMinutes: 0, prescribedMinutes: 720 },
  ],
};

const aLine: CaseloadLine = {
  clientId: 'plum',
  episodeId: 'episode',
  inferred: false,
  familyName: 'Plum',
  givenName: 'Odette',
  recordNumber: null,
  counselor: null,
  site: null,
  timeZone: 'America/Chicago',
  program: null,
  track: null,
  level: null,
  phase: null,
  week: 3,
  plannedWeeks: null,
  onHold: false,
  hours: {
    delivered: 180,
    assumed: 0,
    booked: 360,
    unrecorded: 0,
    prescribed: 720,
    missing: 180,
  },
  strip: [],
  attendance: {
    value: null,
    numerator: 0,
    denominator: 0,
    excluded: 0,
    unrecorded: 0,
    interval: null,
    noInterval: null,
  },
  lastSeenAt: null,
  daysSinceSeen: 0,
  next: null,
  urgency: 'on-course',
  flags: [],
};

async function open(answer: ClientProgress | ReturnType<ClientProgressApi['find']>) {
  const found = 'clientId' in answer ? of(answer) : answer;
  const api = jasmine.createSpyObj<ClientProgressApi>('ClientProgressApi', { find: found });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(clientProgressFeature),
      provideEffects(clientProgressEffects),
      provideRouter([]),
      { provide: ClientProgressApi, useValue: api },
    ],
  });
  const fixture = TestBed.createComponent(ClientProgressPage, {
    bindings: [inputBinding('clientId', () => 'plum')],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const sessionsOf = () => host.querySelector('app-sessions-table')!;
  return {
    text: () => said(host),
    link: (name: string) => host.querySelector(`[aria-label="${name}"]`)?.getAttribute('href'),
    facts: () => [...host.querySelectorAll('app-client-facts dl > div')].map(said),
    episodes: () =>
      [...host.querySelectorAll('app-episode-list li')].map((row) =>
        [...row.children].map(said).join(' '),
      ),
    meaning: () => host.querySelector('app-client-facts dd')?.getAttribute('title'),
    weekRows: () =>
      [...host.querySelectorAll('app-hours-by-week tbody tr')].map((row) =>
        [...row.children].map(said).join(' '),
      ),
    sessions: () =>
      [...sessionsOf().querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map(said).filter(Boolean).join(' '),
      ),
  };
}
