import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of } from 'rxjs';
import type { CaseloadCount, CaseloadOverview } from '#domain/caseload/caseload.contract';
import { accessFeature } from '../../access/state/access.feature';
import { CaseloadApi } from './api/caseload-api';
import { CaseloadOverviewPage } from './caseload-overview-page';
import * as caseloadOverviewEffects from './state/caseload-overview.effects';
import { caseloadOverviewFeature } from './state/caseload-overview.feature';

describe('CaseloadOverviewPage', () => {
  it('holds each counselor’s census against the capacity, where one was set', async () => {
    const over = await open('counselor', [wes, ana], '', 21);
    expect(over.text()).toContain('22 of 21');
    TestBed.resetTestingModule();
    const notSet = await open('counselor', [wes, ana]);
    expect(notSet.text()).toContain('Capacity of a caseload: not set');
    TestBed.resetTestingModule();
    // A program has no counselor's capacity.
    const programs = await open('program', [wes, ana], '', 21);
    expect(programs.text()).not.toContain('of 21');
  });

  it('says which safety tasks nobody acknowledged in time', async () => {
    const { text } = await open('program', [{ ...ana, safetyNotAcknowledged: 0 }, wes]);
    expect(text().match(/1 not acknowledged in time/g)?.length).toBe(2);
  });

  it('lists counselors by name whatever their rates', async () => {
    const { names } = await open('counselor', [wes, ana]);
    expect(names()).toEqual(['Ana Opal', 'Wes Agate']);
  });

  it('opens a counselor’s own list', async () => {
    const { links } = await open('counselor', [wes]);
    expect(links()).toContain('/caseload?counselor=wes');
  });

  it('keeps clients without a counselor as a list of their own', async () => {
    const { links } = await open('counselor', [wes]);
    expect(links()).toContain('/caseload?counselor=none');
  });

  it('gives each rate with its count, interval and what nobody recorded', async () => {
    const { text } = await open('counselor', [wes]);
    expect(text()).toContain('82.0% 164/200 (76–87%) · 3 not recorded');
  });

  it('shows a director no names before they have said that they want them', async () => {
    const { click, dialog, url } = await open('program', [{ ...ana, name: 'Day IOP' }]);
    await click('Day IOP');
    expect(dialog()).toContain('is recorded in the access log');
    expect(url()).toBe('/caseload');
    await click('Show names');
    expect(url()).toBe('/caseload?program=ana');
  });

  it('lets a director ask for the names of clients without a counselor', async () => {
    const { click, dialog, url } = await open('program', [{ ...ana, name: 'Day IOP' }]);
    await click('Without a counselor 2');
    expect(dialog()).toContain('Showing the names of 2 clients is recorded in the access log');
    await click('Show names');
    expect(url()).toBe('/caseload?counselor=none');
  });

  it('asks for the counts of the site that the address names', async () => {
    const { asked } = await open('program', [ana], '?site=harbor');
    expect(asked()).toEqual({ site: 'harbor' });
  });
});

const wes: CaseloadCount = {
  id: 'wes',
  name: 'Wes Agate',
  within: 'Team North',
  active: 22,
  onHold: 1,
  actToday: 5,
  safetyTasks: 1,
  safetyNotAcknowledged: 1,
  notRecorded: 3,
  notSeen: 2,
  consecutiveMisses: 1,
  withoutCounselor: 2,
  attendance: {
    value: 0.82,
    numerator: 164,
    denominator: 200,
    excluded: 4,
    unrecorded: 3,
    interval: { low: 0.76, high: 0.87 },
    noInterval: null,
  },
};
const ana: CaseloadCount = { ...wes, id: 'ana', name: 'Ana Opal' };

async function open(
  by: CaseloadOverview['by'],
  counts: CaseloadCount[],
  search = '',
  capacity: number | null = null,
) {
  const findOverview = jasmine.createSpy('findOverview');
  const overview: CaseloadOverview = {
    asOf: '2026-11-18T14:02:00Z',
    by,
    capacity,
    counts,
    total: wes,
  };
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(caseloadOverviewFeature),
      provideEffects(caseloadOverviewEffects),
      provideRouter(
        [{ path: 'caseload', component: CaseloadOverviewPage }],
        withComponentInputBinding(),
      ),
      {
        provide: CaseloadApi,
        useValue: { findOverview: findOverview.and.returnValue(of(overview)) },
      },
    ],
  });
  const harness = await RouterTestingHarness.create(`/caseload${search}`);
  await harness.fixture.whenStable();
  const host = harness.fixture.nativeElement as HTMLElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    text: () => said(host),
    names: () => [...host.querySelectorAll('tbody th')].map(said),
    links: () => [...host.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    dialog: () => said(document.querySelector('[role=dialog]')!),
    asked: () => findOverview.calls.mostRecent().args[0] as unknown,
    url: () => TestBed.inject(Router).url,
    click: async (words: string) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button')];
      buttons.find((button) => said(button) === words)?.click();
      await harness.fixture.whenStable();
    },
  };
}
