import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import type { Me, Role } from '#domain/access/access.contract';
import type { KeptApart, NewKeptApart, StandingPair } from '#domain/attendance/kept-apart.contract';
import { of } from 'rxjs';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { clientChoiceProviders } from '../../../client-choice/client-choice.providers';
import { ClientSearchApi } from '../../../http/client-search-api';
import { tellChange } from '../../../http/tell-change.fixture';
import { aClient } from '../client-progress.fixture';
import * as clientEntriesEffects from '../state/client-entries.effects';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { ClientEntriesParts } from './client-entries';

const ENTRIES = '/api/clients/c1/entries';
const ASKED = '/api/attendance/clients/c1/kept-apart';
const WRITTEN = '/api/attendance/kept-apart';
const bo: KeptApart = {
  id: 'k1',
  other: { clientId: 'c2', familyName: 'Plum', givenName: 'Ona' },
  reason: 'A protective order',
  by: 'Dana Flint',
  at: '2026-11-17T15:00:00Z',
};

const stands: StandingPair = { id: bo.id, reason: bo.reason, by: bo.by, at: bo.at };

describe('who is kept apart from a client', () => {
  it('says whom, why and by whom; of somebody out of scope no name', async () => {
    const { text } = await open([bo, { ...bo, id: 'k2', other: null, reason: 'Former partners' }]);
    expect(text()).toContain('Plum, Ona, A protective order Dana Flint, Tue 17 Nov 2026, 10:00 am');
    expect(text()).toContain('A client outside your scope, Former partners');
  });

  it('says that nobody is recorded, which is not that nobody is to be kept apart', async () => {
    expect((await open([])).text()).toContain('Nobody is recorded.');
  });

  it('asks for whom and why, and sends one entry however often', async () => {
    const { click, write, text, http, answered, settle } = await open([]);
    await click('Keep apart from somebody');
    await click('Keep apart');
    expect(text()).toContain('Choose whom.');
    await write('#own-client', 'Plum');
    await click('Plum, Ona');
    await click('Keep apart');
    expect(text()).toContain('Say why.');
    await write('#kept-apart-reason', 'A protective order');
    await click('Keep apart');
    const first = http.expectOne(WRITTEN);
    first.error(new ProgressEvent('offline'));
    await settle();
    expect(text()).toContain(
      'Nothing was written. The server could not be reached. What you wrote is still here.',
    );
    answered([]);
    await settle();
    await click('Keep apart');
    const again = http.expectOne(WRITTEN);
    expect(again.request.body).toEqual(first.request.body);
    expect(again.request.body).toEqual(
      jasmine.objectContaining({
        clientId: 'c1',
        otherId: 'c2',
        reason: 'A protective order',
      } satisfies Partial<NewKeptApart>),
    );
    again.flush({ ...stands, id: (again.request.body as NewKeptApart).id });
    await settle();
    answered([bo]);
    await settle();
    expect(text()).toContain('Kept apart: neither is offered a session where the other is booked.');
    expect(text()).toContain('Plum, Ona, A protective order');
  });

  it('says who had written it already, and when', async () => {
    const { click, write, text, http, answered, settle } = await open([]);
    await click('Keep apart from somebody');
    await write('#own-client', 'Plum');
    await click('Plum, Ona');
    await write('#kept-apart-reason', 'Former partners');
    await click('Keep apart');
    http.expectOne(WRITTEN).flush(stands);
    await settle();
    answered([bo]);
    await settle();
    expect(text()).toContain(
      'They are kept apart already: Dana Flint wrote it Tue 17 Nov 2026, 10:00 am. Nothing was added.',
    );
  });

  it('withdraws, and shows what then stands; a change by somebody else shows by itself', async () => {
    const { click, http, answered, text, settle } = await open([bo]);
    await click('Withdraw');
    http.expectOne(`${WRITTEN}/k1/withdrawal`).flush(null);
    await settle();
    answered([]);
    await settle();
    expect(text()).toContain('Withdrawn. It stays in the history.');
    tellChange();
    answered([bo]);
    await settle();
    expect(text()).toContain('A protective order');
  });

  it('shows a director nothing to write with', async () => {
    expect((await open([bo], 'director')).buttons()).toEqual([]);
  });
});

async function open(from: KeptApart[], role: Role = 'counselor') {
  const clients = [{ clientId: 'c2', familyName: 'Plum', givenName: 'Ona' }];
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(clientEntriesFeature),
      ...clientChoiceProviders,
      provideEffects(clientEntriesEffects),
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: ClientSearchApi, useValue: { find: () => of({ clients, more: false }) } },
    ],
  });
  const me = { name: 'Dana Flint', role, timeZone: 'America/New_York' } as Me;
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ClientEntriesParts, {
    bindings: [
      inputBinding('id', () => 'c1'),
      inputBinding('client', () => ({ ...aClient, timeZone: 'America/New_York' })),
    ],
  });
  fixture.detectChanges();
  const answered = (now: KeptApart[]) => {
    http.expectOne(ENTRIES).flush({ asOf: aClient.asOf, clientId: 'c1', entries: [] });
    http.expectOne(ASKED).flush({ asOf: aClient.asOf, from: now });
  };
  answered(from);
  await fixture.whenStable();
  const all: HTMLElement = fixture.nativeElement;
  const host = all.querySelector<HTMLElement>('app-kept-apart-list')!;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const settle = () => fixture.whenStable();
  return {
    http,
    answered,
    settle,
    text: () => said(host).replaceAll(' ,', ','),
    buttons: () => [...host.querySelectorAll('button')].map(said),
    click: async (words: string) => {
      [...host.querySelectorAll('button')].find((one) => said(one) === words)!.click();
      await settle();
    },
    write: async (selector: string, words: string) => {
      const input = host.querySelector<HTMLInputElement>(selector)!;
      jasmine.clock().install().mockDate();
      try {
        input.value = words;
        input.dispatchEvent(new Event('input'));
        jasmine.clock().tick(151);
      } finally {
        jasmine.clock().uninstall();
      }
      await settle();
    },
  };
}
