import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type {
  ClientEpisode,
  ClientProgress,
} from '#domain/client-progress/client-progress.contract';
import { HttpErrorResponse } from '@angular/common/http';
import { accessFeature } from '../../access/state/access.feature';
import { ClientProgressApi } from './api/client-progress-api';
import { aClient, aLine, aMeasure, aScore, aSession } from './client-progress.fixture';
import { ClientProgressPage } from './client-progress-page';
import * as clientProgressEffects from './state/client-progress.effects';
import { clientEntriesFeature } from './state/client-entries.feature';
import { clientProgressFeature } from './state/client-progress.feature';

describe('ClientProgressPage', () => {
  it('lists sessions on the site’s clock with status and minutes', async () => {
    const { table } = await open(client);
    expect(await table('Sessions')).toEqual([
      'Thu 19 Nov 9:30 am Group B Dana Flint Scheduled Record',
      'Tue 17 Nov 9:30 am Group B Dana Flint Attended 180 min assumed Record Encounter',
      'Mon 16 Nov 9:30 am Group B Dana Flint No-show contradictory reached after, childcare 20 of 180 min Record',
    ]);
  });

  it('opens the record behind a session', async () => {
    const { table, link } = await open(client);
    await table('Sessions');
    expect(link('Record of Tue 17 Nov, 9:30 am')).toBe('/?record=r2');
    expect(link('Encounter of Tue 17 Nov, 9:30 am')).toBe('/?record=e2');
  });

  it('counts one client’s own sessions without an interval, and what was reached after a miss', async () => {
    const { lane } = await open(client);
    expect(lane('Sessions').value).toContain('1 of 2 attended; 1 missed, 1 reached after');
    expect(lane('Sessions').value).not.toContain('%');
  });

  it('says in how many full weeks the prescribed hours were reached, and what this week is short', async () => {
    const { lane } = await open({ ...client, line: aLine, weeks: client.weeks.slice(0, 2) });
    expect(lane('Hours a week').value).toBe(
      '17.0 of 24 h prescribed reached in 1 of 2 full weeks this week 3.0, +6.0 booked of 12.0: 3.0 h short',
    );
  });

  it('never draws hours that are not known as none prescribed', async () => {
    const weeks = client.weeks.map((week) => ({ ...week, prescribedMinutes: null }));
    const { lane, table } = await open({ ...client, weeks });
    expect(lane('Hours a week').value).toBe('no full week yet');
    expect((await table('Hours a week'))[0]).toBe('2 Nov 12.0 3.0 0.0 not known');
  });

  it('counts and draws a week in which nothing was delivered', async () => {
    const empty = { monday: '2026-10-26', deliveredMinutes: 0, assumedMinutes: 0 };
    const weeks = [{ ...empty, prescribedMinutes: 720 }, ...client.weeks.slice(0, 2)];
    const { lane, table } = await open({ ...client, weeks });
    expect(lane('Hours a week').value).toContain('reached in 1 of 3 full weeks');
    expect((await table('Hours a week'))[0]).toBe('26 Oct 0.0 0.0 0.0 12');
  });

  it('adds this week from the line, without counting it as a full one', async () => {
    const { table } = await open({ ...client, line: aLine, weeks: client.weeks.slice(0, 2) });
    expect((await table('Hours a week')).at(-1)).toBe('16 Nov, not over 3.0 0.0 +6.0 12');
  });

  it('states a reliable change by the instrument’s rule, and never how the client is doing', async () => {
    const phq9 = {
      ...aMeasure('phq-9', aScore('2026-10-12', 16), aScore('2026-11-09', 9)),
      change: 'reliable-improvement' as const,
    };
    const { text, lane } = await open({ ...client, measures: [phq9] });
    expect(text()).toContain('PHQ-9 9, from 16: reliable change by rule.');
    expect(lane('PHQ-9').value).toBe(
      '9 mild from 16: down 7 reliable improvement by rule (≥ 6) item 9 not available',
    );
  });

  it('leads from a score to its answers and its record', async () => {
    const score = aScore('2026-11-09', 9, { answers: { '1': 2, '9': 0 }, recordIds: ['s1'] });
    const { table, link } = await open({ ...client, measures: [aMeasure('phq-9', score)] });
    expect((await table('PHQ-9'))[0]).toContain('Mon 9 Nov 9, mild 2 answers 1: 2 · 9: 0');
    expect(link('Record 1 of PHQ-9, Mon 9 Nov')).toBe('/?record=s1');
  });

  it('says of a form without any score that it was not measured, and draws no zero', async () => {
    const { lane } = await open({ ...client, measures: [aMeasure('gad-7')] });
    expect(lane('GAD-7').value).toBe('not measured');
    expect(lane('GAD-7').summary).toBe('GAD-7. Not measured.');
  });

  it('says every lane in words for who cannot see it', async () => {
    const { lane } = await open(client);
    expect(lane('Way').summary).toContain('Admission Mon 12 Oct');
    expect(lane('Sessions').summary).toContain('Attended 1 of 2');
    expect(lane('Drug tests').value).toBe('none asked for');
    expect(lane('Medication').value).toContain('none recorded');
  });

  it('draws the working alliance without a band, a change or a verdict', async () => {
    const score = (on: string, mean: number) => ({
      ...{ on, mean, instrument: 'WAI-SR', by: 'Dana Flint' },
    });
    const alliance = [score('2026-10-19', 3), score('2026-11-09', 4.2)];
    const { lane, table } = await open({ ...client, alliance });
    expect(lane('Working alliance').value).toBe(
      '4.2 WAI-SR, rated by the client no published rule is used',
    );
    expect(lane('Working alliance').summary).toBe(
      'Working alliance. 2 scores; first Mon 19 Oct: WAI-SR 3.0 of 1 to 5; last Mon 9 Nov: WAI-SR 4.2 of 1 to 5; no published rule is used.',
    );
    expect(await table('Working alliance')).toEqual([
      'Mon 9 Nov WAI-SR 4.2 Dana Flint',
      'Mon 19 Oct WAI-SR 3.0 Dana Flint',
    ]);
  });

  it('says at the head whose team it is and which consents are in force', async () => {
    const consent = { status: 'active', category: null, startsOn: null, recordId: 'r9' };
    const background = {
      ...client.background,
      consents: [
        { ...consent, endsOn: '2027-10-17', to: ['Harbor IOP'] },
        { ...consent, endsOn: null, to: [] },
      ],
    };
    const { text } = await open({ ...client, line: aLine, team: 'Team North', background });
    expect(text()).toContain('Team North');
    expect(text()).toContain('Consents 2 in force the first to Sun 17 Oct 2027');
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
  ...aClient,
  sessions: [
    aSession({ recordId: 'r3', startsAt: '2026-11-19T15:30:00Z', status: 'scheduled' }),
    aSession({ recordId: 'r2', encounterId: 'e2' }),
    aSession({
      recordId: 'r1',
      startsAt: '2026-11-16T15:30:00Z',
      status: 'no-show',
      recordedMinutes: 20,
      contradictory: true,
      outreach: { result: 'reached', at: '2026-11-16T18:00:00Z', barrier: 'childcare' },
    }),
  ],
  weeks: [
    { monday: '2026-11-02', deliveredMinutes: 540, assumedMinutes: 180, prescribedMinutes: 720 },
    { monday: '2026-11-09', deliveredMinutes: 300, assumedMinutes: 0, prescribedMinutes: 720 },
    { monday: '2026-11-16', deliveredMinutes: 720, assumedMinutes: 0, prescribedMinutes: 720 },
  ],
};

async function open(answer: ClientProgress | ReturnType<ClientProgressApi['find']>) {
  const found = 'clientId' in answer ? of(answer) : answer;
  const api = jasmine.createSpyObj<ClientProgressApi>('ClientProgressApi', { find: found });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(clientProgressFeature),
      provideState(clientEntriesFeature),
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
  const laneOf = (name: string) =>
    [...host.querySelectorAll('app-lane')].find((lane) =>
      said(lane.querySelector('h2')!).startsWith(name),
    )!;
  return {
    text: () => said(host),
    link: (name: string) => host.querySelector(`[aria-label="${name}"]`)?.getAttribute('href'),
    facts: () => [...host.querySelectorAll('app-client-facts dl > div')].map(said),
    episodes: () =>
      [...host.querySelectorAll('app-episode-list li')].map((row) =>
        [...row.children].map(said).join(' '),
      ),
    meaning: () => host.querySelector('app-client-facts dd')?.getAttribute('title'),
    lane: (name: string) => ({
      summary: laneOf(name).querySelector('.course')!.getAttribute('aria-label'),
      value: [...laneOf(name).querySelectorAll('app-lane-value > *')].map(said).join(' '),
    }),
    /** The rows of a lane's table, which its name opens. */
    table: async (name: string) => {
      laneOf(name).querySelector<HTMLElement>('h2 button')!.click();
      await fixture.whenStable();
      return [...laneOf(name).querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map(said).filter(Boolean).join(' '),
      );
    },
  };
}
