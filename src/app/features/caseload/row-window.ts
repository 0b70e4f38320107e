import { computed, effect, linkedSignal, type Signal } from '@angular/core';
import type { CaseloadRow } from './arrange-lines';
import type { RowHeights } from './caseload-layout';
import {
  drawnCount,
  firstDrawn,
  groupAt,
  headsOf,
  type PlacedRow,
  placeRows,
  rowAt,
  rowTops,
} from './row-places';
import type { ScrollPosition } from './scroll-position';

/** The part of a long list that is drawn, as it is scrolled. */
export function rowWindow(
  rows: Signal<readonly CaseloadRow[]>,
  position: Signal<ScrollPosition>,
  heights: Signal<RowHeights>,
) {
  const tops = computed(() => rowTops(rows(), heights()));
  const heads = computed(() => headsOf(rows(), tops()));
  const first = computed(() => firstDrawn(tops(), position().top()));
  const count = computed(() => drawnCount(position().height(), heights()));
  // Other rows are drawn in two frames: first what is in sight, then what is beyond it.
  const complete = linkedSignal({ source: rows, computation: () => false });
  effect(() => {
    if (!complete()) requestAnimationFrame(() => complete.set(true));
  });
  const end = computed(() =>
    complete() ? Infinity : rowAt(tops(), position().top() + position().height()) + 1,
  );
  const shown = computed(() => ({
    rows: rows(),
    tops: tops(),
    first: first(),
    count: count(),
    end: end(),
  }));
  const drawn = linkedSignal<ReturnType<typeof shown>, PlacedRow[]>({
    source: shown,
    computation: ({ rows, tops, first, count, end }, before) =>
      placeRows(rows, tops, first, count, before?.value ?? [], end),
  });
  return {
    tops,
    drawn: drawn.asReadonly(),
    /** The group whose head stays in sight while its clients are scrolled. */
    stuck: computed(() => groupAt(heads(), position().top())),

    /** Scrolls as little as it takes to see a row, below the head that is stuck. */
    reveal(row: number): void {
      const [top = 0, bottom = top] = tops().slice(row, row + 2);
      position().show(top, bottom, rows()[0]?.kind === 'group' ? heights().group : 0);
    },
  };
}
