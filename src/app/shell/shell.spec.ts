import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import type { Me } from '#domain/access/access.contract';
import type { Health } from '#domain/data-sources/data-sources.contract';
import { AccessApiActions } from '../access/state/access.actions';
import { accessFeature } from '../access/state/access.feature';
import { ServerEventsActions } from '../http/server-events.actions';
import { serverEventsFeature } from '../http/server-events.feature';
import { PageHeading } from '../ui/page-heading/page-heading';
import { Shell } from './shell';
import { sourceRecordFeature } from './source-record/source-record.feature';

const dana: Me = {
  name: 'Dana Flint',
  role: 'counselor',
  staffId: 'dana',
  site: 'Harbor Street',
  sites: [
    { id: 'harbor', name: 'Harbor Street' },
    { id: 'mill', name: 'Millbrook' },
  ],
  timeZone: 'America/Chicago',
  simulated: true,
  demoSignIn: true,
};
const health: Health = {
  status: 'ready',
  version: '0',
  now: '2026-11-18T14:02:30Z',
  sync: {
    message: '',
    asOf: '2026-11-18T14:02:18Z',
    historyComplete: true,
    lateBecause: null,
  },
};

describe('Shell', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('says who reads, where, and that the data is simulated', async () => {
    const { text } = await open();
    expect(text()).toMatch(/Dana Flint\s*Counselor\s*Harbor Street\s*Demo sign-in/);
    expect(text()).toContain('Simulated data');
  });

  it('leads whoever leads no sessions past the groups', async () => {
    const { places } = await open({ ...dana, role: 'director', staffId: null });
    expect(places()).toEqual([
      'Caseload',
      'Attendance',
      'Aftercare',
      'Intake',
      'Disclosures',
      'Data',
      'Settings',
    ]);
  });

  it('has behind More what a narrow bar leaves out', async () => {
    const { more } = await open({ ...dana, role: 'director', staffId: null });
    expect(more()).toEqual(['Disclosures', 'Data', 'Settings']);
  });

  it('leads to the settings only who may read them', async () => {
    const { places } = await open();
    expect(places()).not.toContain('Settings');
    expect(places()).not.toContain('Disclosures');
    TestBed.resetTestingModule();
    const administered = await open({ ...dana, role: 'admin', staffId: null });
    expect(administered.places()).toEqual(['Data', 'Settings']);
  });

  it('writes the time on the clock of the reader’s site', async () => {
    const { text } = await open();
    expect(text()).toContain('As of Wed 18 Nov 2026, 8:02 am');
  });

  it('takes the moment looked at along to the next page, and no filter', async () => {
    const { link } = await open(dana, '/caseload?asOf=2026-11-12T23:30:00Z&reason=not-seen');
    expect(link('Data')).toBe('/data?asOf=2026-11-12T23:30:00Z');
  });

  it('narrows to a site where the page can be narrowed, and takes the site along', async () => {
    const { settle, choose, link, siteChoice } = await open();
    expect(siteChoice()).toBeNull();
    TestBed.inject(PageHeading).show({ title: 'Caseload', scope: '', bySite: true });
    await settle();
    expect(siteChoice()).toBe('All');
    await choose('mill');
    expect(TestBed.inject(Router).url).toBe('/caseload?site=mill');
    expect(siteChoice()).toBe('Millbrook');
    expect(link('Data')).toBe('/data?site=mill');
  });

  it('offers no choice of site to who has one site only', async () => {
    const { settle, siteChoice } = await open({ ...dana, sites: dana.sites.slice(0, 1) });
    TestBed.inject(PageHeading).show({ title: 'Caseload', scope: '', bySite: true });
    await settle();
    expect(siteChoice()).toBeNull();
  });

  it('leads back from a client to the list as it was', async () => {
    const { settle, link } = await open(dana, '/caseload?reason=not-seen&record=r1');
    const from = { title: 'Caseload', path: '/caseload', asItWas: true };
    TestBed.inject(PageHeading).show({ title: 'Client', scope: '', from });
    await settle();
    expect(link('Caseload', 'h1')).toBe('/caseload?reason=not-seen');
  });

  it('says why the data is late, and that the server has gone', async () => {
    const { text, settle } = await open();
    const store = TestBed.inject(Store);
    const sync = { ...health.sync!, lateBecause: 'The scheduling system has not answered.' };
    store.dispatch(
      ServerEventsActions.healthReceived({ health: { ...health, sync }, receivedAt: Date.now() }),
    );
    await settle();
    expect(text()).toContain('The scheduling system has not answered.');
    store.dispatch(ServerEventsActions.lost());
    await settle();
    expect(text()).toContain('The server has not answered since.');
  });

  it('says that earlier weeks are still being read', async () => {
    const { text, settle } = await open();
    const sync = { ...health.sync!, historyComplete: false };
    TestBed.inject(Store).dispatch(
      ServerEventsActions.healthReceived({ health: { ...health, sync }, receivedAt: Date.now() }),
    );
    await settle();
    expect(text()).toContain('Earlier weeks are still being read');
  });
});

@Component({ selector: 'app-a-page', template: '' })
class APage {}

async function open(me = dana, url = '/caseload') {
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideEffects(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideState(accessFeature),
      provideState(serverEventsFeature),
      provideState(sourceRecordFeature),
      provideRouter(
        [
          {
            path: '',
            component: Shell,
            children: [
              { path: 'caseload', component: APage },
              { path: 'data', component: APage },
            ],
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const store = TestBed.inject(Store);
  store.dispatch(AccessApiActions.meReceived({ me }));
  store.dispatch(ServerEventsActions.healthReceived({ health, receivedAt: Date.now() }));
  const harness = await RouterTestingHarness.create(url);
  const host = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    harness.detectChanges();
    await Promise.resolve();
    harness.detectChanges();
  };
  await settle();
  expect(TestBed.inject(Router).url).toBe(url);
  const links = (within: string) => [...host.querySelectorAll<HTMLElement>(`${within} a`)];
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    settle,
    text: () => said(host),
    siteChoice: () =>
      host.querySelector<HTMLSelectElement>('.head select')?.selectedOptions[0]?.text.trim() ??
      null,
    choose: async (site: string) => {
      const select = host.querySelector<HTMLSelectElement>('.head select')!;
      select.value = site;
      select.dispatchEvent(new Event('change'));
      await harness.fixture.whenStable();
      await settle();
    },
    places: () => links('nav[aria-label=Main]').map(said),
    more: () => links('nav[aria-label="More places"]').map(said),
    link: (word: string, within = 'nav') =>
      links(within)
        .find((link) => said(link) === word)
        ?.getAttribute('href'),
  };
}
