import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of } from 'rxjs';
import type { Roster } from '#domain/attendance/roster.contract';
import { accessFeature } from '../../access/state/access.feature';
import { RostersApi } from './api/rosters-api';
import { RostersPage } from './rosters-page';
import * as rostersEffects from './state/rosters.effects';
import { rostersFeature } from './state/rosters.feature';

describe('RostersPage', () => {
  it('lists each session with everyone expected and what is recorded', async () => {
    const { text } = await open([group]);
    expect(text()).toContain('9:30 am–12:30 pm Group A');
    expect(text()).toContain('Plum, Odette Attended');
    expect(text()).toContain('Yarrow, Hollis Waiting for its record');
  });

  it('says that a session is not marked yet', async () => {
    expect((await open([group])).text()).toContain('not marked yet');
    TestBed.resetTestingModule();
    expect((await open([{ ...group, unmarked: false }])).text()).not.toContain('not marked yet');
  });

  it('opens the record of one’s own clients only', async () => {
    expect((await open([group])).links()).toEqual(['/clients/plum']);
  });

  it('says so when the reader leads nothing', async () => {
    expect((await open([])).text()).toContain('You lead no sessions on this day.');
  });
});

const group: Roster = {
  sessionId: 's',
  startsAt: '2026-11-18T15:30:00Z',
  endsAt: '2026-11-18T18:30:00Z',
  timeZone: 'America/Chicago',
  service: 'Group A',
  kind: 'group',
  site: 'Harbor Street',
  facilitator: 'Dana Flint',
  unmarked: true,
  members: [
    {
      clientId: 'plum',
      familyName: 'Plum',
      givenName: 'Odette',
      status: 'attended',
      mine: true,
    },
    {
      clientId: 'yarrow',
      familyName: 'Yarrow',
      givenName: 'Hollis',
      status: 'awaiting-record',
      mine: false,
    },
  ],
};

async function open(rosters: Roster[]) {
  const find = jasmine
    .createSpy('find')
    .and.returnValue(of({ asOf: '2026-11-18T14:02:00Z', rosters }));
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(rostersFeature),
      provideEffects(rostersEffects),
      provideRouter([]),
      { provide: RostersApi, useValue: { find } },
    ],
  });
  const fixture = TestBed.createComponent(RostersPage);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return {
    text: () => host.innerText.replace(/\s+/g, ' '),
    links: () => [...host.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  };
}
