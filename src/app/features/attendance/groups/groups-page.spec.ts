import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type { Role } from '#domain/access/access.contract';
import type { GroupMember, TherapyGroup } from '#domain/attendance/therapy-group.contract';
import { AccessApiActions } from '../../../access/state/access.actions';
import { accessFeature } from '../../../access/state/access.feature';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { tellChange } from '../../../http/tell-change.fixture';
import { pageWideStates } from '../page-wide-states.fixture';
import { GroupsApi } from '../api/groups-api';
import * as groupRosterEffects from '../state/group-roster.effects';
import { groupRosterFeature } from '../state/group-roster.feature';
import * as groupsEffects from '../state/groups.effects';
import { groupsFeature } from '../state/groups.feature';
import { GroupsPage } from './groups-page';

describe('GroupsPage', () => {
  it('says which group is losing people, and by which rule', async () => {
    const { text, click, popover } = await open({ groups: [losing] });
    expect(text()).toContain('Group B is losing more people than chance explains');
    await click('Losing people');
    expect(popover()).toContain('Began 12');
    expect(popover()).toContain('Stopped early 9, 75%');
    expect(popover()).toContain('All groups together 31.0%');
    expect(popover()).toContain('Upper 95 % limit 58.0%');
  });

  it('claims no more of the 95% limit than it says', async () => {
    const { text } = await open({
      groups: [{ ...losing, loss: { ...losing.loss, outside: '95' } }],
    });
    expect(text()).toContain('Group B may be losing people: above the 95% limit');
    expect(text()).not.toContain('than chance explains');
  });

  it('names the program of a group where several are called alike', async () => {
    const other = { ...losing, id: 'c', program: 'Eastgate Day IOP', finding: null };
    const { text } = await open({ groups: [losing, other] });
    expect(text()).toContain('Group B of Harbor Day IOP is losing more people');
  });

  it('claims nothing while history is still being read', async () => {
    const { text } = await open({ groups: [losing], incomplete: true });
    expect(text()).toContain('Which group is losing people?');
    expect(text()).not.toContain('is losing more people than');
  });

  it('shows no column of fill where no capacity is known, and says why', async () => {
    const { text, inSight } = await open({});
    expect(text()).toContain('Fill is shown once a group has a capacity.');
    expect(inSight('.fill')).toEqual([]);
  });

  it('keeps what is half written while somebody else sets the capacity', async () => {
    const { click, fill, findRoster, panel, somethingChanges, valueOf } = await open({
      search: '?group=a',
    });
    await click('Set capacity');
    await fill('capacity-places', '14');
    findRoster.and.returnValue(of({ asOf, group: { ...group, capacity: 9 }, members: [] }));
    await somethingChanges();
    expect(panel()).toContain('capacity 9');
    expect(valueOf('capacity-places')).toBe('14');
    expect(panel()).toContain('Meanwhile it was set to 9.');
  });

  it('says groups that could not be brought up to date, and leaves them', async () => {
    const { find, somethingChanges, text } = await open({});
    find.and.returnValue(throwError(() => new Error('offline')));
    await somethingChanges();
    expect(text()).toContain(
      'The groups could not be brought up to date; they stand as they were.',
    );
    expect(text()).toContain('Group A');
  });

  it('says that a site has no group, with the way out', async () => {
    const { click, text, url } = await open({ groups: [], search: '?site=s1' });
    expect(text()).toContain('No group at this site.');
    await click('All sites');
    expect(url()).toBe('/attendance/groups');
  });

  it('calls a capacity that nobody set not known, never 0', async () => {
    const { cells } = await open({});
    expect(cells()[4]).toBe('not known');
    expect(cells()[7]).toBe('needs a capacity');
  });

  it('does not call groups without anybody who began free of losses', async () => {
    const { text } = await open({ groups: [group] });
    expect(text()).toContain('Too few have begun to tell');
  });

  it('keeps whoever left in the list, and says whether care goes on', async () => {
    const { panel } = await open({ search: '?group=a' });
    expect(panel()).toContain('Plum, Odette since 1 Sep, booked until 24 Nov 20/24');
    expect(panel()).toContain('Yarrow, Hollis 1 Jun–2 Oct stopped, still in care 9/20');
  });

  it('lets a supervisor set the capacity from a day on', async () => {
    const { click, fill, setCapacity, panel } = await open({ search: '?group=a' });
    await click('Set capacity');
    await fill('capacity-places', '10');
    await fill('capacity-since', '2026-11-02');
    await click('Set capacity');
    expect(setCapacity).toHaveBeenCalledOnceWith('a', { capacity: 10, since: '2026-11-02' });
    expect(panel()).toContain('Capacity set.');
  });

  it('says what is wrong with a capacity, and sends nothing', async () => {
    const { click, fill, setCapacity, panel } = await open({ search: '?group=a' });
    await click('Set capacity');
    await fill('capacity-places', '0');
    await click('Set capacity');
    expect(panel()).toContain('Places are a whole number from 1 to 60.');
    expect(setCapacity).not.toHaveBeenCalled();
  });

  it('says that a capacity was refused, and keeps what was written', async () => {
    const { click, fill, setCapacity, panel, valueOf } = await open({ search: '?group=a' });
    setCapacity.and.returnValue(throwError(() => new Error('offline')));
    await click('Set capacity');
    await fill('capacity-places', '10');
    await click('Set capacity');
    expect(panel()).toContain('The capacity was not set.');
    expect(valueOf('capacity-places')).toBe('10');
  });

  it('offers a counselor no capacity to set', async () => {
    const { panel } = await open({ search: '?group=a', role: 'counselor' });
    expect(panel()).toContain('capacity not known');
    expect(panel()).not.toContain('Set capacity');
  });

  it('returns the focus to the group on Esc', async () => {
    const { press, url, focused } = await open({ search: '?group=a' });
    await press('Escape');
    expect(url()).toBe('/attendance/groups');
    expect(focused()).toBe('Group A Harbor Day IOP · Dana Flint');
  });

  it('says what failed, and tries again', async () => {
    const { text, click, find } = await open({ fails: true });
    expect(text()).toContain('The groups could not be loaded.');
    find.and.returnValue(of(groupsOf([group])));
    await click('Try again');
    expect(text()).toContain('Group A');
  });
});

const group: TherapyGroup = {
  id: 'a',
  name: 'Group A',
  program: 'Harbor Day IOP',
  site: 'Millbrook',
  facilitators: ['Dana Flint'],
  capacity: null,
  members: 7,
  joined: 2,
  stopped: 1,
  fill: null,
  weeks: [
    { week: '2026-11-09', held: 3, enrolled: 8, present: 18, fill: null },
    { week: '2026-11-16', held: 0, enrolled: 8, present: 0, fill: null },
  ],
  loss: {
    began: 0,
    stoppedEarly: 0,
    earlyDays: 28,
    overall: null,
    high95: null,
    high998: null,
    outside: null,
  },
  finding: null,
};
const losing: TherapyGroup = {
  ...group,
  id: 'b',
  name: 'Group B',
  loss: {
    began: 12,
    stoppedEarly: 9,
    earlyDays: 28,
    overall: 0.31,
    high95: 0.58,
    high998: 0.7,
    outside: '99.8',
  },
  finding: 'Losing people: 9 of 12 who began stopped within four weeks, outside its 99.8% limit',
};
const plum: GroupMember = {
  clientId: 'plum',
  familyName: 'Plum',
  givenName: 'Odette',
  mine: true,
  since: '2026-09-01',
  until: '2026-11-24',
  sessions: 24,
  attended: 20,
  state: 'member',
  inCare: true,
};
const yarrow: GroupMember = {
  ...plum,
  clientId: 'yarrow',
  familyName: 'Yarrow',
  givenName: 'Hollis',
  since: '2026-06-01',
  until: '2026-10-02',
  sessions: 20,
  attended: 9,
  state: 'stopped',
};
const asOf = '2026-11-18T14:02:00Z';
const groupsOf = (groups: TherapyGroup[], incomplete = false) => ({
  asOf,
  since: '2026-09-23',
  groups,
  everybody: true,
  incomplete,
});

interface Opened {
  groups?: TherapyGroup[];
  search?: string;
  role?: Role;
  fails?: boolean;
  incomplete?: boolean;
}

async function open({
  groups = [group],
  search = '',
  role = 'supervisor',
  fails,
  incomplete,
}: Opened) {
  const find = jasmine.createSpy('find');
  find.and.returnValue(
    fails ? throwError(() => new Error('offline')) : of(groupsOf(groups, incomplete)),
  );
  const setCapacity = jasmine.createSpy('setCapacity').and.returnValue(of(null));
  const findRoster = jasmine.createSpy('findRoster');
  findRoster.and.returnValue(of({ asOf, group, members: [plum, yarrow] }));
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      ...pageWideStates(),
      provideState(serverEventsFeature),
      provideState(groupsFeature),
      provideState(groupRosterFeature),
      provideEffects(groupsEffects, groupRosterEffects),
      provideRouter(
        [{ path: 'attendance/groups', component: GroupsPage }],
        withComponentInputBinding(),
      ),
      { provide: GroupsApi, useValue: { find, findRoster, setCapacity } },
    ],
  });
  const me = {
    name: 'Sam',
    role,
    staffId: null,
    site: null,
    sites: [],
    timeZone: 'America/Chicago',
    simulated: false,
    demoSignIn: false,
  };
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const harness = await RouterTestingHarness.create(`/attendance/groups${search}`);
  await harness.fixture.whenStable();
  const host = harness.fixture.nativeElement as HTMLElement;
  const said = (element: Element | null) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const shown = (element: HTMLElement | null) => (element?.innerText ?? '').replace(/\s+/g, ' ');
  const field = (id: string) => host.querySelector<HTMLInputElement>(`#${id}`)!;
  return {
    find,
    setCapacity,
    findRoster,
    inSight: (selector: string) =>
      [...host.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map(said),
    somethingChanges: async () => {
      tellChange();
      await harness.fixture.whenStable();
    },
    text: () => said(host),
    cells: () => [...host.querySelectorAll('tbody [role=gridcell]')].map(said),
    panel: () => shown(host.querySelector('[role=dialog]')),
    popover: () => shown(document.querySelector('.cdk-overlay-container [role=dialog]')),
    valueOf: (id: string) => field(id).value,
    fill: async (id: string, value: string) => {
      field(id).value = value;
      await harness.fixture.whenStable();
    },
    url: () => TestBed.inject(Router).url,
    focused: () => said(document.activeElement),
    click: async (words: string) => {
      const buttons = [...host.querySelectorAll<HTMLElement>('button')];
      buttons.find((button) => said(button).startsWith(words))?.click();
      await harness.fixture.whenStable();
    },
    press: async (key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      await harness.fixture.whenStable();
    },
  };
}
