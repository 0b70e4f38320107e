import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { ClientEntry } from '#domain/client-progress/client-entry.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { clientChoiceProviders } from '../../../client-choice/client-choice.providers';
import { ClientEntriesApi } from '../api/client-entries-api';
import { aClient, aLine } from '../client-progress.fixture';
import * as clientEntriesEffects from '../state/client-entries.effects';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { ClientEntriesParts } from './client-entries';

const ENTRY: ClientEntry = {
  id: 'e1',
  kind: 'planned-discharge',
  says: { on: '2026-12-18', because: 'Starts work' },
  by: 'Dana Flint',
  at: '2026-11-17T15:00:00Z',
  episodeId: aLine.episodeId,
  sourceSays: '1 Feb 2027',
};

const BEFORE: ClientEntry = { ...ENTRY, id: 'e0', sourceSays: null };

describe('an entry of the plan when the record has changed', () => {
  it('says what the record says by now, and that ours counts', async () => {
    const { text } = await open('counselor');
    expect(text()).toContain(
      'The record has changed: it says 1 Feb 2027. What is written here counts.',
    );
  });

  it('is written once more where it is kept, in the knowledge of the one that stood', async () => {
    const { click, api } = await open('counselor');
    await click('Keep ours');
    const { args } = api.write.calls.mostRecent();
    expect(args[1]).toEqual(
      jasmine.objectContaining({ says: ENTRY.says, episodeId: ENTRY.episodeId, seen: 'e1' }),
    );
    expect(args[1].id).not.toBe('e1');
  });

  it('is withdrawn where the record is followed, with what stood before it', async () => {
    const { click, api } = await open('counselor');
    await click('Follow the record');
    expect(api.withdraw.calls.allArgs()).toEqual([
      ['plum', ENTRY],
      ['plum', BEFORE],
    ]);
  });

  it('is not to be resolved by who may not write', async () => {
    const { buttons } = await open('director');
    expect(buttons()).toEqual([]);
  });
});

async function open(role: Me['role']) {
  const api = jasmine.createSpyObj<ClientEntriesApi>('ClientEntriesApi', {
    find: of({ asOf: ENTRY.at, entries: [ENTRY, BEFORE] }),
    write: of(null),
    withdraw: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(clientEntriesFeature),
      ...clientChoiceProviders,
      provideRouter([]),
      provideEffects(clientEntriesEffects),
      { provide: ClientEntriesApi, useValue: api },
    ],
  });
  TestBed.inject(Store).dispatch(
    AccessApiActions.meReceived({ me: { name: 'Dana Flint', role } as Me }),
  );
  const fixture = TestBed.createComponent(ClientEntriesParts, {
    bindings: [
      inputBinding('id', () => 'plum'),
      inputBinding('client', () => ({ ...aClient, line: aLine })),
    ],
  });
  await fixture.whenStable();
  const all: HTMLElement = fixture.nativeElement;
  const host = all.querySelector<HTMLElement>('app-planned-discharges')!;
  const buttons = () => [...host.querySelectorAll('button')];
  return {
    api,
    buttons,
    text: () => (host.textContent ?? '').replace(/\s+/g, ' '),
    click: async (name: string) => {
      buttons()
        .find((button) => button.textContent?.trim() === name)!
        .click();
      await fixture.whenStable();
    },
  };
}
