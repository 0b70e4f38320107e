/** A table as it leaves the house: `null` is an empty cell. */
export interface Table {
  name: string;
  head: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}
