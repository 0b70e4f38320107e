import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Dose, DoseOfLevel } from '#domain/attendance/dose.contract';
import type { SessionChoices } from '#domain/attendance/session-choices.contract';
import { ENGAGED_WEEKS } from '#domain/measures/dose';
import { inWords } from '#domain/measures/in-words';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { accessFeature } from '../../../access/state/access.feature';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { tellChange } from '../../../http/tell-change.fixture';
import { pageWideStates } from '../page-wide-states.fixture';
import { DoseApi } from '../api/dose-api';
import * as doseEffects from '../state/dose.effects';
import { doseFeature } from '../state/dose.feature';
import { SessionChoicesApiActions } from '../state/session-choices.actions';
import { DosePage } from './dose-page';

const level = (about: Partial<DoseOfLevel>): DoseOfLevel => ({
  level: '2.1',
  weeks: 20,
  notKnown: 0,
  bars: [1, 0, 0, 0, 0, 2, 0, 3, 4, 6, 4],
  engaged: {
    value: 0.7,
    numerator: 14,
    denominator: 20,
    excluded: 0,
    unrecorded: 0,
    interval: { low: 0.5, high: 0.85 },
    noInterval: null,
  },
  prescribedMinutes: 12_000,
  recordedMinutes: 9_000,
  assumedMinutes: 600,
  ...about,
});
const dose: Dose = {
  asOf: '2026-11-18T13:02:00Z',
  from: '2026-05-25',
  to: '2026-11-15',
  scope: 'clients of your teams, Harbor Street',
  clients: 12,
  engagedWeeks: {
    ...inWords(ENGAGED_WEEKS, PROGRAM_DEFAULTS),
    hasTrend: true,
    isOfSessions: false,
  },
  engagedDoseRatio: 0.8,
  levels: [level({})],
  prescribedMinutes: 12_000,
  recordedMinutes: 9_000,
  assumedMinutes: 600,
  lostByClientsMinutes: 1_500,
  lostByUsMinutes: 300,
  unrecordedMinutes: 180,
  incomplete: false,
};

const choices: SessionChoices = {
  programs: [
    { id: 'p1', name: 'Day IOP', siteId: 's1', track: 'day' },
    { id: 'p2', name: 'Evening IOP', siteId: 's1', track: 'evening' },
    { id: 'p3', name: 'Night IOP', siteId: 's2', track: 'night' },
  ],
};

describe('DosePage', () => {
  it('says of the hours prescribed how many were recorded, and how many are assumed', async () => {
    const { headings } = await open({});
    expect(headings()[0]).toBe('Of 200 h prescribed, 150 h were recorded, 10 h assumed');
  });

  it('asks the question where some weeks have no known prescription, and counts those apart', async () => {
    const { headings, text } = await open({
      found: of({ ...dose, levels: [level({ notKnown: 7 })] }),
    });
    expect(headings()[0]).toBe('Do clients get the hours prescribed?');
    expect(text()).toContain('not known 7 weeks');
    expect(text()).toContain('Of 7 client-weeks the prescribed hours are not known');
  });

  it('claims nothing of weeks that are still being read', async () => {
    const { headings } = await open({ found: of({ ...dose, incomplete: true }) });
    expect(headings()[0]).toBe('Do clients get the hours prescribed?');
  });

  it('offers the programs and tracks of the site, and those alone', async () => {
    const { options } = await open({ at: '/dose?site=s1' });
    expect(options('Program')).toEqual(['All', 'Day IOP', 'Evening IOP']);
    expect(options('Track')).toEqual(['All', 'day', 'evening']);
  });

  it('says hours that could not be brought up to date, and leaves them', async () => {
    const { api, somethingChanges, text } = await open({});
    api.find.and.returnValue(throwError(() => busy));
    await somethingChanges();
    expect(text()).toContain('The hours could not be brought up to date; they stand as they were.');
    expect(text()).toContain('150 h were recorded');
  });

  it('accounts for what is prescribed and in none of the bars', async () => {
    const { text } = await open({});
    expect(text()).toContain('7 h more are prescribed than these come to');
  });

  it('has every hour in its table, and client-weeks with their n', async () => {
    const { press, rows } = await open({});
    await press('t');
    expect(rows()).toContain('Prescribed 200 h');
    expect(rows()).toContain('Assumed 10 h');
    expect(rows()).toContain('Lost by clients 25 h');
    expect(rows()).toContain('Lost by us 5 h');
    expect(rows()).toContain('Not recorded 3 h');
    expect(rows()).toContain('90 to 100% of the hours 30% (6/20)');
    expect(rows()).toContain('100% or more of the hours 20% (4/20)');
  });

  it('walks the bars by keyboard and reads them', async () => {
    const { walk, text } = await open({});
    await walk('Home');
    expect(text()).toContain('Prescribed: 200 h, over 20 client-weeks.');
    await walk('End');
    expect(text()).toContain('Not recorded: 3 h.');
  });

  it('shows each level with its figure and interval', async () => {
    const { text } = await open({});
    expect(text()).toMatch(/Level 2\.1.*70% 14\/20 \(50–85%\)/);
  });

  it('never draws a level whose hours nobody knows', async () => {
    const none = level({
      level: null,
      weeks: 0,
      notKnown: 4,
      bars: Array<number>(11).fill(0),
      engaged: { ...dose.levels[0].engaged, value: null, numerator: 0, denominator: 0 },
    });
    const { text, drawings } = await open({ found: of({ ...dose, levels: [none] }) });
    expect(text()).toContain('Level not known');
    expect(text()).toContain('none yet');
    expect(text()).toContain('Prescribed hours are not known of any of its weeks.');
    expect(drawings().length).toBe(1);
  });

  it('keeps what is chosen in the address, and asks for it', async () => {
    const { api, choose, url } = await open({ at: '/dose?site=s1' });
    await choose('Program', 'p2');
    await choose('Track', 'evening');
    expect(url()).toBe('/dose?site=s1&program=p2&track=evening');
    const query = { site: 's1', program: 'p2', track: 'evening' };
    expect(api.find).toHaveBeenCalledWith(query, 'person');
  });

  it('says that nothing matches, with the way out', async () => {
    const { click, text, url } = await open({
      found: of({ ...dose, levels: [] }),
      at: '/dose?level=2.5',
    });
    expect(text()).toContain('No client-week matches.');
    await click('Clear 1');
    expect(url()).toBe('/dose');
  });

  it('says that it failed and asks again', async () => {
    const { api, click, headings, text } = await open({ found: throwError(() => busy) });
    expect(text()).toContain('The hours could not be loaded. The server is busy.');
    api.find.and.returnValue(of(dose));
    await click('Try again');
    expect(headings()).toContain('By level of care, one scale');
  });
});

const busy = new HttpErrorResponse({
  status: 503,
  error: { code: 'busy', message: 'The server is busy.' },
});

async function open({
  found = of(dose),
  at = '/dose',
}: {
  found?: ReturnType<DoseApi['find']>;
  at?: string;
}) {
  const api = jasmine.createSpyObj<DoseApi>('DoseApi', { find: found });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      ...pageWideStates(),
      provideState(serverEventsFeature),
      provideState(doseFeature),
      provideEffects(doseEffects),
      provideRouter([{ path: 'dose', component: DosePage }]),
      { provide: DoseApi, useValue: api },
    ],
  });
  TestBed.inject(Store).dispatch(SessionChoicesApiActions.loadSucceeded({ choices }));
  const harness = await RouterTestingHarness.create();
  const host = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await harness.fixture.whenStable();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await harness.fixture.whenStable();
  };
  await harness.navigateByUrl(at);
  await settle();
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const all = (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)];
  const drawings = () => all('[role=application]');
  const send = async (target: Element, key: string) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };
  return {
    api,
    drawings,
    url: () => TestBed.inject(Router).url,
    text: () => said(host),
    headings: () => all('h2').map(said),
    rows: () => all('tbody tr').map((row) => [...row.children].map(said).join(' ')),
    walk: (key: string) => send(drawings()[0], key),
    press: (key: string) => send(document.body, key),
    click: async (words: string) => {
      all('button')
        .find((button) => said(button).includes(words))!
        .click();
      await settle();
    },
    options: (label: string) => {
      const chip = all('label').find((found) => said(found).startsWith(label));
      return [...chip!.querySelectorAll('option')].map(said);
    },
    somethingChanges: async () => {
      tellChange();
      await settle();
    },
    choose: async (label: string, option: string) => {
      const chip = all('label').find((found) => said(found).startsWith(label));
      const select = chip!.querySelector('select')!;
      select.value = option;
      select.dispatchEvent(new Event('change'));
      await settle();
    },
  };
}
