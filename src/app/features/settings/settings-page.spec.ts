import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Role } from '#domain/access/access.contract';
import type { Problem } from '#domain/problem.contract';
import type { SiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import type { OnCall, OnCallSpan } from '#domain/settings/on-call.contract';
import type { SettingEntry, SettingPreview, Settings } from '#domain/settings/settings.contract';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { tellChange } from '../../http/tell-change.fixture';
import { ClosuresApi } from './api/closures-api';
import { OnCallApi } from './api/on-call-api';
import { SettingsApi } from './api/settings-api';
import { SettingsPage } from './settings-page';
import * as settingsEffects from './state/settings.effects';
import { settingsFeature } from './state/settings.feature';

const NORTH = '11111111-1111-4111-8111-111111111111';

const entry = (order: number, about: Partial<SettingEntry> = {}): SettingEntry => ({
  id: `00000000-0000-4000-8000-00000000000${order}`,
  order,
  setting: 'consecutiveMisses',
  programId: null,
  payer: null,
  effectiveOn: '2026-11-02',
  value: 3,
  by: 'Alex Reed',
  at: '2026-10-30T15:00:00Z',
  withdrawn: null,
  ...about,
});

const settings: Settings = {
  asOf: '2026-11-18T13:02:00Z',
  today: '2026-11-18',
  programs: [{ id: NORTH, name: 'North IOP', site: 'Millbrook' }],
  payers: ['Bluefield Commercial', 'State Medicaid'],
  entries: [
    entry(4, { effectiveOn: '2026-11-23', value: 4 }),
    entry(3, { programId: NORTH, value: 1, effectiveOn: '2026-11-09' }),
    entry(2, {
      value: 9,
      effectiveOn: '2026-11-10',
      withdrawn: { order: 5, by: 'Kim Lee', at: '2026-11-11T15:00:00Z' },
    }),
    entry(1),
  ],
};

const preview: SettingPreview = {
  since: '2026-11-18',
  active: 61,
  flags: [{ rule: 'consecutive-misses', gets: 14, loses: 0 }],
  groups: [{ urgency: 'act-today', gets: 'fewer than 11', loses: 0 }],
  sessions: null,
};

const flood: SiteClosure = {
  id: '22222222-2222-4222-8222-222222222222',
  siteId: 'mill',
  firstDay: '2026-11-05',
  lastDay: '2026-11-06',
  words: 'Flood',
  by: 'Alex Reed',
  at: '2026-11-05T15:00:00Z',
  withdrawn: null,
};
const closures: SiteClosures = {
  today: '2026-11-18',
  sites: [{ id: 'mill', name: 'Millbrook' }],
  closures: [flood],
};

const shift: OnCallSpan = {
  id: '33333333-3333-4333-8333-333333333333',
  staff: { id: 'kim', name: 'Kim Lee' },
  siteId: null,
  fromAt: '2026-11-18T01:00:00Z',
  untilAt: '2026-11-18T14:00:00Z',
  timeZone: 'America/Chicago',
  by: 'Alex Reed',
  at: '2026-11-05T15:00:00Z',
  withdrawn: null,
};
const onCall: OnCall = {
  asOf: '2026-11-18T13:02:00Z',
  sites: [{ id: 'mill', name: 'Millbrook' }],
  staff: [{ id: 'kim', name: 'Kim Lee' }],
  spans: [shift],
};

describe('SettingsPage', () => {
  it('says each rule with what holds, since when and by whom, what comes, and whose own', async () => {
    const { text } = await open('admin');
    expect(text()).toContain(
      '3 misses in a row put a client under Act today and on the case review. From Mon 23 Nov: 4 misses. North IOP, Millbrook: 1 miss, since Mon 9 Nov. since Mon 2 Nov set by Alex Reed 2 misses',
    );
    expect(text()).toContain('A session that ended without an outcome waits 24 hours');
  });

  it('lets who may not set them read what was set, by whom and when, and what was withdrawn', async () => {
    const { button, act, text } = await open('supervisor');
    expect(button('Change')).toBeUndefined();
    await act(() => button('About', 'Misses in a row')?.click());
    expect(text()).toContain('9 misses for every program, from Tue 10 Nov');
    expect(text()).toContain('Withdrawn by Kim Lee, Wed 11 Nov 2026, 9:00 am.');
    expect(button('Withdraw')).toBeUndefined();
  });

  it('refuses at its field what cannot be, in a sentence', async () => {
    const { button, act, type, api, text } = await open('admin');
    await act(() => button('Change', 'Misses in a row')?.click());
    await act(() => type('#setting-value', '11'));
    await act(() => button('Set value')?.click());
    expect(text()).toContain('Give a whole number, from 1 miss to 10 misses.');
    await act(() => type('#setting-value', '5'));
    await act(() => type('#setting-day', '2020-01-01'));
    await act(() => button('Set value')?.click());
    expect(text()).toContain('Give a day within the past year or the next two.');
    expect(api.set).not.toHaveBeenCalled();
  });

  it('tries a value, from next Monday on, before it is saved', async () => {
    const { button, act, type, api, text, wait } = await open('admin');
    await act(() => button('Change', 'Misses in a row')?.click());
    await wait(() => type('#setting-value', '1'));
    expect(api.preview).toHaveBeenCalledOnceWith({
      setting: 'consecutiveMisses',
      programId: null,
      payer: null,
      effectiveOn: '2026-11-23',
      value: 1,
    });
    expect(text()).toContain(
      'As if it held today, of 61 active clients: Act today: fewer than 11 would be added. Flag ‘Misses in a row’: 14 would be added.',
    );
    expect(api.set).not.toHaveBeenCalled();
  });

  it('says what a payer has of its own, and tries and sets a value for one payer', async () => {
    const own = { setting: 'payerDayMinutes', payer: 'Bluefield Commercial' } as const;
    const { button, act, type, choose, api, text, options, wait } = await open('admin', [
      entry(2, { ...own, value: 120, effectiveOn: '2026-11-23' }),
      entry(1, { ...own, value: 150, effectiveOn: '2026-11-09' }),
    ]);
    expect(text()).toContain(
      'A day counts for the payer from 180 minutes of recorded attendance. Bluefield Commercial: 150 minutes, since Mon 9 Nov. Bluefield Commercial, from Mon 23 Nov: 120 minutes. the default',
    );
    await act(() => button('Change', 'A payer’s day of treatment')?.click());
    expect(text()).toContain('150 minutes for Bluefield Commercial, from Mon 9 Nov');
    expect(options('#setting-payer')).toEqual([
      'Every payer',
      'Bluefield Commercial',
      'State Medicaid',
    ]);
    await wait(() => {
      type('#setting-value', '160');
      choose('#setting-payer', 'Bluefield Commercial');
    });
    expect(api.preview).toHaveBeenCalledOnceWith({
      setting: 'payerDayMinutes',
      programId: null,
      payer: 'Bluefield Commercial',
      effectiveOn: '2026-11-23',
      value: 160,
    });
    await act(() => button('Set value')?.click());
    expect(api.set.calls.mostRecent().args[0]).toEqual(
      jasmine.objectContaining({ payer: 'Bluefield Commercial', value: 160, basedOn: 2 }),
    );
  });

  it('offers the units of an authorization by name, and asks for one', async () => {
    const { button, act, choose, api, text, options } = await open('admin');
    await act(() => button('Change', 'Unit of an authorization')?.click());
    expect(options('#setting-value')).toEqual([
      'Choose',
      'a day attended',
      'half a day',
      'an hour',
    ]);
    await act(() => button('Set value')?.click());
    expect(text()).toContain('Choose a value.');
    await act(() => choose('#setting-value', '3'));
    await act(() => button('Set value')?.click());
    expect(api.set.calls.mostRecent().args[0]).toEqual(
      jasmine.objectContaining({ setting: 'payerUnit', payer: null, value: 3 }),
    );
  });

  it('sends the same value again after a failure as the same act, and undoes it by withdrawing', async () => {
    const { button, act, type, api, text } = await open('admin');
    await act(() => button('Change', 'Engaged week')?.click());
    await act(() => type('#setting-value', '70'));
    api.set.and.returnValue(throwError(() => new HttpErrorResponse({ status: 0 })));
    await act(() => button('Set value')?.click());
    expect(text()).toContain('It is still here. Try again.');
    const set = entry(6, { setting: 'engagedDoseRatio', value: 0.7, effectiveOn: '2026-11-23' });
    api.set.and.returnValue(of(set));
    await act(() => button('Set value')?.click());
    const [first, second] = api.set.calls.allArgs().map(([value]) => value);
    expect(first).toEqual(second);
    expect(second).toEqual(jasmine.objectContaining({ value: 0.7, basedOn: 0 }));
    expect(text()).toContain('Set. Engaged week: 70% from Mon 23 Nov.');
    api.withdraw.and.returnValue(of(set));
    await act(() => button('Undo')?.click());
    expect(api.withdraw.calls.mostRecent().args[0]).toBe(set.id);
    expect(text()).toContain('Withdrawn. Engaged week: 70% from Mon 23 Nov.');
  });

  it('tells of what another set meanwhile, keeps what is written, and is aware of it when sent again', async () => {
    const { button, act, type, api, text, value } = await open('admin');
    await act(() => button('Change', 'Misses in a row')?.click());
    await act(() => type('#setting-value', '7'));
    const other = entry(7, { value: 6, by: 'Kim Lee', effectiveOn: '2026-11-18' });
    const problem: Problem = {
      code: 'changed-meanwhile',
      message: 'Kim Lee set 6 misses from Wed 18 Nov meanwhile.',
    };
    api.set.and.returnValue(
      throwError(() => new HttpErrorResponse({ status: 409, error: problem })),
    );
    api.find.and.returnValue(of({ ...settings, entries: [other, ...settings.entries] }));
    await act(() => button('Set value')?.click());
    expect(text()).toContain('Kim Lee set 6 misses from Wed 18 Nov meanwhile. Nothing of yours');
    expect(text()).toContain('6 misses in a row put a client');
    expect(value('#setting-value')).toBe('7');
    await act(() => button('Set value')?.click());
    const [first, second] = api.set.calls.allArgs().map(([sent]) => sent);
    expect([first?.basedOn, second?.basedOn]).toEqual([5, 7]);
    expect(first?.id).not.toBe(second?.id);
  });

  it('says when sites are closed, and sets a closure once however often it is sent', async () => {
    const { button, act, type, text, closuresApi } = await open('admin');
    expect(text()).toContain('Thu 5 Nov – Fri 6 Nov Millbrook: Flood Set by Alex Reed');
    await act(() => button('Add a closure')?.click());
    await act(() => button('Set closure')?.click());
    expect(text()).toContain('Give the first day.');
    expect(text()).toContain('Say in a few words why.');
    await act(() => type('#closure-first', '2026-11-26'));
    await act(() => type('#closure-words', 'Thanksgiving'));
    closuresApi.set.and.returnValue(throwError(() => new HttpErrorResponse({ status: 0 })));
    await act(() => button('Set closure')?.click());
    closuresApi.set.and.returnValue(of(flood));
    await act(() => button('Set closure')?.click());
    const [first, second] = closuresApi.set.calls.allArgs().map(([sent]) => sent);
    expect(first).toEqual(second);
    expect(second).toEqual(
      jasmine.objectContaining({
        siteId: null,
        firstDay: '2026-11-26',
        lastDay: '2026-11-26',
        words: 'Thanksgiving',
      }),
    );
    expect(button('Add a closure')).toBeDefined();
  });

  it('says who is on call, names the next one once however often it is sent, and takes one back', async () => {
    const { button, act, type, text, onCallApi } = await open('admin');
    expect(text()).toContain(
      'Kim Lee, Tue 17 Nov, 7:00 pm – Wed 18 Nov, 8:00 am every site · on call now Set by Alex Reed',
    );
    await act(() => button('Name who is on call')?.click());
    await act(() => button('Set on call')?.click());
    expect(text()).toContain('Choose who is on call.');
    expect(text()).toContain('Give the moment it begins, and the moment it ends.');
    await act(() => type('#on-call-who', 'kim'));
    await act(() => type('#on-call-from', '2026-11-18T20:00'));
    await act(() => type('#on-call-until', '2026-11-18T08:00'));
    await act(() => button('Set on call')?.click());
    expect(text()).toContain('Give an end that is after the beginning.');
    await act(() => type('#on-call-until', '2026-11-19T08:00'));
    onCallApi.set.and.returnValue(throwError(() => new HttpErrorResponse({ status: 0 })));
    await act(() => button('Set on call')?.click());
    expect(text()).toContain('Nobody was named.');
    onCallApi.set.and.returnValue(of(shift));
    await act(() => button('Set on call')?.click());
    const [first, second] = onCallApi.set.calls.allArgs().map(([sent]) => sent);
    expect(first).toEqual(second);
    expect(second).toEqual(
      jasmine.objectContaining({
        staffId: 'kim',
        siteId: null,
        from: '2026-11-18T20:00',
        until: '2026-11-19T08:00',
      }),
    );
    await act(() => button('Withdraw', 'Withdraw time on call')?.click());
    expect(onCallApi.withdraw).toHaveBeenCalledOnceWith(shift.id);
  });

  it('keeps what it shows when it cannot be brought up to date, and offers another try when it fails', async () => {
    const { act, api, text, button } = await open('admin');
    api.find.and.returnValue(throwError(() => new HttpErrorResponse({ status: 0 })));
    await act(tellChange);
    expect(text()).toContain('could not be brought up to date');
    expect(text()).toContain('3 misses in a row');
    await act(() => button('Try again')?.click());
    expect(text()).toContain('The settings could not be loaded.');
  });
});

async function open(role: Role, entries = settings.entries) {
  const api = jasmine.createSpyObj<SettingsApi>('SettingsApi', {
    find: of({ ...settings, entries }),
    preview: of(preview),
    set: of(entry(6)),
    withdraw: of(entry(6)),
  });
  const closuresApi = jasmine.createSpyObj<ClosuresApi>('ClosuresApi', {
    find: of(closures),
    set: of(flood),
    withdraw: of(flood),
  });
  const onCallApi = jasmine.createSpyObj<OnCallApi>('OnCallApi', {
    find: of(onCall),
    set: of(shift),
    withdraw: of(shift),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(settingsFeature),
      provideEffects(settingsEffects),
      provideRouter([]),
      { provide: SettingsApi, useValue: api },
      { provide: ClosuresApi, useValue: closuresApi },
      { provide: OnCallApi, useValue: onCallApi },
    ],
  });
  const me = {
    name: 'Alex',
    role,
    staffId: null,
    site: null,
    sites: [],
    timeZone: 'America/Chicago',
    simulated: false,
    demoSignIn: false,
  };
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const fixture = TestBed.createComponent(SettingsPage);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const field = (selector: string) => host.querySelector<HTMLInputElement>(selector)!;
  const act = async (does: () => void) => {
    does();
    await fixture.whenStable();
  };
  return {
    api,
    closuresApi,
    onCallApi,
    act,
    /** Acts, and lets the time pass in which somebody may still be typing. */
    wait: async (does: () => void) => {
      jasmine.clock().install();
      try {
        does();
        jasmine.clock().tick(401);
      } finally {
        jasmine.clock().uninstall();
      }
      await fixture.whenStable();
    },
    text: () => host.innerText.replace(/\s+/g, ' '),
    value: (selector: string) => field(selector).value,
    options: (selector: string) =>
      [...host.querySelectorAll(`${selector} option`)].map((option) => option.textContent),
    choose: (selector: string, value: string) => {
      field(selector).value = value;
      field(selector).dispatchEvent(new Event('change'));
    },
    type: (selector: string, value: string) => {
      field(selector).value = value;
      field(selector).dispatchEvent(new Event('input'));
    },
    button: (words: string, label = '') =>
      [...host.querySelectorAll('button')].find(
        (button) =>
          button.textContent.includes(words) &&
          (button.getAttribute('aria-label') ?? '').includes(label),
      ),
  };
}
