import type { Params } from '@angular/router';
import type { TransitionPart } from '#domain/aftercare/transition-parts';
import type { Transitions } from '#domain/aftercare/transitions.contract';

/** The address of the discharges behind a figure, or behind one part of it. */
export const casesOf = (
  { from, to }: Transitions,
  measure: string,
  part?: { by: TransitionPart; id: string },
): Params => ({
  measure,
  from,
  to,
  counts: null,
  part: null,
  ...(part ? { [part.by]: part.id } : {}),
});
