import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { AftercarePlan, PlanContent } from '#domain/aftercare/plan-content.contract';
import {
  isWrittenContent,
  PLAN_CONTENTS,
  type PlanContentId,
} from '#domain/aftercare/plan-content';
import { AccessApiActions } from '../access/state/access.actions';
import { accessFeature } from '../access/state/access.feature';
import { AftercarePlanContents } from './aftercare-plan';
import { AftercarePlanApi } from './aftercare-plan-api';
import { aftercarePlanProviders } from './aftercare-plan.providers';

const content = (id: PlanContentId, more: Partial<PlanContent> = {}): PlanContent => ({
  ...{ id, status: 'not-started', on: null, words: null, owner: null, note: null, by: null },
  ...{ recordId: null, entryId: null, isWritten: isWrittenContent(id), beside: [] },
  ...more,
});
const planOf = (...told: PlanContent[]): AftercarePlan => ({
  ...{ asOf: '2026-11-18T13:02:00Z', clientId: 'c1' },
  plan: {
    ...{ episodeId: 'e1', timeZone: 'America/New_York', today: '2026-11-18' },
    contents: PLAN_CONTENTS.map((id) => told.find((one) => one.id === id) ?? content(id)),
  },
});
const housing = content('housing', {
  ...{ status: 'done', on: '2026-11-20', words: 'recovery residence', owner: 'Kim, peer' },
  ...{ by: 'Ruth Ash', entryId: 'x1' },
});
const kit = content('naloxone', {
  ...{ status: 'done', on: '2026-10-06', words: 'naloxone nasal spray', recordId: 'kit' },
});
const transport = content('transport', {
  beside: [{ words: 'Transport needed at admission: yes', on: '2026-10-05', recordId: 'a' }],
});
const ruth = { name: 'Ruth Ash', role: 'counselor', staffId: 's1' } as Me;

describe('AftercarePlanContents', () => {
  it('says of each content what is known, from where, who sees to it, and how many are open', async () => {
    const { text, row } = await open(of(planOf(housing, kit, transport)));
    expect(text()).toContain('2 of 14 answered; open: next level and provider, first appointment');
    expect(row('Recovery housing')).toContain(
      'recovery residence · Fri 20 Nov · seen to by Kim, peer · by Ruth Ash',
    );
    expect(row('Naloxone')).toContain('naloxone nasal spray · Tue 6 OctRecord');
    expect(row('Transport')).toContain('Transport needed at admission: yes · Mon 5 Oct');
  });

  it('lets staff write what is not in the record, and nothing that is written elsewhere', async () => {
    const { host } = await open(of(planOf(housing, kit)));
    const may = [...host.querySelectorAll('[aria-label^="Write down"]')].map((one) =>
      one.getAttribute('aria-label')?.slice('Write down: '.length),
    );
    expect(may).toEqual([
      'Relapse-prevention plan',
      'Crisis plan',
      'Recovery housing',
      'Mutual help and peer support',
      'Family',
      'Employment',
      'Legal matters',
      'Transport',
    ]);
  });

  it('writes a content with the entry that was seen, reads it again, and takes it back', async () => {
    const { host, api, press, settle, text } = await open(of(planOf(housing)));
    await press('Write down: Recovery housing');
    const form = host.querySelector('app-plan-content-form form')!;
    const day = form.querySelector<HTMLInputElement>('[name=on]')!;
    day.value = '';
    form.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    await settle();
    expect(text()).toContain('Choose a day.');
    expect(api.write).not.toHaveBeenCalled();
    day.value = '2026-11-23';
    form.querySelector<HTMLSelectElement>('[name=kind]')!.value = 'own-home';
    form.querySelector<HTMLInputElement>('[name=owner]')!.value = ' the client ';
    form.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    await settle();
    const [clientId, sent] = api.write.calls.mostRecent().args;
    expect([clientId, sent.episodeId, sent.seen]).toEqual(['c1', 'e1', 'x1']);
    expect(sent.says).toEqual({
      ...{ content: 'housing', status: 'done', kind: 'own-home', on: '2026-11-23' },
      ...{ owner: 'the client', note: null },
    } as typeof sent.says);
    expect(text()).toContain('Written down in the plan.');
    expect(api.find.calls.mostRecent().args[1]).toBe('event');
    await press('Undo');
    expect(api.withdraw).toHaveBeenCalledOnceWith('c1', sent.id);
    expect(text()).toContain('Withdrawn. It stays in the history.');
  });

  it('keeps what was typed where it was refused, and says why', async () => {
    const { host, api, press, settle, text } = await open(of(planOf()));
    api.write.and.returnValue(
      throwError(() => ({ error: { code: 'changed-meanwhile', message: 'Vera wrote it.' } })),
    );
    await press('Write down: Transport');
    host.querySelector<HTMLButtonElement>('app-plan-content-form [type=submit]')!.click();
    await settle();
    expect(text()).toContain('It was not written down.');
    expect(host.querySelector('app-plan-content-form')).not.toBeNull();
  });

  it('shows a past moment without a way to write, and says why there is none', async () => {
    const past = await open(of(planOf(housing)), '2026-11-01T12:00:00Z');
    expect(past.host.querySelector('[aria-label^="Write down"]')).toBeNull();
    TestBed.resetTestingModule();
    const none = await open(of({ ...planOf(), plan: null }));
    expect(none.text()).toContain('No plan: the client was never admitted');
  });

  it('says when it could not be read, and tries again', async () => {
    const { api, press, text } = await open(throwError(() => new Error('down')));
    expect(text()).toContain('The aftercare plan could not be loaded');
    api.find.and.returnValue(of(planOf()));
    await press('Try again');
    expect(text()).toContain('0 of 14 answered');
  });
});

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

async function open(answer: ReturnType<AftercarePlanApi['find']>, asOf?: string) {
  const api = jasmine.createSpyObj<AftercarePlanApi>('AftercarePlanApi', {
    find: answer,
    write: of(null),
    withdraw: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideStore(),
      provideEffects(),
      provideState(accessFeature),
      ...aftercarePlanProviders,
      { provide: AftercarePlanApi, useValue: api },
    ],
  });
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me: ruth }));
  const fixture = TestBed.createComponent(AftercarePlanContents);
  fixture.componentRef.setInput('clientId', 'c1');
  fixture.componentRef.setInput('asOf', asOf);
  const settle = () => fixture.whenStable();
  await settle();
  const host = fixture.nativeElement as HTMLElement;
  return {
    ...{ api, host, settle },
    text: () => words(host),
    row: (name: string) =>
      [...host.querySelectorAll('li')].map(words).find((one) => one.startsWith(name)) ?? '',
    press: async (name: string) => {
      const button = [...host.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name || words(one) === name,
      );
      button!.click();
      await settle();
    },
  };
}
