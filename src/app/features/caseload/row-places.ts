import type { CaseloadRow, GroupHead } from './arrange-lines';
import type { RowHeights } from './caseload-layout';

/** A row that is drawn: where it stands, and which of the reused elements draws it. */
export interface PlacedRow {
  row: CaseloadRow;
  index: number;
  top: number;
  slot: number;
  /** Kept for a row to come: to build one takes far longer than to fill one. */
  spare: boolean;
}

/** Rows drawn beyond what is in sight; the window moves in steps of as many. */
const SPARE = 2;

/** Where each row of a list begins, and at last where the list ends. */
export function rowTops(rows: readonly CaseloadRow[], heights: RowHeights): number[] {
  let top = 0;
  const tops = rows.map((row) => {
    const own = top;
    top += heights[row.kind];
    if (row.kind === 'line' && row.line.missFacts) top += heights.facts;
    return own;
  });
  return [...tops, top];
}

/** The row at a height of the list. */
export function rowAt(tops: readonly number[], height: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first row to draw: changes every few rows only, so that most scrolling redraws nothing. */
export function firstDrawn(tops: readonly number[], scrolled: number): number {
  const seen = rowAt(tops, scrolled);
  return Math.max(0, Math.floor((seen - SPARE) / SPARE) * SPARE);
}

export const drawnCount = (height: number, { line, group }: RowHeights): number =>
  Math.ceil(height / Math.min(line, group)) + 3 * SPARE;

/**
 * A row keeps its element while it is in sight; one that comes takes over that of one that went. Those
 * from `end` on, out of sight, may wait for their turn: what their elements show stays until then.
 */
export function placeRows(
  rows: readonly CaseloadRow[],
  tops: readonly number[],
  first: number,
  count: number,
  before: readonly PlacedRow[],
  end = first + count,
): PlacedRow[] {
  const placed = rows.slice(first, first + count).flatMap((row, offset) => {
    const index = first + offset;
    const slot = index % count;
    const shown = index < end ? row : before.find((one) => one.slot === slot)?.row;
    return shown ? [{ row: shown, index, top: tops[index] ?? 0, slot, spare: false }] : [];
  });
  const taken = new Set(placed.map(({ slot }) => slot));
  const spare = before
    .filter(({ row, slot }) => row.kind === 'line' && slot < count && !taken.has(slot))
    .map((kept) => ({ ...kept, top: 0, spare: true }));
  return [...placed, ...spare];
}

export interface PlacedHead {
  head: GroupHead;
  top: number;
}

/** The heads of a list's groups: few, however many rows there are. */
export const headsOf = (rows: readonly CaseloadRow[], tops: readonly number[]): PlacedHead[] =>
  rows.flatMap((row, index) =>
    row.kind === 'group' ? [{ head: row, top: tops[index] ?? 0 }] : [],
  );

/** The group that what stands at a height belongs to; `null` in a list without groups. */
export const groupAt = (heads: readonly PlacedHead[], height: number): GroupHead | null =>
  heads.findLast(({ top }) => top <= height)?.head ?? null;
