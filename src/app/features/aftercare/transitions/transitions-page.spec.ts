import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { NEVER, of, throwError } from 'rxjs';
import type { Transitions } from '#domain/aftercare/transitions.contract';
import { DISCHARGE_MEASURES } from '#domain/measures/catalogue';
import { DAYS_TO_FIRST_APPOINTMENT } from '#domain/measures/days-to-first-appointment';
import { accessFeature } from '../../../access/state/access.feature';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { tellChange } from '../../../http/tell-change.fixture';
import { pageActsStates } from '../../../page-acts/page-acts.providers';
import { TransitionsApi } from '../api/transitions-api';
import * as transitionsEffects from '../state/transitions.effects';
import { transitionsFeature } from '../state/transitions.feature';
import { TransitionsPage } from './transitions-page';

const figure = {
  ...{ value: 0.4, numerator: 40, denominator: 100, excluded: 12, unrecorded: 3 },
  ...{ interval: { low: 0.31, high: 0.5 }, noInterval: null },
};
const said = { figure, rough: null };
const notSaid = { figure: null, rough: null };
const found: Transitions = {
  asOf: '2026-11-18T13:02:00Z',
  from: '2025-11-24',
  to: '2026-11-22',
  scope: 'all clients',
  incomplete: false,
  choices: { programs: [{ id: 'p1', name: 'Evening IOP' }] },
  discharges: { all: 115, live: 112, planned: 60, referred: 40, reasonNotRecorded: 9 },
  rates: [...DISCHARGE_MEASURES, DAYS_TO_FIRST_APPOINTMENT].map((measure) => ({
    measure: { ...measure, hasTrend: true, isOfSessions: false },
    figure,
  })),
  flows: [
    {
      ...{ level: '2.1', reason: 1, destination: 'Riverbend', isReferred: true },
      ...{ came: 'kept', discharges: 40 },
    },
    {
      ...{ level: '2.1', reason: 0, destination: null, isReferred: false },
      ...{ came: 'none', discharges: 75 },
    },
  ],
  parts: [
    {
      by: 'destination',
      rows: [
        {
          ...{ id: 'Riverbend', name: 'Riverbend', discharges: 103, booked: said },
          kept: { figure: null, rough: { value: 0.32, interval: { low: 0.24, high: 0.42 } } },
          ...{ keptLater: said, outside: null },
        },
        {
          ...{ id: 'Elm', name: 'Elm Street', discharges: null, booked: notSaid },
          ...{ kept: notSaid, keptLater: notSaid, outside: null },
        },
      ],
    },
    {
      by: 'site',
      rows: [
        {
          ...{ id: 's1', name: 'Harbor Street', discharges: 112, booked: said, kept: said },
          ...{ keptLater: said, outside: 'below the 95% limit' },
        },
      ],
    },
  ],
};

describe('TransitionsPage', () => {
  it('says what was found of those it is meant for and of everybody, with what is not over or not recorded', async () => {
    const { text } = await open();
    expect(text()).toContain(
      'First appointment kept within 14 days: 40 of 100 planned discharges with a referral, 40 of 100 of all live discharges',
    );
    expect(text()).toContain('Left out, because their days are not over: 12 within 7 days');
    expect(text()).toContain('Of 115 discharges nobody recorded why 9 ended');
    expect(text()).toContain('Readmission within 30 days');
    expect(text()).not.toContain('sessions');
  });

  it('asks for the days, the program and the level that the address names, and nothing else of it', async () => {
    const { asked } = await open('?from=2026-01-05&program=p1&level=2.1&part=site&record=r1');
    expect(asked()).toEqual([{ from: '2026-01-05', program: 'p1', level: '2.1' }, 'person']);
  });

  it('opens the discharges behind a figure, of the days that it counts', async () => {
    const { link } = await open();
    expect(link(/^40\/100, open the discharges/)).toBe(
      '/attendance/cases?measure=linkage-booked-7-referred&from=2025-11-24&to=2026-11-22',
    );
  });

  it('reads its flows by key, and lists the discharges of one by Enter or from its row', async () => {
    const { press, text, url, click, link } = await open();
    await press('ArrowRight');
    expect(text()).toContain('Level 2.1 to Reason not recorded: 75 of 115 discharges.');
    await click('Table');
    expect(link(/^75, Level 2.1 to Reason not recorded/)).toBe(
      '/attendance/cases?measure=discharges&from=2025-11-24&to=2026-11-22&fromStop=level%202.1&toStop=reason%200',
    );
    await press('Enter');
    expect(url()).toContain('measure=discharges');
    expect(url()).toContain('fromStop=level%202.1&toStop=reason%200');
  });

  it('tells parts apart by what is chosen, in the address; of few it says nothing, of few not recorded no n', async () => {
    const { cells, click, url } = await open();
    expect(cells('By destination', 0).slice(0, 2)).toEqual([
      '103',
      jasmine.stringMatching(/^Booked ≤ 14 d Riverbend 40.0% 40\/100/),
    ]);
    expect(cells('By destination', 0)[2]).toBe('32% (24–42%) n not shown');
    expect(cells('By destination', 1)).toEqual(['not shown', 'not shown: too few']);
    await click('Site');
    expect(url()).toBe('/aftercare/transitions?part=site');
    expect(cells('By site', 0).at(-1)).toBe('below the 95% limit');
  });

  it('is narrowed to a program by its list, which stays while its figures are read', async () => {
    const { choose, url, find, options } = await open();
    find.and.returnValue(NEVER);
    await choose('Program', 'p1');
    expect(url()).toBe('/aftercare/transitions?program=p1');
    expect(options('Program')).toEqual(['All', 'Evening IOP']);
  });

  it('begins with a year, and widens to it where nobody was discharged', async () => {
    const none = { ...found, discharges: { ...found.discharges, all: 0 }, flows: [] };
    const { text, click, url, chosen } = await open('?from=2026-11-16&level=3.1', of(none));
    expect(text()).toContain('Nobody was discharged in this period.');
    await click('Show 52 weeks of everybody');
    expect(url()).toBe('/aftercare/transitions');
    expect(chosen('Period')).toBe('52-weeks');
  });

  it('takes away what narrows it and no list shows', async () => {
    const { click, url } = await open('?level=2.1&destination=Riverbend');
    await click('Level 2.1');
    expect(url()).toBe('/aftercare/transitions?destination=Riverbend');
  });

  it('says that history is still being read', async () => {
    const { text } = await open('', of({ ...found, incomplete: true }));
    expect(text()).toContain('Years of history are still being read');
  });

  it('says figures that could not be brought up to date, and leaves them', async () => {
    const { find, somethingChanges, text } = await open();
    find.and.returnValue(throwError(() => new Error('offline')));
    await somethingChanges();
    expect(text()).toContain('The transitions could not be brought up to date');
    expect(text()).toContain('First appointment at the next level of care');
  });

  it('says what failed, and tries again', async () => {
    const { text, click, find } = await open(
      '',
      throwError(() => new Error('offline')),
    );
    expect(text()).toContain('The transitions could not be loaded.');
    find.and.returnValue(of(found));
    await click('Try again');
    expect(text()).toContain('First appointment kept within 14 days');
  });
});

async function open(search = '', answer: ReturnType<TransitionsApi['find']> = of(found)) {
  const find = jasmine.createSpy('find');
  find.and.returnValue(answer);
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      ...pageActsStates,
      provideState(serverEventsFeature),
      provideState(transitionsFeature),
      provideEffects(transitionsEffects),
      provideRouter([
        { path: 'aftercare/transitions', component: TransitionsPage },
        { path: 'attendance/cases', children: [] },
      ]),
      { provide: TransitionsApi, useValue: { find } },
    ],
  });
  const harness = await RouterTestingHarness.create(`/aftercare/transitions${search}`);
  const settled = () => harness.fixture.whenStable();
  await settled();
  const host = harness.fixture.nativeElement as HTMLElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const all = <E extends Element>(selector: string) => [...host.querySelectorAll<E>(selector)];
  const listOf = (name: string) =>
    all<HTMLSelectElement>('app-select-chip select').find((select) =>
      said(select.closest('label') ?? select).startsWith(name),
    );
  return {
    find,
    text: () => said(host),
    asked: () => find.calls.mostRecent().args as unknown[],
    url: () => TestBed.inject(Router).url,
    link: (name: RegExp) =>
      all('a')
        .find((one) => name.test(one.getAttribute('aria-label') ?? ''))
        ?.getAttribute('href'),
    cells: (table: string, row: number) => {
      const rows = all(`table[aria-label='${table}'] tbody tr`)[row];
      return [...(rows?.querySelectorAll('td') ?? [])].map(said);
    },
    options: (name: string) =>
      [...(listOf(name)?.querySelectorAll('option') ?? [])].map((option) => said(option)),
    chosen: (name: string) => listOf(name)?.value,
    choose: async (name: string, value: string) => {
      const select = listOf(name);
      if (select) select.value = value;
      select?.dispatchEvent(new Event('change'));
      await settled();
    },
    press: async (key: string) => {
      const drawing = host.querySelector('[role=application]');
      drawing?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settled();
    },
    somethingChanges: async () => {
      tellChange();
      await settled();
    },
    click: async (words: string) => {
      all<HTMLElement>('button')
        .find((button) => said(button).startsWith(words))
        ?.click();
      await settled();
    },
  };
}
