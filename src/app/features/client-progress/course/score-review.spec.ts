import { inputBinding } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { HttpErrorResponse } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, Subject } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { ClientProgressApi } from '../api/client-progress-api';
import { ClientEntriesApi } from '../api/client-entries-api';
import { aClient, aMeasure, aScore } from '../client-progress.fixture';
import { ClientProgressPage } from '../client-progress-page';
import * as clientProgressEffects from '../state/client-progress.effects';
import * as clientEntriesEffects from '../state/client-entries.effects';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { clientProgressFeature } from '../state/client-progress.feature';

describe('review of a score', () => {
  it('stands on the screen at once, and can be taken back', async () => {
    const page = await open();
    await page.review('unchanged', 'Sleep is better');
    expect(page.row()).toContain('plan unchanged: Sleep is better');
    expect(page.sent()?.says.plan).toBe('unchanged');
    page.answer.next(null);
    page.answer.complete();
    await page.settled();
    await page.click('Undo');
    expect(page.withdrawn()).toBe(page.sent()!.id);
    expect(page.row()).toContain('not recorded');
  });

  it('gives way to what stood when the server refuses, and keeps what was written', async () => {
    const page = await open();
    await page.review('changed', 'Add a visit');
    const error = { code: 'not-reached', message: 'The server could not be reached.' };
    page.answer.error(new HttpErrorResponse({ status: 503, error }));
    await page.settled();
    expect(page.row()).not.toContain('plan changed');
    expect(page.row()).toContain('Nothing was written.');
    expect(page.written()).toBe('Add a visit');
  });

  it('asks whether the plan changes, and why, before anything is sent', async () => {
    const page = await open();
    await page.review(null, '');
    expect(page.row()).toContain('Say whether the plan changes.');
    await page.fill('unchanged', ' ');
    expect(page.row()).toContain('Say why.');
    expect(page.sent()).toBeUndefined();
  });

  it('is not offered to who may not write it', async () => {
    const page = await open('director');
    expect(page.row()).toContain('not recorded');
    expect(page.offered()).toBeFalse();
  });
});

async function open(role: Me['role'] = 'counselor') {
  const answer = new Subject<null>();
  const api = jasmine.createSpyObj<ClientEntriesApi>('ClientEntriesApi', {
    find: of({ asOf: aClient.asOf, entries: [] }),
    write: answer,
    withdraw: of(null),
  });
  const client = { ...aClient, measures: [aMeasure('phq-9', aScore('2026-11-09', 9))] };
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(clientProgressFeature),
      provideState(clientEntriesFeature),
      provideEffects(clientProgressEffects, clientEntriesEffects),
      provideRouter([]),
      { provide: ClientEntriesApi, useValue: api },
      { provide: ClientProgressApi, useValue: { find: () => of(client) } },
    ],
  });
  TestBed.inject(Store).dispatch(
    AccessApiActions.meReceived({ me: { name: 'Dana Flint', role } as Me }),
  );
  const fixture: ComponentFixture<ClientProgressPage> = TestBed.createComponent(
    ClientProgressPage,
    { bindings: [inputBinding('clientId', () => 'plum')] },
  );
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const lane = () => host.querySelector('app-measure-lane')!;
  const button = (name: string) =>
    [...lane().querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));
  const click = async (name: string) => {
    button(name)?.click();
    await fixture.whenStable();
  };
  const because = () => lane().querySelector<HTMLInputElement>('input[type=text]');
  const fill = async (plan: 'changed' | 'unchanged' | null, why: string) => {
    if (plan) lane().querySelector<HTMLInputElement>(`input[value=${plan}]`)?.click();
    because()!.value = why;
    await click('Record review');
  };
  await click('PHQ-9');
  return {
    answer,
    click,
    fill,
    settled: () => fixture.whenStable(),
    review: async (plan: 'changed' | 'unchanged' | null, why: string) => {
      await click('Review');
      await fill(plan, why);
    },
    row: () => (lane().querySelector('tbody tr')?.textContent ?? '').replace(/\s+/g, ' '),
    written: () => because()?.value,
    offered: () => button('Review') !== undefined,
    sent: () => api.write.calls.mostRecent()?.args[1] as NewClientEntry<'score-review'> | undefined,
    withdrawn: () => api.withdraw.calls.mostRecent()?.args[1].id,
  };
}
