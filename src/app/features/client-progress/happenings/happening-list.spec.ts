import { HttpErrorResponse } from '@angular/common/http';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { ClientHappenings, Happening } from '#domain/client-progress/happenings.contract';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { HappeningsApi } from '../api/happenings-api';
import * as happeningsEffects from '../state/happenings.effects';
import { happeningsFeature } from '../state/happenings.feature';
import { HappeningList } from './happening-list';

const happening = (about: Partial<Happening>): Happening => ({
  id: 'h',
  at: null,
  on: '2026-11-09',
  kind: 'score',
  what: 'PHQ-9',
  detail: '9, mild',
  status: null,
  recordId: 'r1',
  by: null,
  lateBy: null,
  revisedBy: null,
  ...about,
});
const answer = (happenings: Happening[], next: number | null = null): ClientHappenings => ({
  asOf: '2026-11-18T14:02:00Z',
  clientId: 'plum',
  timeZone: 'America/Chicago',
  total: 3,
  happenings,
  next,
});

describe('HappeningList', () => {
  it('says when, what, by whom, and how late it was recorded', async () => {
    const { rows } = await open(
      answer([
        happening({
          id: 'a',
          kind: 'session',
          what: 'Group B',
          at: '2026-11-10T01:30:00Z',
          on: '2026-11-09',
          status: 'no-show',
          detail: null,
          by: 'Dana Flint',
          lateBy: 3,
          revisedBy: 5,
        }),
        happening({ id: 'b', kind: 'note', what: 'A note', detail: null, recordId: null }),
      ]),
    );
    expect(rows()).toEqual([
      'Mon 9 Nov 7:30 pm Session Group B No-show recorded 3 days later, changed 5 days later Dana Flint Record',
      'Mon 9 Nov Note A note written here',
    ]);
  });

  it('asks for one kind alone, and begins at the newest', async () => {
    const { api, choose } = await open(answer([happening({})]));
    await choose('contact');
    expect(api.find.calls.mostRecent().args.slice(0, 2)).toEqual(['plum', { kind: 'contact' }]);
  });

  it('adds what came earlier below what is there', async () => {
    const { api, rows, click } = await open(answer([happening({ id: 'a' })], 1));
    api.find.and.returnValue(of(answer([happening({ id: 'b', what: 'GAD-7' })])));
    await click('Show earlier');
    expect(api.find.calls.mostRecent().args[1]).toEqual({ skip: 1 });
    expect(rows().length).toBe(2);
    expect(rows()[1]).toContain('GAD-7');
  });

  it('follows what is told of this client, and of nobody else', async () => {
    const { api, told } = await open(answer([happening({})]));
    jasmine.clock().install();
    told('somebody else');
    jasmine.clock().tick(200);
    expect(api.find).toHaveBeenCalledTimes(1);
    told('plum');
    jasmine.clock().tick(200);
    jasmine.clock().uninstall();
    expect(api.find).toHaveBeenCalledTimes(2);
    expect(api.find.calls.mostRecent().args[2]).toBe('event');
  });

  it('says that it could not be loaded, and loads when asked again', async () => {
    const error = { code: 'not-reached', message: 'The server could not be reached.' };
    const { api, text, click, rows } = await open(
      throwError(() => new HttpErrorResponse({ status: 503, error })),
    );
    expect(text()).toContain('What happened could not be loaded');
    api.find.and.returnValue(of(answer([happening({})])));
    await click('Try again');
    expect(rows().length).toBe(1);
  });
});

async function open(found: ClientHappenings | ReturnType<HappeningsApi['find']>) {
  const api = jasmine.createSpyObj<HappeningsApi>('HappeningsApi', {
    find: 'happenings' in found ? of(found) : found,
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(happeningsFeature),
      provideEffects(happeningsEffects),
      provideRouter([]),
      { provide: HappeningsApi, useValue: api },
    ],
  });
  const fixture = TestBed.createComponent(HappeningList, {
    bindings: [inputBinding('clientId', () => 'plum')],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    api,
    text: () => said(host),
    rows: () =>
      [...host.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map(said).filter(Boolean).join(' '),
      ),
    choose: async (value: string) => {
      const select = host.querySelector('select')!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    },
    click: async (name: string) => {
      [...host.querySelectorAll('button')].find((one) => said(one) === name)!.click();
      await fixture.whenStable();
    },
    told: (id: string) =>
      TestBed.inject(Store).dispatch(
        ServerEventsActions.changed({ change: { topic: 'caseload', ids: [id] } }),
      ),
  };
}
