import { HttpErrorResponse } from '@angular/common/http';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { CaseNote } from '#domain/client-progress/case-note.contract';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { CaseNotesApi } from './api/case-notes-api';
import { CaseNotesList } from './case-notes';
import * as caseNotesEffects from './state/case-notes.effects';
import { caseNotesFeature } from './state/case-notes.feature';

const NOTE: CaseNote = {
  id: 'n1',
  words: 'Ask about Thursday evenings',
  by: 'Dana Flint',
  at: '2026-11-17T15:00:00Z',
};

describe('notes for the case review', () => {
  it('stand with who wrote them and when, and leave when withdrawn', async () => {
    const list = await open([NOTE]);
    expect(list.text()).toContain('Ask about Thursday evenings Dana Flint, Tue 17 Nov 2026');
    list.api.find.and.returnValue(of({ asOf: NOTE.at, notes: [] }));
    await list.click('Withdraw');
    expect(list.api.withdraw).toHaveBeenCalledOnceWith('plum', 'n1');
    expect(list.text()).toContain('Nothing is noted.');
    expect(list.text()).toContain('Withdrawn. It stays in the history.');
  });

  it('keep what was written when the server does not answer, and send it again under one id', async () => {
    const list = await open([]);
    const error = { code: 'not-reached', message: 'The server could not be reached.' };
    list.api.add.and.returnValue(throwError(() => new HttpErrorResponse({ status: 503, error })));
    await list.click('Note for the case review');
    list.write('Ask about transport');
    await list.click('Note it');
    expect(list.text()).toContain('Nothing was noted. The server could not be reached.');
    expect(list.written()).toBe('Ask about transport');
    list.api.add.and.returnValue(of(null));
    await list.click('Note it');
    const [first, second] = list.api.add.calls.all().map(({ args }) => args[1]);
    expect(second).toEqual(first);
    expect(list.written()).toBeUndefined();
  });

  it('ask for words before anything is sent', async () => {
    const list = await open([]);
    await list.click('Note for the case review');
    list.write('  ');
    await list.click('Note it');
    expect(list.text()).toContain('Write what is to be talked about.');
    expect(list.api.add).not.toHaveBeenCalled();
  });
});

async function open(notes: CaseNote[]) {
  const api = jasmine.createSpyObj<CaseNotesApi>('CaseNotesApi', {
    find: of({ asOf: NOTE.at, notes }),
    add: of(null),
    withdraw: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(caseNotesFeature),
      provideEffects(caseNotesEffects),
      { provide: CaseNotesApi, useValue: api },
    ],
  });
  TestBed.inject(Store).dispatch(
    AccessApiActions.meReceived({ me: { name: 'Dana Flint', role: 'counselor' } as Me }),
  );
  const fixture = TestBed.createComponent(CaseNotesList, {
    bindings: [
      inputBinding('clientId', () => 'plum'),
      inputBinding('timeZone', () => 'America/Chicago'),
    ],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const box = () => host.querySelector('textarea');
  return {
    api,
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
