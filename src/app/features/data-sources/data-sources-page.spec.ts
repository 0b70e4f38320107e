import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Role } from '#domain/access/access.contract';
import type { DataSources } from '#domain/data-sources/data-sources.contract';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { DataSourcesApi } from './api/data-sources-api';
import { DataSourcesPage } from './data-sources-page';
import * as dataSourcesEffects from './state/data-sources.effects';
import { dataSourcesFeature } from './state/data-sources.feature';

describe('DataSourcesPage', () => {
  it('says how each source stands, and what its last run did', async () => {
    const { text } = await open('admin');
    expect(text()).toContain('Up to date Harbor Street EHR');
    expect(text()).toContain('8:01 am in 18 s 12 s 284,116 42');
    expect(text()).toContain('FHIR R4. 63 changes in the last run.');
  });

  it('says what was held back, why, and what that keeps out', async () => {
    const { text } = await open('counselor');
    expect(text()).toContain('42 of 300,000 resources could not be used; nothing is lost');
    expect(text()).toContain('Practitioner unknown keeps 42 sessions out');
  });

  it('lets only an administrator start a run', async () => {
    const asCounselor = await open('counselor');
    expect(asCounselor.button('Run now')).toBeUndefined();
    TestBed.resetTestingModule();
    const { button, api } = await open('admin');
    button('Run now')?.click();
    expect(api.run).toHaveBeenCalledOnceWith('ehr');
  });

  it('says why a run did not start', async () => {
    const { button, api, settle, text } = await open('admin');
    api.run.and.returnValue(throwError(() => new Error('offline')));
    button('Run now')?.click();
    await settle();
    expect(text()).toContain('The run did not start. The server could not be reached.');
  });

  it('does not open records for an administrator', async () => {
    const { links } = await open('admin');
    expect(links()).toEqual([]);
  });

  it('opens the records held back for those who see clients', async () => {
    const { links } = await open('counselor');
    expect(links()).toEqual(['/?record=r1']);
  });
});

const data: DataSources = {
  now: '2026-11-18T14:02:00Z',
  sources: [
    {
      id: 'ehr',
      name: 'Harbor Street EHR',
      kind: 'FHIR R4',
      simulated: false,
      state: 'up-to-date',
      asOf: '2026-11-18T14:01:48Z',
      historyComplete: true,
      lastRun: {
        id: 'run',
        startedAt: '2026-11-18T14:01:48Z',
        endedAt: '2026-11-18T14:01:50Z',
        outcome: 'succeeded',
        message: '63 changes in the last run.',
        received: 63,
        changed: 63,
        heldBack: 0,
      },
      nextRunAt: '2026-11-18T14:02:18Z',
      resources: 284_116,
      heldBack: 42,
    },
  ],
  counts: [
    {
      resourceType: 'EpisodeOfCare',
      received: 300_000,
      used: 299_900,
      heldBack: 42,
      setAside: 58,
    },
  ],
  heldBack: [
    {
      resourceType: 'Appointment',
      reason: 'Practitioner unknown',
      effect: 'keeps 42 sessions out',
      count: 42,
      since: '2026-11-16T14:00:00Z',
      recordIds: ['r1'],
    },
  ],
  runs: [],
};

async function open(role: Role) {
  const api = jasmine.createSpyObj<DataSourcesApi>('DataSourcesApi', {
    find: of(data),
    run: of(undefined),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(dataSourcesFeature),
      provideEffects(dataSourcesEffects),
      provideRouter([]),
      { provide: DataSourcesApi, useValue: api },
    ],
  });
  const me = {
    name: 'Sam',
    role,
    staffId: null,
    site: null,
    sites: [],
    timeZone: 'America/Chicago',
    simulated: false,
    demoSignIn: false,
  };
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const fixture = TestBed.createComponent(DataSourcesPage);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return {
    api,
    settle: () => fixture.whenStable(),
    text: () => host.innerText.replace(/\s+/g, ' '),
    button: (words: string) =>
      [...host.querySelectorAll('button')].find((button) => button.textContent.includes(words)),
    links: () => [...host.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  };
}
