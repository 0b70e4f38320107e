import { HttpErrorResponse } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { SavedView } from '#domain/settings/saved-view.contract';
import { SavedViewsApi } from './saved-views-api';
import * as savedViewsEffects from './saved-views.effects';
import { savedViewsFeature } from './saved-views.feature';
import { ViewsMenu } from './views-menu';

@Component({ imports: [ViewsMenu], template: `<app-views-menu page="attendance/trend" />` })
class WithViews {}

const BOARD: SavedView = {
  id: 'v1',
  page: 'attendance/dose',
  name: 'Board',
  query: 'level=2.1&site=s1',
  shared: false,
  by: null,
};

describe('ViewsMenu', () => {
  it('keeps the page as it is looked at, under a name, without what is open over it', async () => {
    const { api, open, press, text, type } = await show();
    await open();
    await type('Quarterly review');
    await press('Save this view');
    expect(api.save).toHaveBeenCalledOnceWith({
      page: 'attendance/trend',
      name: 'Quarterly review',
      query: 'by=month&split=site',
      shared: false,
    });
    expect(text()).toContain('Saved: Board.');
  });

  it('opens a view as it was kept', async () => {
    const { open, press } = await show();
    await open();
    await press('Board');
    expect(TestBed.inject(Router).url).toBe('/attendance/dose?level=2.1&site=s1');
  });

  it('gives another name, deletes, and takes the deletion back', async () => {
    const { api, open, press, rename, text } = await show();
    await open();
    await press('Rename');
    await rename('Board, yearly');
    expect(api.change).toHaveBeenCalledOnceWith('v1', { name: 'Board, yearly', shared: false });
    expect(text()).toContain('Board, yearly');
    await press('Delete');
    expect(api.remove).toHaveBeenCalledOnceWith('v1');
    expect(text()).toContain('None saved yet.');
    await press('Undo');
    expect(api.save).toHaveBeenCalledWith(jasmine.objectContaining({ query: BOARD.query }));
  });

  it('shares what is one’s own, and leaves what a colleague shares as it is', async () => {
    const { api, buttons, check, open, press, text, type } = await show();
    api.find.and.returnValue(
      of({
        views: [BOARD, { ...BOARD, id: 'v2', name: 'Mondays', shared: true, by: 'Vera Slate' }],
      }),
    );
    api.change.and.returnValue(of({ ...BOARD, shared: true }));
    await open();
    expect(text()).toContain('Mondays shared by Vera Slate');
    expect(buttons()).toEqual(['Share Board', 'Rename Board', 'Delete Board']);
    await press('Share');
    expect(api.change).toHaveBeenCalledOnceWith('v1', { name: 'Board', shared: true });
    expect(text()).toContain('Board shared with your team');
    await type('Quarterly review');
    await check('Share with my team');
    await press('Save this view');
    expect(api.save).toHaveBeenCalledWith(jasmine.objectContaining({ shared: true }));
  });

  it('lists the views of the page and those beside it', async () => {
    const { api, open, text } = await show();
    api.find.and.returnValue(
      of({ views: [BOARD, { ...BOARD, id: 'v2', page: 'caseload', name: 'Mondays' }] }),
    );
    await open();
    expect(text()).toContain('Board');
    expect(text()).not.toContain('Mondays');
  });

  it('says that nothing was saved, and keeps the name that was typed', async () => {
    const { api, field, open, press, text, type } = await show();
    api.save.and.returnValue(throwError(() => busy));
    await open();
    await press('Save this view');
    expect(text()).toContain('Give it a name.');
    await type('Quarterly review');
    await press('Save this view');
    expect(text()).toContain('The view could not be saved. The server is busy.');
    expect(field().value).toBe('Quarterly review');
  });

  it('says that the views could not be loaded, and asks again', async () => {
    const { api, open, press, text } = await show();
    api.find.and.returnValue(throwError(() => busy));
    await open();
    expect(text()).toContain('Your views could not be loaded. The server is busy.');
    api.find.and.returnValue(of({ views: [BOARD] }));
    await press('Try again');
    expect(text()).toContain('Board');
  });
});

const busy = new HttpErrorResponse({
  status: 503,
  error: { code: 'busy', message: 'The server is busy.' },
});

async function show() {
  const api = jasmine.createSpyObj<SavedViewsApi>('SavedViewsApi', {
    find: of({ views: [BOARD] }),
    save: of({ ...BOARD, id: 'v3' }),
    change: of({ ...BOARD, name: 'Board, yearly' }),
    remove: of(null),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(savedViewsFeature),
      provideEffects(savedViewsEffects),
      provideRouter([{ path: '**', component: WithViews }]),
      { provide: SavedViewsApi, useValue: api },
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/attendance/trend?by=month&split=site&record=r1');
  const settle = async () => {
    await harness.fixture.whenStable();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await harness.fixture.whenStable();
  };
  const dialog = () => document.querySelector<HTMLElement>('[role=dialog]');
  const said = (element: Element | null) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const field = () => dialog()!.querySelector<HTMLInputElement>('#view-name')!;
  return {
    api,
    field,
    text: () => said(dialog()),
    buttons: () =>
      [...dialog()!.querySelectorAll('li button[aria-label]')].map((one) =>
        one.getAttribute('aria-label'),
      ),
    check: async (words: string) => {
      const labels = [...dialog()!.querySelectorAll('label')];
      labels
        .find((label) => said(label) === words)!
        .querySelector('input')!
        .click();
      await settle();
    },
    open: async () => {
      (harness.fixture.nativeElement as HTMLElement).querySelector('button')!.click();
      for (let frames = 0; frames < 60 && !dialog(); frames++) await settle();
      await settle();
    },
    press: async (words: string) => {
      [...dialog()!.querySelectorAll('button')].find((button) => said(button) === words)!.click();
      await settle();
    },
    type: async (name: string) => {
      field().value = name;
      field().dispatchEvent(new Event('input'));
      await settle();
    },
    rename: async (name: string) => {
      const form = dialog()!.querySelector<HTMLFormElement>('li form')!;
      form.querySelector('input')!.value = name;
      form.querySelector('button')!.click();
      await settle();
    },
  };
}
