import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { NEVER, of, throwError } from 'rxjs';
import type { Me, Role } from '#domain/access/access.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { ATTENDED } from '../../../ui/figure/attended-definition';
import { MeasuresApi } from '../api/measures-api';
import { ProcessChangesApi } from '../api/process-changes-api';
import { measureCatalogueFeature } from '../state/measure-catalogue.feature';
import * as processChangesEffects from '../state/process-changes.effects';
import { processChangesFeature } from '../state/process-changes.feature';
import { MeasureApiActions, TrendPageActions } from '../state/trend.actions';
import * as trendEffects from '../state/trend.effects';
import { trendFeature } from '../state/trend.feature';
import { ProcessChanges } from './process-changes';

const MARKED: ProcessChange = {
  id: 'c1',
  day: '2026-08-03',
  words: 'Evening track opens',
  siteId: null,
  by: 'Priya Slate',
};
const question = { measure: 'attendance-sessions', query: {} };

describe('ProcessChanges', () => {
  it('lists what was marked, where and by whom', async () => {
    const { text } = await show({ changes: [MARKED, { ...MARKED, id: 'c2', siteId: 's1' }] });
    expect(text()).toContain('3 Aug: Evening track opens all sites, marked by Priya Slate');
    expect(text()).toContain('Harbor Street, marked by Priya Slate');
  });

  it('lets a counselor read and not mark', async () => {
    const { buttons, text } = await show({ role: 'counselor', changes: [MARKED] });
    expect(text()).toContain('Evening track opens');
    expect(buttons()).toEqual([]);
  });

  it('marks a change, asks for the chart again and offers to undo', async () => {
    const { api, click, fill, measures, text } = await show({ changes: [] });
    await click('Mark a change of process');
    await fill('Evening track opens', '2026-08-03');
    await click('Mark the change');
    expect(api.mark).toHaveBeenCalledOnceWith({
      day: '2026-08-03',
      words: 'Evening track opens',
      siteId: null,
    });
    expect(measures.find).toHaveBeenCalledOnceWith('attendance-sessions', {}, 'event');
    expect(text()).toContain('Marked: 3 Aug: Evening track opens.');
    expect(document.activeElement?.textContent).toContain('Mark a change of process');
    await click('Undo');
    expect(api.withdraw).toHaveBeenCalledOnceWith('c1');
    expect(text()).toContain('Withdrawn: 3 Aug: Evening track opens.');
  });

  it('lets undo pass after ten seconds', async () => {
    jasmine.clock().install();
    try {
      const { click, later, text } = await show({ changes: [MARKED] });
      await click('Withdraw');
      await later(9_900);
      expect(text()).toContain('Undo');
      await later(200);
      expect(text()).not.toContain('Undo');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('marks for the site alone where one is chosen, unless told otherwise', async () => {
    const { api, click, fill, tick } = await show({ siteId: 's1', changes: [] });
    await click('Mark a change of process');
    await fill('New intake day', '2026-08-03');
    await click('Mark the change');
    expect(api.mark).toHaveBeenCalledWith(jasmine.objectContaining({ siteId: 's1' }));
    await click('Mark a change of process');
    await fill('New intake day', '2026-08-03');
    await tick();
    await click('Mark the change');
    expect(api.mark.calls.mostRecent().args[0].siteId).toBeNull();
  });

  it('says what is missing, at its field, and asks nobody', async () => {
    const { api, click, fill, text } = await show({ changes: [] });
    await click('Mark a change of process');
    await fill('   ', '');
    await click('Mark the change');
    expect(text()).toContain('Choose the first day on which it held.');
    expect(text()).toContain('Say in a few words what changed.');
    expect(document.activeElement?.id).toBe('change-day');
    expect(api.mark).not.toHaveBeenCalled();
  });

  it('says that it failed and keeps what was written', async () => {
    const { api, click, fill, host, text } = await show({ changes: [] });
    api.mark.and.returnValue(throwError(() => busy));
    await click('Mark a change of process');
    await fill('Evening track opens', '2026-08-03');
    await click('Mark the change');
    expect(text()).toContain('The change could not be saved. The server is busy.');
    expect(host.querySelector<HTMLInputElement>('#change-words')!.value).toBe(
      'Evening track opens',
    );
    expect(text()).not.toContain('Undo');
  });

  it('says that a change still stands when it could not be withdrawn', async () => {
    const { api, click, text } = await show({ changes: [MARKED] });
    api.withdraw.and.returnValue(throwError(() => busy));
    await click('Withdraw');
    expect(text()).toContain('The change was not withdrawn; it still stands. The server is busy.');
  });

  it('is not sent twice by a second click', async () => {
    const { api, click } = await show({ changes: [MARKED] });
    api.withdraw.and.returnValue(NEVER);
    await click('Withdraw');
    await click('Withdraw');
    expect(api.withdraw).toHaveBeenCalledTimes(1);
  });
});

const busy = new HttpErrorResponse({
  status: 503,
  error: { code: 'busy', message: 'The server is busy.' },
});

async function show({
  role = 'supervisor',
  siteId,
  changes,
}: {
  role?: Role;
  siteId?: string;
  changes: ProcessChange[];
}) {
  const api = jasmine.createSpyObj<ProcessChangesApi>('ProcessChangesApi', {
    mark: of(MARKED),
    withdraw: of(null),
  });
  const answer = { changes, measure: ATTENDED } as unknown as MeasureAnswer;
  const measures = jasmine.createSpyObj<MeasuresApi>('MeasuresApi', {
    find: of(answer),
    findCatalogue: of({ measures: [] }),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(measureCatalogueFeature),
      provideState(trendFeature),
      provideState(processChangesFeature),
      provideEffects(trendEffects, processChangesEffects),
      { provide: ProcessChangesApi, useValue: api },
      { provide: MeasuresApi, useValue: measures },
    ],
  });
  const store = TestBed.inject(Store);
  const me = { role, sites: [{ id: 's1', name: 'Harbor Street' }] } as unknown as Me;
  store.dispatch(AccessApiActions.meReceived({ me }));
  store.dispatch(TrendPageActions.trendShown({ question }));
  store.dispatch(MeasureApiActions.loadSucceeded({ answer }));
  measures.find.calls.reset();
  const fixture = TestBed.createComponent(ProcessChanges);
  fixture.componentRef.setInput('changes', changes);
  fixture.componentRef.setInput('today', '2026-11-18');
  fixture.componentRef.setInput('siteId', siteId);
  const host: HTMLElement = fixture.nativeElement;
  const settle = async () => {
    fixture.detectChanges();
    await Promise.resolve();
    fixture.detectChanges();
  };
  await settle();
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const buttons = () => [...host.querySelectorAll('button')];
  return {
    api,
    measures,
    host,
    buttons,
    text: () => said(host),
    click: async (words: string) => {
      buttons()
        .find((button) => said(button) === words)!
        .click();
      await settle();
    },
    fill: async (words: string, day: string) => {
      host.querySelector<HTMLInputElement>('#change-words')!.value = words;
      host.querySelector<HTMLInputElement>('#change-day')!.value = day;
      await settle();
    },
    tick: async () => {
      host.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
      await settle();
    },
    later: async (milliseconds: number) => {
      jasmine.clock().tick(milliseconds);
      await settle();
    },
  };
}
