/** What a measure counts, in the words that a reader sees on asking. */
export interface MeasureDefinition {
  name: string;
  sentence: string;
  numerator: string;
  denominator: string;
  leftOut: string;
  standard: string;
}
