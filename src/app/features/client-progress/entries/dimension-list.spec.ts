import { HttpErrorResponse } from '@angular/common/http';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { ClientEntriesApi } from '../api/client-entries-api';
import { aClient, aLine } from '../client-progress.fixture';
import * as clientEntriesEffects from '../state/client-entries.effects';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { AllianceList } from './alliance-list';
import { DimensionList } from './dimension-list';

const assessed = (on: string, edition: '3' | '4', ...found: (number | string | null)[]) =>
  ({
    ...{ id: on, edition, on, rater: 'Dana Flint' },
    dimensions: Array.from({ length: 6 }, (_, index) => {
      const one = found[index] ?? null;
      return typeof one === 'string' ? { risk: null, note: one } : { risk: one, note: null };
    }),
  }) as DimensionAssessment;
const client = (edition: string | null, ...dimensions: DimensionAssessment[]): ClientProgress => ({
  ...aClient,
  line: { ...aLine, level: { code: '2.1', edition } },
  plan: { ...aClient.plan, dimensions },
});

describe('the six dimensions', () => {
  it('show the last assessment by dimension beside the one before, with who and when', async () => {
    const page = await open(
      DimensionList,
      client('3', assessed('2026-11-16', '3', 0, 1, 2, null, 3, 2), assessed('2026-11-02', '3', 1)),
    );
    expect(page.text()).toContain(
      'ASAM Criteria, 3rd edition, last Mon 16 Nov, Dana Flint; before Mon 2 Nov, Dana Flint',
    );
    expect(page.rows().slice(0, 4)).toEqual([
      '1 Intoxication, withdrawal risk 0 risk 1',
      '2 Biomedical risk 1 not assessed',
      '3 Emotional, behavioral, cognitive risk 2 not assessed',
      '4 Readiness to change not assessed not assessed',
    ]);
  });

  it('never set dimensions of two editions beside each other', async () => {
    const page = await open(
      DimensionList,
      client('4', assessed('2026-11-16', '4', 'No use'), assessed('2026-11-02', '3', 1)),
    );
    expect(page.rows().slice(0, 3)).toEqual([
      '1 Intoxication, withdrawal and addiction medications in words',
      'Mon 16 Nov: No use',
      '2 Biomedical conditions not assessed',
    ]);
    expect(page.text()).toContain('The one before was by the 3rd edition, whose dimensions');
  });

  it('are asked by the edition of the level of care, rated in the third alone', async () => {
    const page = await open(DimensionList, client('3'));
    expect(page.text()).toContain('Nobody has written an assessment.');
    await page.click('Assess');
    await page.click('Write assessment');
    expect(page.text()).toContain('Rate one dimension at least.');
    page.fill('risk', 1, '3');
    page.fill('note', 1, ' Asthma ');
    await page.click('Write assessment');
    const [, entry] = page.api.write.calls.mostRecent().args;
    expect(entry).toEqual(jasmine.objectContaining({ kind: 'dimensions', episodeId: 'episode' }));
    const none = { note: null, risk: null };
    expect(entry.says).toEqual({
      ...{ edition: '3', on: '2026-11-18', rater: null },
      dimensions: [none, { note: 'Asthma', risk: 3 }, none, none, none, none],
    });
  });

  it('ask first where the level does not say by which edition', async () => {
    const page = await open(DimensionList, client(null));
    await page.click('Assess');
    await page.click('Write assessment');
    expect(page.text()).toContain('Choose the edition.');
    await page.choose('edition', '4');
    expect(page.fields('risk')).toBe(0);
    expect(page.fields('note')).toBe(6);
    page.fill('note', 5, 'Wants evenings');
    await page.click('Write assessment');
    expect(page.api.write).toHaveBeenCalledTimes(1);
  });

  it('keep what was typed where the server does not take it', async () => {
    const page = await open(DimensionList, client('4'));
    const error = { code: 'not-possible', message: 'That day has not come yet.' };
    page.api.write.and.returnValue(throwError(() => new HttpErrorResponse({ status: 400, error })));
    await page.click('Assess');
    page.fill('note', 0, 'No use since October');
    await page.click('Write assessment');
    expect(page.text()).toContain('Nothing was written. That day has not come yet.');
    expect(page.valueOf('note', 0)).toBe('No use since October');
  });
});

describe('the working alliance', () => {
  it('is a mean of 1 to 5 with one decimal, and the form’s own name', async () => {
    const page = await open(AllianceList, client('4'));
    expect(page.text()).toContain('no published rule is used');
    await page.click('Record alliance score');
    await page.click('Record score');
    expect(page.text()).toContain('Say which form.');
    page.fill('instrument', 0, 'WAI-SR');
    page.fill('mean', 0, '4.25');
    await page.click('Record score');
    expect(page.text()).toContain('Give the mean from 1 to 5, to one decimal.');
    page.fill('mean', 0, '4.2');
    await page.click('Record score');
    const [, entry] = page.api.write.calls.mostRecent().args;
    expect(entry.says).toEqual({ on: '2026-11-18', instrument: 'WAI-SR', mean: 4.2 });
    expect(page.text()).toContain('mean 4.2 of 1 to 5, by the client; no published rule is used');
  });
});

async function open(part: typeof DimensionList | typeof AllianceList, shown: ClientProgress) {
  const api = jasmine.createSpyObj<ClientEntriesApi>('ClientEntriesApi', {
    find: of({ asOf: shown.asOf, entries: [] }),
    write: of(null),
    withdraw: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(clientEntriesFeature),
      provideRouter([]),
      provideEffects(clientEntriesEffects),
      { provide: ClientEntriesApi, useValue: api },
    ],
  });
  const store = TestBed.inject(Store);
  store.dispatch(
    AccessApiActions.meReceived({ me: { name: 'Dana Flint', role: 'counselor' } as Me }),
  );
  store.dispatch(ClientEntriesActions.shown({ clientId: 'plum' }));
  const fixture = TestBed.createComponent<DimensionList | AllianceList>(part, {
    bindings: [inputBinding('client', () => shown)],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const fieldsOf = (name: string) => [
    ...host.querySelectorAll<HTMLInputElement>(`form [name='${name}']`),
  ];
  return {
    api,
    text: () => said(host),
    rows: () =>
      [...host.querySelectorAll('tbody tr')].map((row) => [...row.children].map(said).join(' ')),
    fields: (name: string) => fieldsOf(name).length,
    fill: (name: string, at: number, value: string) => void (fieldsOf(name)[at].value = value),
    valueOf: (name: string, at: number) => fieldsOf(name)[at]?.value,
    choose: async (name: string, value: string) => {
      const [field] = fieldsOf(name);
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    },
    click: async (name: string) => {
      [...host.querySelectorAll('button')]
        .find((button) => button.textContent?.trim() === name)!
        .click();
      await fixture.whenStable();
    },
  };
}
