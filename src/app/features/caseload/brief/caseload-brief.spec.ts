import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { CaseloadBrief as Brief } from '#domain/caseload/brief.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { CaseloadApi } from '../api/caseload-api';
import * as caseloadBriefEffects from '../state/caseload-brief.effects';
import { caseloadBriefFeature } from '../state/caseload-brief.feature';
import { aBrief } from './a-brief';
import { CaseloadBrief } from './caseload-brief';

describe('CaseloadBrief', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('says what is new since when, with the count, the word and the first names', async () => {
    const { lines, text } = await show(aBrief);
    expect(text()).toContain('Since Tue 17 Nov, 4:00 pm');
    expect(lines('app-news-list')).toEqual(['1 missed O. Plum', '2 scores, 1 worse O. Plum 2']);
  });

  it('narrows to a line, and back when it is pressed again', async () => {
    const { click, narrowed } = await show(aBrief);
    await click('2 scores');
    expect(narrowed()).toEqual({ news: 'scores' });
    const again = await show(aBrief, 'scores');
    expect(again.pressed()).toEqual(['2 scores, 1 worse O. Plum 2']);
    await again.click('2 scores');
    expect(again.narrowed()).toEqual({ news: '' });
  });

  it('says so when nothing is new', async () => {
    const { text } = await show({ ...aBrief, news: [] });
    expect(text()).toContain('Nothing is new since Tue 17 Nov, 4:00 pm.');
  });

  it('lets another moment be chosen, read on the site’s clock, and leads back', async () => {
    const { click, narrowed } = await show(aBrief);
    await click('Change');
    const moment = document.querySelector<HTMLInputElement>('#asked-moment')!;
    expect(moment.value).toBe('2026-11-17T16:00');
    moment.value = '2026-11-16T08:30';
    moment.form!.requestSubmit();
    expect(narrowed()).toEqual({ since: '2026-11-16T14:30:00.000Z' });
    await click('Change');
    await click('End of last working day');
    expect(narrowed()).toEqual({ since: '' });
  });

  it('adds up the hours, assumed apart from delivered, and who is short by how much', async () => {
    const { text, lines } = await show(aBrief);
    expect(text()).toContain('Hours this week 2 clients, 1 on hold');
    expect(text()).toContain('6.0 delivered + 1.0 assumed + 4.0 booked = 11.0 of 17 h');
    expect(lines('app-brief-hours')).toEqual(['−6.0 O. Plum']);
  });

  it('says where there is room, and where that is not known', async () => {
    const { text } = await show(aBrief);
    expect(text()).toContain('Room to make up: Thu 5:30 pm Group D, 2 places.');
    expect(text()).toContain('Room not known in 1 session: its group has no capacity set.');
  });

  it('says by how much some have more than is prescribed, so that what is missing adds up', async () => {
    const week = { ...aBrief.hours.hours, prescribed: 600, missing: 120 };
    const { text } = await show({ ...aBrief, hours: { ...aBrief.hours, hours: week } });
    expect(text()).toContain('= 11.0 of 10 h · 2.0 missing, 3.0 over');
  });

  it('opens a client’s week: what counts toward the minimums, and the sessions with room', async () => {
    const { click, dialog } = await show(aBrief);
    await click('O. Plum', 'app-brief-hours');
    expect(dialog()).toContain('Recorded so far 6.0 h, level asks for 9.0 h a week');
    expect(dialog()).toContain('Payer days 1 so far, of 180 recorded minutes or more');
    expect(dialog()).toContain('Schedule Works days; evenings only');
    expect(dialog()).toContain('Thu 5:30 pm Group D 2 places');
    expect(dialog()).toContain('Fri 5:30 pm Group E room not known');
    const link = document.querySelector('[role=dialog] li a');
    expect(link?.getAttribute('href')).toBe('/attendance/sessions?session=thursday');
  });

  it('names the payer that counts days, or units, in a way of its own', async () => {
    const [plum] = aBrief.hours.short;
    const payer = { name: 'Bluefield Commercial', unit: 'half-day' } as const;
    const short = plum ? [{ ...plum, payerDayMinutes: 150, payer }] : [];
    const { click, dialog } = await show({ ...aBrief, hours: { ...aBrief.hours, short } });
    await click('O. Plum', 'app-brief-hours');
    expect(dialog()).toContain(
      'Payer days 1 so far, of 150 recorded minutes or more: the rule of Bluefield Commercial, whose unit is half a day',
    );
  });

  it('lists today’s sessions with who has come, and which roster nobody marked', async () => {
    const { lines, host } = await show(aBrief);
    expect(lines('app-todays-sessions')).toEqual([
      '7:30 am Group B 7 of 9, not all marked',
      '3:30 pm O. Plum telehealth arrived 7:58 am',
    ]);
    const roster = host().querySelector('app-todays-sessions .line');
    expect(roster?.getAttribute('href')).toBe('/attendance/sessions?session=group');
  });

  it('names the most pressing tasks, how late they are, and how many are open', async () => {
    const { text, lines, host } = await show(aBrief);
    expect(text()).toContain('To do 3 open');
    expect(lines('app-to-do-list')).toEqual(['−1 d Outreach after a miss O. Plum']);
    const line = host().querySelector('app-to-do-list .line');
    expect(line?.getAttribute('href')).toBe('/to-do?task=outreach%20a1');
    expect((await show({ ...aBrief, toDo: { open: 0, tasks: [] } })).text()).toContain(
      'Nothing is open.',
    );
  });

  it('has no today and no tasks where the caseload is another’s', async () => {
    const { host } = await show({ ...aBrief, today: null, toDo: null });
    expect(host().querySelector('app-to-do-list')).toBeNull();
    expect(host().querySelector('app-todays-sessions')).toBeNull();
  });

  it('shows initials alone when names are not to be seen', async () => {
    const { text, settle } = await show(aBrief);
    TestBed.inject(InitialsOnly).toggle();
    await settle();
    expect(text()).not.toContain('Plum');
    expect(text()).toContain('O. P.');
  });

  it('recovers from a failed load', async () => {
    const { api, text, click } = await show(null);
    expect(text()).toContain('The brief could not be loaded.');
    api.findBrief.and.returnValue(of(aBrief));
    await click('Try again');
    expect(text()).toContain('Hours this week');
  });
});

/** The brief on its real slice; only the API is fake, and fails where there is no brief. */
async function show(brief: Brief | null, news = '') {
  const api = jasmine.createSpyObj<CaseloadApi>('CaseloadApi', {
    findBrief: brief ? of(brief) : throwError(() => new Error('offline')),
  });
  TestBed.resetTestingModule().configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(caseloadBriefFeature),
      provideEffects(caseloadBriefEffects),
      provideRouter([]),
      { provide: CaseloadApi, useValue: api },
    ],
  });
  const narrowed = jasmine.createSpy('narrowed');
  const fixture = TestBed.createComponent(CaseloadBrief, {
    bindings: [
      inputBinding('news', () => news),
      outputBinding<Record<string, string>>('narrowed', narrowed),
    ],
  });
  const host = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    api,
    host: () => host,
    text: () => said(host),
    dialog: () => said(document.querySelector('[role=dialog]')!),
    lines: (column: string) => [...host.querySelectorAll(`${column} .line`)].map(said),
    pressed: () => [...host.querySelectorAll('[aria-pressed=true]')].map(said),
    narrowed: () => narrowed.calls.mostRecent()?.args[0] as unknown,
    settle: () => fixture.whenStable(),
    click: async (words: string, within = 'body') => {
      [...document.querySelectorAll<HTMLElement>(`${within} button`)]
        .find((button) => said(button).includes(words))
        ?.click();
      await fixture.whenStable();
    },
  };
}
