import type { Params } from '@angular/router';
import type { TransitionPart } from '#domain/aftercare/transition-parts';
import type { Transitions } from '#domain/aftercare/transitions.contract';
import type { FlowLink } from './flow-nodes';

/** What the discharges of one flow are listed by: every one of them is counted, whatever came of it. */
export const casesOfFlow = (found: Transitions, { from, to }: FlowLink): Params => ({
  ...casesOf(found, 'discharges'),
  fromStop: from.key,
  toStop: to.key,
});

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
