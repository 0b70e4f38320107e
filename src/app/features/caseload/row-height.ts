import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

const NARROW = '(max-width: 600px)';
const COARSE = '(pointer: coarse)';

/** Rows keep one height, so that the scroll bar tells the true length: three lines when narrow. */
export function rowHeight(): Signal<number> {
  const observed = inject(BreakpointObserver).observe([NARROW, COARSE]);
  const height = observed.pipe(
    map(({ breakpoints }) => (breakpoints[NARROW] ? 92 : breakpoints[COARSE] ? 44 : 30)),
  );
  return toSignal(height, { initialValue: 30 });
}
