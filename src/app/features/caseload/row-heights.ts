import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

const NARROW = '(max-width: 860px)';
const COARSE = '(pointer: coarse)';

export interface RowHeights {
  line: number;
  group: number;
}

/** Rows of a kind keep one height, so that the scroll bar tells the true length. */
export function rowHeights(): Signal<RowHeights> {
  const observed = inject(BreakpointObserver).observe([NARROW, COARSE]);
  const heights = observed.pipe(
    map(({ breakpoints }) => ({
      line: breakpoints[NARROW] ? 92 : breakpoints[COARSE] ? 44 : 30,
      group: breakpoints[NARROW] ? 36 : 30,
    })),
  );
  return toSignal(heights, { initialValue: { line: 30, group: 30 } });
}
