import type { Params } from '@angular/router';

/** A chart's numbers in rows, in the order and rounding of the chart; the first column names them. */
export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many columns at the end hold words, which stand at the left. */
  words?: number;
  /** Of each row, where what its one number counts is listed. */
  links?: readonly { rows: Params; label: string }[];
}
