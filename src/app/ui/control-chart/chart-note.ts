import type { ChartColour } from '../chart/chart-tokens';

/** Words beside a point or a line of a chart. */
export interface ChartNote {
  lines: readonly string[];
  colour: ChartColour;
  strong?: boolean;
  /** Where it belongs, in pixels. */
  x: number;
  y: number;
  /** Where it may stand, best first. */
  at: readonly NotePlace[];
  /** Left out where it would cover something. */
  optional?: boolean;
}

export type NotePlace =
  | 'above'
  | 'below'
  | 'left'
  | 'right'
  | 'above-right'
  | 'below-left'
  | 'below-right'
  | 'above-left';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
