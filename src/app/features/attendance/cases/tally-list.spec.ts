import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MeasureTally } from '#domain/measures/measure-cases.contract';
import { ATTENDED } from '../../../ui/figure/attended-definition';
import { TallyList } from './tally-list';

const week: MeasureTally = {
  clientId: 'ada',
  familyName: 'Lovelace',
  givenName: 'Ada',
  group: null,
  day: '2026-11-09',
  until: '2026-11-16',
  numerator: 350,
  denominator: 360,
  counts: 'numerator',
  recordIds: [],
};

describe('TallyList', () => {
  it('says whose week it was, and its hours of how many', async () => {
    expect((await cells([week])).slice(1)).toEqual(['9 Nov to 15 Nov', '5.8', '6', '']);
    expect((await cells([week]))[0]).toContain('Lovelace');
  });

  it('says what is left out and what nobody recorded, and never 0', async () => {
    const none = { ...week, numerator: 0, denominator: 0 };
    expect((await cells([{ ...none, counts: 'excluded' }]))[2]).toBe('left out');
    expect((await cells([{ ...none, counts: 'unrecorded' }]))[2]).toBe('not recorded');
  });

  it('says which one it was, where a client may have several', async () => {
    expect((await cells([{ ...week, which: '7 days' }])).slice(1, 3)).toEqual([
      '7 days',
      '9 Nov to 15 Nov',
    ]);
  });

  it('names a group where it is no client’s', async () => {
    const group = { ...week, clientId: null, familyName: null, givenName: null, group: 'Group A' };
    expect((await cells([group]))[0]).toBe('Group A');
  });
});

async function cells(tallies: MeasureTally[]): Promise<string[]> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(TallyList, {
    bindings: [
      inputBinding('tallies', () => tallies),
      inputBinding('measure', () => ({ ...ATTENDED, countedIn: 'minutes' })),
    ],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return [...host.querySelectorAll('tbody td')].map((cell) =>
    (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}
