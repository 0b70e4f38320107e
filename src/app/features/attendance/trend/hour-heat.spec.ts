import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { ATTENDED } from '../../../ui/figure/attended-definition';
import { cutsOf, stepOf } from './heat-steps';
import { HourHeat } from './hour-heat';

const cell = (weekday: number, hour: number, numerator: number, denominator: number) => ({
  weekday,
  hour,
  figure: {
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    excluded: 0,
    unrecorded: 0,
    interval: null,
    noInterval: 'x',
  },
  sessions: denominator,
});

describe('HourHeat', () => {
  it('writes the value in the cell, and its count for those who ask', async () => {
    const { cellAt } = await show([cell(1, 9, 30, 40)]);
    expect(cellAt(0, 0)).toBe('75 75%, 30/40');
  });

  it('writes n in place of a value that rests on fewer than thirty', async () => {
    const { cellAt, classAt } = await show([cell(1, 9, 10, 29), cell(2, 9, 30, 40)]);
    expect(cellAt(0, 0)).toContain('n 29');
    expect(classAt(0, 0)).toBe('few');
  });

  it('counts the sessions of hours, not the hours', async () => {
    const hours = { ...cell(1, 9, 30, 40), sessions: 13 };
    const { cellAt } = await show([hours], { ...ATTENDED, unit: 'hours', countedIn: 'minutes' });
    expect(cellAt(0, 0)).toContain('n 13');
  });

  it('says none held where there was nothing, and never 0', async () => {
    const { cellAt, classAt } = await show([cell(2, 9, 30, 40)]);
    expect(cellAt(0, 0)).toBe('none held');
    expect(classAt(0, 0)).toBe('none');
  });

  it('shows Saturday only where somebody comes on one', async () => {
    expect((await show([cell(2, 9, 30, 40)])).days()).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
    TestBed.resetTestingModule();
    expect((await show([cell(6, 9, 30, 40)])).days().at(-1)).toBe('Sat');
  });
});

describe('the steps of colour', () => {
  it('part the range evenly, each cut belonging to the step above it', () => {
    const cuts = cutsOf([0, 6]);
    expect(cuts).toEqual([1, 2, 3, 4, 5]);
    expect([0, 1, 5.9].map((value) => stepOf(value, cuts))).toEqual([1, 2, 6]);
  });

  it('have one step for values that are all the same', () => {
    expect(stepOf(0.8, cutsOf([0.8, 0.8]))).toBe(1);
  });
});

async function show(byHour: ReturnType<typeof cell>[], measure: MeasureDefinition = ATTENDED) {
  const fixture = TestBed.createComponent(HourHeat, {
    bindings: [inputBinding('byHour', () => byHour), inputBinding('measure', () => measure)],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const at = (row: number, column: number) =>
    host.querySelectorAll('tbody tr')[row].querySelectorAll('td')[column];
  return {
    cellAt: (row: number, column: number) => said(at(row, column)),
    classAt: (row: number, column: number) => at(row, column).className,
    days: () => [...host.querySelectorAll('thead th')].slice(1).map(said),
  };
}
