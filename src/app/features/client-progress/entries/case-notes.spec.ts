import { HttpErrorResponse } from '@angular/common/http';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { NEVER, of, Subject, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { ClientEntry } from '#domain/client-progress/client-entry.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { ClientEntriesApi } from '../api/client-entries-api';
import { aClient } from '../client-progress.fixture';
import * as clientEntriesEffects from '../state/client-entries.effects';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { clientChoiceProviders } from '../../../client-choice/client-choice.providers';
import { ClientEntriesParts } from './client-entries';

const NOTE: ClientEntry = {
  id: 'n1',
  kind: 'case-note',
  says: { words: 'Ask about Thursday evenings' },
  by: 'Dana Flint',
  at: '2026-11-17T15:00:00Z',
  episodeId: null,
  sourceSays: null,
};

describe('notes for the case review', () => {
  it('stand with who wrote them and when, and leave when withdrawn', async () => {
    const list = await open([NOTE]);
    expect(list.text()).toContain('Ask about Thursday evenings Dana Flint, Tue 17 Nov 2026');
    list.api.find.and.returnValue(of({ asOf: NOTE.at, entries: [] }));
    await list.click('Withdraw');
    expect(list.api.withdraw).toHaveBeenCalledOnceWith('plum', NOTE);
    expect(list.text()).toContain('Nothing is noted.');
    expect(list.text()).toContain('Withdrawn. It stays in the history.');
  });

  it('keep what was written when the server does not answer, and send it again under one id', async () => {
    const list = await open([]);
    const error = { code: 'not-reached', message: 'The server could not be reached.' };
    list.api.write.and.returnValue(throwError(() => new HttpErrorResponse({ status: 503, error })));
    await list.click('Note for the case review');
    list.write('Ask about transport');
    await list.click('Note it');
    expect(list.text()).toContain('Nothing was written. The server could not be reached.');
    expect(list.written()).toBe('Ask about transport');
    list.api.write.and.returnValue(of(null));
    await list.click('Note it');
    const [first, second] = list.api.write.calls.all().map(({ args }) => args[1]);
    expect(second).toEqual(first);
    expect(list.written()).toBeUndefined();
  });

  it('stand at once, with the text for the record system and Undo when they have arrived', async () => {
    const list = await open([]);
    const answer = new Subject<null>();
    list.api.write.and.returnValue(answer);
    await list.click('Note for the case review');
    list.write('Ask about transport');
    await list.click('Note it');
    expect(list.text()).toContain('Ask about transport Dana Flint');
    expect(list.text()).not.toContain('Undo');
    list.api.find.and.returnValue(NEVER);
    answer.next(null);
    answer.complete();
    await list.settled();
    expect(list.text()).toContain(
      'Note for the case review: Ask about transport. Dana Flint, Wed 18 Nov 2026, 8:02 am.',
    );
    await list.click('Undo');
    expect(list.text()).toContain('Nothing is noted.');
  });

  it('are gone again when they are refused: nothing stands that was not written', async () => {
    const list = await open([]);
    const answer = new Subject<null>();
    list.api.write.and.returnValue(answer);
    await list.click('Note for the case review');
    list.write('Ask about transport');
    await list.click('Note it');
    const error = { code: 'changed-meanwhile', message: 'Vera Vogt wrote on Wed 18 Nov.' };
    answer.error(new HttpErrorResponse({ status: 409, error }));
    await list.settled();
    expect(list.text()).toContain('Nothing is noted.');
    expect(list.text()).toContain('Nothing was written. Vera Vogt wrote on Wed 18 Nov.');
    expect(list.written()).toBe('Ask about transport');
  });

  it('ask for words before anything is sent', async () => {
    const list = await open([]);
    await list.click('Note for the case review');
    list.write('  ');
    await list.click('Note it');
    expect(list.text()).toContain('Write what is to be talked about.');
    expect(list.api.write).not.toHaveBeenCalled();
  });
});

async function open(entries: ClientEntry[]) {
  const api = jasmine.createSpyObj<ClientEntriesApi>('ClientEntriesApi', {
    find: of({ asOf: NOTE.at, entries }),
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
    AccessApiActions.meReceived({ me: { name: 'Dana Flint', role: 'counselor' } as Me }),
  );
  const fixture = TestBed.createComponent(ClientEntriesParts, {
    bindings: [
      inputBinding('id', () => 'plum'),
      inputBinding('client', () => ({ ...aClient, timeZone: 'America/Chicago' })),
    ],
  });
  await fixture.whenStable();
  const all: HTMLElement = fixture.nativeElement;
  const host = all.querySelector<HTMLElement>('app-case-notes')!;
  const box = () => host.querySelector('textarea');
  return {
    api,
    settled: () => fixture.whenStable(),
    text: () => (host.textContent ?? '').replace(/\s+/g, ' ').trim(),
    write: (words: string) => void (box()!.value = words),
    written: () => box()?.value,
    click: async (name: string) => {
      [...host.querySelectorAll('button')]
        .find((button) => button.textContent?.trim() === name)!
        .click();
      await fixture.whenStable();
    },
  };
}
