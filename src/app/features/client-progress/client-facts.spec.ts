import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideState, provideStore, Store } from '@ngrx/store';
import type { PageEntry } from '#domain/client-progress/page-entry';
import { ClientFacts } from './client-facts';
import { aClient, aLine } from './client-progress.fixture';
import { ClientEntriesActions, ClientEntriesApiActions } from './state/client-entries.actions';
import { clientEntriesFeature } from './state/client-entries.feature';

const written = { by: 'Dana Flint', at: '2026-11-17T15:00:00Z', sourceSays: null };
const NOTE = { ...written, id: 'e2', kind: 'case-note', says: { words: 'Rides' }, episodeId: null };
const REVIEW = {
  ...written,
  id: 'e1',
  kind: 'score-review',
  says: { instrument: 'phq-9', day: '2026-11-09', plan: 'unchanged', because: 'Falling' },
  episodeId: null,
};

describe('ClientFacts', () => {
  it('names the last decision, with whose it is; a note is none', async () => {
    expect(await textWith([NOTE, REVIEW])).toContain(
      'Last decision PHQ-9 of 9 Nov reviewed Dana Flint, Tue 17 Nov',
    );
    TestBed.resetTestingModule();
    expect(await textWith([NOTE])).toContain('Last decision none written here');
  });

  it('says nothing of decisions where the client looks on', async () => {
    expect(await textWith([REVIEW], true)).not.toContain('Last decision');
  });
});

async function textWith(entries: readonly object[], shared = false): Promise<string> {
  TestBed.configureTestingModule({
    providers: [provideStore(), provideState(clientEntriesFeature)],
  });
  const { clientId } = aClient;
  const store = TestBed.inject(Store);
  store.dispatch(ClientEntriesActions.shown({ clientId }));
  const found = { asOf: aClient.asOf, entries: entries as PageEntry[] };
  store.dispatch(ClientEntriesApiActions.loadSucceeded({ found }));
  const fixture = TestBed.createComponent(ClientFacts, {
    bindings: [
      inputBinding('client', () => ({ ...aClient, line: aLine })),
      inputBinding('shared', () => shared),
    ],
  });
  await fixture.whenStable();
  const parts = (fixture.nativeElement as HTMLElement).querySelectorAll('dt, dd');
  return [...parts].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' ');
}
