import { BreakpointObserver } from '@angular/cdk/layout';
import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { CaseloadColumn } from './caseload-column';

/** As an address names it; empty leaves it to the device. */
export type Density = '' | 'compact' | 'comfortable';

/** Rows of a kind keep one height, so that the scroll bar tells the true length. */
export interface RowHeights {
  line: number;
  group: number;
  /** What a line is higher by whose client did not come: the facts below the reason. */
  facts: number;
}

export interface CaseloadLayout {
  /** Those there is room for, in the order in which they stand. */
  columns: readonly CaseloadColumn[];
  /** Chosen, and too much for this width. */
  leftOut: readonly CaseloadColumn[];
  /** Of the grid; a phone's rows are lines instead. */
  tracks: string;
  heights: RowHeights;
}

const NARROW = '(max-width: 860px)';
const SLIM = '(max-width: 1320px)';
const COARSE = '(pointer: coarse)';
const [COMPACT, COMFORTABLE] = [30, 44];
const GAP = 10;
const FACTS = 20;
/** Drawings are smaller on a phone, and a value has its name beside it. */
const PHONE = { gap: 8, line: 24, drawn: 158, value: 124, facts: 52 };
/** Left and right of a row, as _caseload-grid.scss has them. */
const MARGINS = { narrow: 32, slim: 40, wide: 56 };

/** What of the chosen columns is shown, and how high its rows are. */
export function caseloadLayout(
  chosen: Signal<readonly CaseloadColumn[]>,
  density: Signal<Density>,
  width: Signal<number>,
): Signal<CaseloadLayout> {
  const observed = toSignal(inject(BreakpointObserver).observe([NARROW, SLIM, COARSE]));
  return computed(() => {
    const device = observed()?.breakpoints ?? {};
    if (device[NARROW]) return onPhone(chosen(), width() - MARGINS.narrow);
    const comfortable = density() ? density() === 'comfortable' : device[COARSE];
    const room = width() - (device[SLIM] ? MARGINS.slim : MARGINS.wide);
    return inTable(chosen(), room, comfortable ? COMFORTABLE : COMPACT);
  });
}

/** Where there is no room for all, those at the end give way first: their order is the reader's own. */
export function inTable(
  chosen: readonly CaseloadColumn[],
  room: number,
  line: number,
): CaseloadLayout {
  const columns = fitting(chosen, room, GAP, ({ width }) => width);
  const tracks = columns.map((column) =>
    column.id === 'why' ? 'minmax(0, 1fr)' : `${column.width}px`,
  );
  return {
    columns,
    leftOut: chosen.filter((column) => !columns.includes(column)),
    tracks: tracks.join(' '),
    heights: { line, group: 30, facts: columns.some(({ id }) => id === 'why') ? FACTS : 0 },
  };
}

/** Up to three lines: the name and the next session, or else one thing, why, and what else fits. */
export function onPhone(chosen: readonly CaseloadColumn[], room: number): CaseloadLayout {
  const [client, ...others] = chosen;
  const why = others.find(({ id }) => id === 'why');
  const beside =
    others.find(({ id }) => id === 'next') ??
    others.find((column) => column !== why && !column.drawn);
  const rest = others.filter((column) => column !== beside && column !== why);
  const below = fitting(rest, room, PHONE.gap, ({ drawn }) => (drawn ? PHONE.drawn : PHONE.value));
  const columns = [client, beside, why, ...below].filter((column) => column !== undefined);
  const lines = 1 + Number(why !== undefined) + Number(below.length > 0);
  return {
    columns,
    leftOut: chosen.filter((column) => !columns.includes(column)),
    tracks: '',
    heights: { line: 20 + lines * PHONE.line, group: 36, facts: why ? PHONE.facts : 0 },
  };
}

function fitting(
  columns: readonly CaseloadColumn[],
  room: number,
  gap: number,
  widthOf: (column: CaseloadColumn) => number,
): readonly CaseloadColumn[] {
  let taken = -gap;
  const tooMany = columns.findIndex((column) => {
    taken += widthOf(column) + gap;
    return taken > room;
  });
  return tooMany < 0 ? columns : columns.slice(0, tooMany);
}
