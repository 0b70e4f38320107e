import { BreakpointObserver } from '@angular/cdk/layout';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { NEVER, of } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { Caseload, CaseloadLine } from '#domain/caseload/caseload.contract';
import type { RiskFacts } from '#domain/caseload/risk-facts.contract';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { SaveFile } from '../../http/save-file';
import { ServerEventsActions } from '../../http/server-events.actions';
import { SavedViewsApi } from '../../page-acts/views/saved-views-api';
import { aCaseloadLine } from './a-caseload-line';
import { aBrief } from './brief/a-brief';
import { CaseloadApi } from './api/caseload-api';
import { CaseloadPage } from './caseload-page';
import * as caseloadBriefEffects from './state/caseload-brief.effects';
import { caseloadBriefFeature } from './state/caseload-brief.feature';
import * as caseloadEffects from './state/caseload.effects';
import { caseloadFeature } from './state/caseload.feature';
import * as missFactsEffects from './state/miss-facts.effects';
import { missFactsFeature } from './state/miss-facts.feature';

export const plum = aCaseloadLine({
  clientId: 'plum',
  familyName: 'Plum',
  givenName: 'Odette',
  urgency: 'act-today',
  program: 'Day IOP',
  daysSinceSeen: 8,
  flags: [
    {
      rule: 'consecutive-misses',
      what: '2 no-shows in a row',
      evidence: 'last Tue 17 Nov',
      value: 2,
      threshold: 2,
      recordIds: ['r1'],
    },
    {
      rule: 'hours-short',
      what: '6 h short',
      evidence: '',
      value: 360,
      threshold: 60,
      recordIds: [],
    },
  ],
  missFacts: {
    substances: [{ name: 'opioids', inRemission: false }],
    medications: [{ words: 'buprenorphine', on: '2026-11-29' }],
    overdose: { words: 'Poisoning by heroin', on: '2026-08-30' },
    release: null,
    naloxone: { words: 'Naloxone 4 mg', on: '2026-10-06' },
  },
});
export const aster = aCaseloadLine({
  clientId: 'aster',
  familyName: 'Aster',
  givenName: 'Lotte',
  program: 'Evening IOP',
});
export const clover = aCaseloadLine({
  clientId: 'clover',
  familyName: 'Clover',
  givenName: 'Silas',
});
export const pear = aCaseloadLine({
  clientId: 'pear',
  familyName: 'Pear',
  givenName: 'Olive',
  week: 3,
  urgency: 'act-today',
});

@Component({ selector: 'app-elsewhere', template: '' })
class Elsewhere {}

export const caseload = (lines: CaseloadLine[]): Caseload => ({
  asOf: '2026-11-18T14:02:00Z',
  thresholds: { consecutiveMisses: [2], notSeenDays: [7], authorizationTodayDays: [3] },
  lines,
  attendance: plum.attendance,
});

const COUNSELOR: Me = {
  name: 'Dana Flint',
  role: 'counselor',
  staffId: 'dana',
  site: 'Harbor Street',
  sites: [],
  timeZone: 'America/Chicago',
  simulated: true,
  demoSignIn: true,
};

export const FACTS: RiskFacts = {
  asOf: '2026-11-18T14:02:00Z',
  clientId: 'plum',
  substances: [{ words: 'Opioid dependence', on: '2026-10-05', recordId: 's' }],
  medications: [],
  overdose: null,
  release: null,
  naloxone: { words: 'Naloxone 4 mg', on: '2026-10-06', recordId: 'n' },
};

/** The page on its real slice behind its address; only the API is fake. */
export async function openCaseload(
  lines: CaseloadLine[],
  answer: ReturnType<CaseloadApi['find']> = of(caseload(lines)),
  query = '',
) {
  const api = jasmine.createSpyObj<CaseloadApi>('CaseloadApi', {
    find: answer,
    findBrief: of(aBrief),
    findRiskFacts: of(FACTS),
  });
  const views = jasmine.createSpyObj<SavedViewsApi>('SavedViewsApi', {
    find: of({ views: [] }),
    save: NEVER,
  });
  TestBed.configureTestingModule({
    providers: [
      { provide: SavedViewsApi, useValue: views },
      { provide: SaveFile, useValue: jasmine.createSpyObj<SaveFile>('SaveFile', ['save']) },
      provideHttpClient(),
      provideHttpClientTesting(),
      provideStore(),
      provideState(accessFeature),
      provideState(caseloadFeature),
      provideState(caseloadBriefFeature),
      provideState(missFactsFeature),
      provideEffects(caseloadEffects, caseloadBriefEffects, missFactsEffects),
      provideRouter(
        [
          { path: 'caseload', component: CaseloadPage },
          { path: 'clients/:clientId', component: Elsewhere },
        ],
        withComponentInputBinding(),
      ),
      { provide: CaseloadApi, useValue: api },
      // However small the window that specs run in: a table, and a mouse.
      { provide: BreakpointObserver, useValue: { observe: () => of({ breakpoints: {} }) } },
    ],
  });
  const harness = await RouterTestingHarness.create();
  const host = harness.fixture.nativeElement as HTMLElement;
  Object.assign(host.style, { display: 'block', width: '1400px', height: '600px' });
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me: COUNSELOR }));
  await harness.navigateByUrl(`/caseload${query}`);

  const settle = async () => {
    await harness.fixture.whenStable();
    await nextFrame();
    // What waits for the browser to have time has had it.
    await new Promise((done) => requestIdleCallback(done));
    await harness.fixture.whenStable();
  };
  await settle();
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const grid = () => host.querySelector<HTMLElement>('[role=grid]')!;
  return {
    api,
    views,
    settle,
    grid,
    text: () => said(host),
    rows: () => all('[role=row]:not([hidden])').slice(1).map(said),
    names: () => all(':not([hidden]) > [role=gridcell] a').map(said),
    busy: () => host.querySelector('[aria-busy=true]') !== null,
    /** What was said of changes, or of what is selected. */
    announced: (of = 'Changed') =>
      all('[role=status]')
        .map(said)
        .find((words) => words.includes(of)),
    http: TestBed.inject(HttpTestingController),
    selected: () => all('[role=row][aria-selected=true]:not([hidden]) [role=gridcell] a').map(said),
    /** Chooses CSV, and answers; what the server was asked for. */
    exported: async (word: string) => {
      const menu = () => all('app-export-menu button').find((button) => said(button) === word);
      for (let frames = 0; frames < 60 && !menu(); frames++) await settle();
      menu()!.click();
      await settle();
      document.querySelector<HTMLElement>('[role=menuitem]')!.click();
      await settle();
      const http = TestBed.inject(HttpTestingController);
      const request = http.expectOne('/api/caseload/export?format=csv');
      request.flush(new Blob());
      await settle();
      return request.request.body as object;
    },
    /** It comes once the browser has time. */
    paperIsThere: async () => {
      const sheet = () => host.querySelector('app-caseload-on-paper');
      for (let frames = 0; frames < 60 && !sheet(); frames++) await settle();
    },
    paper: (event?: 'beforeprint' | 'afterprint') => {
      if (event) window.dispatchEvent(new Event(event));
      const sheet = host.querySelector('app-caseload-on-paper')!;
      return { said: said(sheet), rows: [...sheet.querySelectorAll('tr')].map(said) };
    },
    dialog: () => said(document.querySelector('[role=dialog], dialog')!),
    focused: () => said(document.activeElement!),
    sorts: (head: string) =>
      all('[role=columnheader]')
        .find((header) => said(header).startsWith(head))
        ?.getAttribute('aria-sort'),
    sortBy: async (head: string) => {
      all('[role=columnheader] button')
        .find((button) => said(button).startsWith(head))
        ?.click();
      await settle();
    },
    click: async (words: string) => {
      const found = () => all('button').find((button) => said(button).includes(words));
      // What the list can do comes when the browser has time.
      for (let frames = 0; frames < 60 && !found(); frames++) await settle();
      found()?.click();
      await settle();
    },
    choose: async (label: string, option: string) => {
      const chip = all('label').find((found) => said(found).startsWith(label));
      const select = chip!.querySelector('select')!;
      select.value = option;
      select.dispatchEvent(new Event('change'));
      await settle();
    },
    type: async (selector: string, words: string) => {
      const found = () => document.querySelector<HTMLInputElement>(selector);
      // What is opened comes in parts.
      for (let frames = 0; frames < 60 && !found(); frames++) await settle();
      const field = found()!;
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await settle();
    },
    find: async (name: string) => {
      const search = host.querySelector<HTMLInputElement>('[type=search]')!;
      search.value = name;
      search.dispatchEvent(new Event('input'));
      await settle();
    },
    heads: () => all('[role=columnheader]').map(said),
    tap: async (selector: string) => {
      document.querySelector<HTMLElement>(selector)!.click();
      await settle();
    },
    /** A box or a choice by its words. */
    check: async (words: string, on: boolean) => {
      const label = all('[role=dialog] label').find((found) => said(found).startsWith(words));
      const box = label!.querySelector('input')!;
      if (box.checked !== on) box.click();
      await settle();
    },
    press: async (key: string, held: KeyboardEventInit = {}) => {
      if (document.activeElement?.getAttribute('role') !== 'gridcell') {
        host.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')!.focus();
      }
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, ...held }),
      );
      await settle();
    },
    change: async (topic: 'caseload' | 'data-sources') => {
      jasmine.clock().install();
      TestBed.inject(Store).dispatch(ServerEventsActions.changed({ change: { topic, ids: [] } }));
      // A burst is waited for: of the list, and somewhat longer of its brief.
      jasmine.clock().tick(500);
      jasmine.clock().uninstall();
      await settle();
    },
  };
}

/** The virtual scroll measures itself a frame after it is shown. */
const nextFrame = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
