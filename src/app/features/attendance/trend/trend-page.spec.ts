import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { aPoint, aSeries } from '../../../ui/control-chart/a-measure-series';
import { ATTENDED } from '../../../ui/figure/attended-definition';
import { pageWideStates } from '../page-wide-states.fixture';
import { MeasuresApi } from '../api/measures-api';
import { measureCatalogueFeature } from '../state/measure-catalogue.feature';
import { processChangesFeature } from '../state/process-changes.feature';
import * as sessionOutcomesEffects from '../state/session-outcomes.effects';
import { sessionOutcomesFeature } from '../state/session-outcomes.feature';
import * as trendEffects from '../state/trend.effects';
import { trendFeature } from '../state/trend.feature';
import { TrendPage } from './trend-page';

const points = [
  aPoint({ start: '2026-10-26', until: '2026-11-02' }),
  aPoint({
    value: 0.62,
    numerator: 31,
    cause: { rule: 'outside', direction: 'down', concern: true },
  }),
  aPoint({ start: '2026-11-09', until: '2026-11-16', value: null, numerator: 0, denominator: 0 }),
];
const measure = { ...ATTENDED, name: 'Attended, sessions' };
const answer: MeasureAnswer = {
  measure,
  asOf: '2026-11-18T13:02:00Z',
  from: '2026-05-18',
  to: '2026-11-18',
  by: 'week',
  scope: 'your clients',
  clients: 12,
  whole: aSeries(points),
  before: null,
  split: null,
  groups: [],
  groupsLeft: 0,
  changes: [],
  incomplete: false,
};
const outcomes: SessionOutcomes = {
  asOf: answer.asOf,
  from: answer.from,
  to: answer.to,
  periods: [
    {
      start: '2026-11-02',
      until: '2026-11-09',
      open: false,
      cells: [cell('attended', 31), cell('no-show', 19), cell('unrecorded', 4)],
    },
  ],
  byHour: [],
};

describe('TrendPage', () => {
  it('leads with what was found, and with the question where no rule applies', async () => {
    const found = { ...answer, whole: aSeries(points, { title: 'Attendance fell' }) };
    expect((await open({ trend: of(found) })).headings()[0]).toBe('Attendance fell');
    TestBed.resetTestingModule();
    const { headings } = await open({});
    expect(headings()[0]).toBe('Attended, sessions: a real change, or chance?');
  });

  it('shows a count that is of no whole, and no sessions behind what is not counted by them', async () => {
    const counted = aSeries(points);
    const census: MeasureAnswer = {
      ...answer,
      measure: { ...measure, name: 'Census', isOfSessions: false },
      whole: { ...counted, figure: { ...counted.figure, numerator: 150, denominator: 0 } },
    };
    const { headings, text } = await open({ trend: of(census) });
    expect(headings()).toContain('Census: a real change, or chance?');
    expect(headings()).not.toContain('The sessions behind it');
    expect(text()).not.toContain('in this period.');
    expect(text()).not.toContain('n 0');
  });

  it('says weeks of which nothing is recorded together: they have no value that could be uncertain', async () => {
    const unknown = (start: string) =>
      aPoint({
        ...{ start, value: null, numerator: 0, denominator: 0 },
        ...{ unrecorded: 4, poorlyRecorded: true },
      });
    const whole = aSeries([
      unknown('2026-10-12'),
      unknown('2026-10-19'),
      aPoint({ start: '2026-10-26', unrecorded: 20, poorlyRecorded: true }),
      unknown('2026-11-02'),
    ]);
    const { text } = await open({ trend: of({ ...answer, whole }) });
    expect(text()).toContain('Weeks from 12 Oct to 19 Oct have no value: 8 not recorded.');
    expect(text()).toContain('Week of 26 Oct is uncertain');
    expect(text()).toContain('Week of 2 Nov has no value: 4 not recorded.');
    expect(text()).not.toContain('Week of 12 Oct is uncertain');
  });

  it('draws no weeks of a figure of the moment', async () => {
    const now = { ...answer, measure: { ...measure, hasTrend: false } };
    const { headings, text } = await open({ trend: of(now) });
    expect(headings()[0]).not.toContain('a real change, or chance?');
    expect(text()).toContain('no weeks lie behind it');
  });

  it('has the numbers of the chart in its table, what is unknown as such', async () => {
    const { press, rows } = await open({});
    await press('t');
    expect(rows()).toContain('Week of 26 Oct 80% 40 50 0 2 70.0% 80.0% 90.0%');
    expect(rows()).toContain(
      'Week of 2 Nov 62% 31 50 0 2 70.0% 80.0% 90.0% below the lower limit 70.0%',
    );
    expect(rows()).toContain('Week of 9 Nov none yet 0 0 0 2 70.0% 80.0% 90.0%');
    expect(rows()).toContain('Week of 2 Nov 31 19 4 54');
  });

  it('walks the points by keyboard and reads them', async () => {
    const { walk, text } = await open({});
    await walk('End');
    expect(text()).toContain('Week of 9 Nov: nothing counted.');
    await walk('ArrowLeft');
    expect(text()).toContain('Week of 2 Nov: 62%, 31/50, below the lower limit 70.0%.');
  });

  it('keeps what is chosen in the address, and asks for it', async () => {
    const { api, choose, url } = await open({});
    await choose('Split', 'site');
    await choose('Period', 'last-quarter');
    await choose('By', 'month');
    expect(url()).toBe('/trend?split=site&from=2026-07-01&to=2026-09-30&by=month');
    expect(api.find).toHaveBeenCalledWith(
      'attendance-sessions',
      { by: 'month', split: 'site', from: '2026-07-01', to: '2026-09-30' },
      'person',
    );
  });

  it('opens as the address says', async () => {
    const { api } = await open({ at: '/trend?measure=no-show&site=s1&level=2.1&behind=share' });
    const query = { by: 'week', site: 's1', level: '2.1' } as const;
    expect(api.find).toHaveBeenCalledWith('no-show', query, 'person');
    expect(api.findOutcomes).toHaveBeenCalledWith('no-show', query, 'person');
  });

  it('changes the bars without asking again', async () => {
    const { api, pick, press, rows, url } = await open({});
    await pick('Share');
    expect(url()).toBe('/trend?behind=share');
    await press('t');
    expect(rows()).toContain('Week of 2 Nov 57% 35% 7% 54');
    expect(api.find).toHaveBeenCalledTimes(1);
  });

  it('shows groups by name, each with its figure, and narrows to one', async () => {
    const groups = ['Eastgate', 'Millbrook'].map((name) => aSeries(points, { id: name, name }));
    const { click, text, url } = await open({ trend: of({ ...answer, split: 'site', groups }) });
    expect(text()).toContain('By site, one scale');
    expect(text()).toContain('80% 40/50');
    await click('Millbrook');
    expect(url()).toBe('/trend?site=Millbrook');
  });

  it('says what the rules found, and that they looked when they found nothing', async () => {
    expect((await open({})).text()).toContain('No special cause: all points within the limits.');
    TestBed.resetTestingModule();
    const few = aSeries([aPoint({ centre: null })], {
      limits: 'Fewer than 8 weeks: no limits yet.',
    });
    const { text } = await open({ trend: of({ ...answer, whole: few }) });
    expect(text()).toMatch(/What the rules found *Fewer than 8 weeks: no limits yet\./);
  });

  it('says that the trend failed and asks again', async () => {
    const { api, click, text } = await open({ trend: throwError(() => busy) });
    expect(text()).toContain('The trend could not be loaded. The server is busy.');
    api.find.and.returnValue(of(answer));
    await click('Try again');
    expect(text()).toContain('Attended, sessions: a real change, or chance?');
  });

  it('keeps the trend when only the sessions behind it failed', async () => {
    const { api, click, headings, text } = await open({ behind: throwError(() => busy) });
    expect(text()).toContain('The sessions behind it could not be loaded.');
    api.findOutcomes.and.returnValue(of(outcomes));
    await click('Try again');
    expect(headings()).toContain('The sessions behind it');
    expect(api.find).toHaveBeenCalledTimes(1);
  });

  it('says that nothing was counted, with the way out', async () => {
    const figure = { ...answer.whole.figure, value: null, numerator: 0, denominator: 0 };
    const none = { ...answer, whole: { ...answer.whole, figure } };
    const { click, text, url } = await open({ trend: of(none), at: '/trend?level=2.1' });
    expect(text()).toContain('No session matches.');
    await click('Clear 1');
    expect(url()).toBe('/trend');
  });

  it('says that figures may still grow', async () => {
    const { text } = await open({ trend: of({ ...answer, incomplete: true }) });
    expect(text()).toContain('figures of this period may still grow');
  });

  it('brings itself up to date without losing the focus, and says when it cannot', async () => {
    const { api, change, drawing, text } = await open({});
    drawing().focus();
    const whole = aSeries(points, { title: 'Attendance fell' });
    api.find.and.returnValue(of({ ...answer, whole }));
    await change();
    expect(text()).toContain('Attendance fell');
    expect(document.activeElement).toBe(drawing());
    api.find.and.returnValue(throwError(() => busy));
    await change();
    expect(text()).toContain('could not be brought up to date');
    expect(text()).toContain('Attendance fell');
  });
});

const busy = new HttpErrorResponse({
  status: 503,
  error: { code: 'busy', message: 'The server is busy.' },
});

function cell(outcome: string, sessions: number) {
  const minutes = sessions * 180;
  return { outcome, sessions, scheduledMinutes: minutes, recordedMinutes: 0, assumedMinutes: 0 };
}

async function open({
  trend = of(answer),
  behind = of(outcomes),
  at = '/trend',
}: {
  trend?: ReturnType<MeasuresApi['find']>;
  behind?: ReturnType<MeasuresApi['findOutcomes']>;
  at?: string;
}) {
  const api = jasmine.createSpyObj<MeasuresApi>('MeasuresApi', {
    find: trend,
    findOutcomes: behind,
    findCatalogue: of({ measures: [measure] }),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      ...pageWideStates(),
      provideState(serverEventsFeature),
      provideState(measureCatalogueFeature),
      provideState(sessionOutcomesFeature),
      provideState(trendFeature),
      provideState(processChangesFeature),
      provideEffects(sessionOutcomesEffects, trendEffects),
      provideRouter([{ path: 'trend', component: TrendPage }], withComponentInputBinding()),
      { provide: MeasuresApi, useValue: api },
    ],
  });
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
  const drawing = () => all('[role=application]')[0];
  const send = async (target: Element, key: string) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };
  return {
    api,
    drawing,
    url: () => TestBed.inject(Router).url,
    text: () => said(host),
    headings: () => all('h2').map(said),
    rows: () =>
      all('app-chart-frame tbody tr').map((row) => [...row.children].map(said).join(' ').trim()),
    walk: (key: string) => send(drawing(), key),
    press: (key: string) => send(document.body, key),
    click: async (words: string) => {
      all('button')
        .find((button) => said(button).includes(words))!
        .click();
      await settle();
    },
    pick: async (words: string) => {
      all('fieldset label')
        .find((label) => said(label) === words)!
        .click();
      await settle();
    },
    choose: async (label: string, option: string) => {
      const chip = all('label').find((found) => said(found).startsWith(label));
      const select = chip!.querySelector('select')!;
      select.value = option;
      select.dispatchEvent(new Event('change'));
      await settle();
    },
    change: async () => {
      jasmine.clock().install();
      const change = { topic: 'caseload', ids: [] } as const;
      TestBed.inject(Store).dispatch(
        ServerEventsActions.changed({ change: { ...change, ids: [] } }),
      );
      jasmine.clock().tick(2_100);
      jasmine.clock().uninstall();
      await settle();
    },
  };
}
