import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore } from '@ngrx/store';
import { of, Subject, throwError } from 'rxjs';
import type { FoundClient, FoundClients } from '#domain/client-search/client-search.contract';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { ClientSearchApi } from '../../http/client-search-api';
import { ClientSearchDialog } from './client-search-dialog';
import { clientSearchProviders } from './client-search.providers';

const plum: FoundClient = {
  clientId: 'c1',
  familyName: 'Plum',
  givenName: 'Odette',
  recordNumber: 'MRN-1001',
  program: 'Harbor Day IOP',
  counselor: 'Dana Flint',
  inCare: true,
  leftOn: null,
};
const plumb = { ...plum, clientId: 'c2', familyName: 'Plumb', inCare: false, leftOn: '2025-03-06' };
const both: FoundClients = { clients: [plum, plumb], more: false };

describe('ClientSearchDialog', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine.clock().install().mockDate();
  });
  afterEach(() => {
    jasmine.clock().uninstall();
    localStorage.clear();
  });

  it('asks once for what was written, not for each letter', async () => {
    const { api, type, pause } = await open();
    await type('pl');
    await type('plu');
    expect(api.find).not.toHaveBeenCalled();
    await pause();
    expect(api.find).toHaveBeenCalledOnceWith({ text: 'plu' });
  });

  it('goes on from the letters that were typed before it was there', async () => {
    const { api, pause, options } = await open(of(both), 'plu');
    await pause();
    expect(api.find).toHaveBeenCalledOnceWith({ text: 'plu' });
    expect(options().length).toBe(2);
  });

  it('asks for nobody by one letter', async () => {
    const { api, type, pause, text } = await open();
    await type('p');
    await pause();
    expect(api.find).not.toHaveBeenCalled();
    expect(text()).toContain('Two letters or more');
  });

  it('says who is found, and who is no longer in care', async () => {
    const { type, pause, options, text } = await open();
    await type('plu');
    await pause();
    expect(options()).toEqual([
      'Plum, Odette Harbor Day IOP · Dana Flint MRN-1001',
      'Plumb, Odette left 6 Mar 2025 · Harbor Day IOP · Dana Flint MRN-1001',
    ]);
    expect(text()).toContain('2 clients');
  });

  it('walks by the arrows, round and round, and opens by Enter', async () => {
    const { type, pause, press, active, chosen } = await open();
    await type('plu');
    await pause();
    expect(active()).toBe('found-c1');
    await press('ArrowUp');
    expect(active()).toBe('found-c2');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(chosen).toEqual(['c2']);
  });

  it('opens nobody of an earlier answer while other letters are being asked for', async () => {
    const { type, pause, press, chosen } = await open();
    await type('plu');
    await pause();
    await type('plumb');
    await press('Enter');
    expect(chosen).toEqual([]);
  });

  it('shows no answer to letters that are gone', async () => {
    const answer = new Subject<FoundClients>();
    const { type, pause, options } = await open(answer);
    await type('plu');
    await pause();
    await type('');
    answer.next(both);
    expect(options()).toEqual([]);
  });

  it('says that there are more, and that there is nobody', async () => {
    const { type, pause, text, api } = await open(of({ ...both, more: true }));
    await type('plu');
    await pause();
    expect(text()).toContain('The first 2. Write more letters');
    api.find.and.returnValue(of({ clients: [], more: false }));
    await type('zz');
    await pause();
    expect(text()).toContain('No client of yours matches.');
  });

  it('keeps what was written when the server does not answer, and asks again', async () => {
    const { type, pause, text, click, api, options } = await open(
      throwError(() => new Error('offline')),
    );
    await type('plu');
    await pause();
    expect(text()).toContain('Clients could not be loaded.');
    api.find.and.returnValue(of(both));
    await click('Try again');
    expect(options().length).toBe(2);
  });

  it('shows initials alone, without record numbers, where names are not to be seen', async () => {
    const { type, pause, options } = await open();
    TestBed.inject(InitialsOnly).on.set(true);
    await type('plu');
    await pause();
    expect(options()[0]).toBe('O. P. Harbor Day IOP · Dana Flint');
  });
});

async function open(answer: ReturnType<ClientSearchApi['find']> = of(both), typedAhead = '') {
  const api = jasmine.createSpyObj<ClientSearchApi>('ClientSearchApi', { find: answer });
  TestBed.configureTestingModule({
    providers: [provideStore(), clientSearchProviders, { provide: ClientSearchApi, useValue: api }],
  });
  const chosen: string[] = [];
  const fixture = TestBed.createComponent(ClientSearchDialog, {
    bindings: [
      inputBinding('typedAhead', () => typedAhead),
      outputBinding<string>('chosen', (id) => void chosen.push(id)),
    ],
  });
  const settle = () => {
    fixture.detectChanges();
    return Promise.resolve();
  };
  await settle();
  const host: HTMLElement = fixture.nativeElement;
  const box = () => host.querySelector('input')!;
  const words = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
  return {
    api,
    chosen,
    text: () => words(host),
    options: () =>
      [...host.querySelectorAll('[role=option]')].map((option) =>
        [...option.children].map(words).join(' '),
      ),
    active: () => box().getAttribute('aria-activedescendant'),
    type: (value: string) => {
      box().value = value;
      box().dispatchEvent(new Event('input'));
      return settle();
    },
    pause: () => {
      jasmine.clock().tick(200);
      return settle();
    },
    press: (key: string) => {
      box().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      return settle();
    },
    click: (name: string) => {
      const button = [...host.querySelectorAll('button')].find((one) => words(one) === name)!;
      button.click();
      return settle();
    },
  };
}
