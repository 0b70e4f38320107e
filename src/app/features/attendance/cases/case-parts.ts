import type { Figure } from '#domain/measures/figure.contract';
import type { MeasureCase } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer, MeasureDefinition } from '#domain/measures/measures.contract';
import { formatNumber } from '../../../ui/figure/format-rate';
import { isCountedByRows, rowsWord } from '../../../ui/figure/rows-word';

/** How a measure takes a session; rows are listed by it. */
export type Counts = MeasureCase['counts'];

export interface CasePart {
  counts: Counts;
  word: string;
  /** By the definition: which sessions these are. */
  meaning: (definition: MeasureDefinition) => string;
  /** How many of a figure; of one counted in minutes the figure does not say. */
  sessions: (figure: Figure) => number;
}

export const CASE_PARTS: readonly CasePart[] = [
  {
    counts: 'numerator',
    word: 'Numerator',
    meaning: ({ numerator }) => numerator,
    sessions: ({ numerator }) => numerator,
  },
  {
    counts: 'denominator',
    word: 'Denominator',
    meaning: ({ denominator }) => denominator,
    sessions: ({ denominator }) => denominator,
  },
  {
    counts: 'excluded',
    word: 'Left out',
    meaning: ({ leftOut }) => leftOut,
    sessions: ({ excluded }) => excluded,
  },
  {
    counts: 'unrecorded',
    word: 'Not recorded',
    meaning: () => 'In neither numerator nor denominator, until somebody records them',
    sessions: ({ unrecorded }) => unrecorded,
  },
];

export const partOf = (counts: string | undefined): CasePart | undefined =>
  CASE_PARTS.find((part) => part.counts === counts);

/** What is listed, in a sentence: of which figure, how many, of how many. */
export function listedInWords(
  { measure, whole }: MeasureAnswer,
  counts: Counts | undefined,
  total: number,
): string {
  const listed = formatNumber(total);
  const word = rowsWord(measure);
  const rows = word.charAt(0).toUpperCase() + word.slice(1);
  const { denominator } = whole.figure;
  const of = isCountedByRows(measure) && denominator > 0 ? ` of ${formatNumber(denominator)}` : '';
  switch (counts) {
    case 'numerator':
      return `${rows} counted in ${measure.name}: ${listed}${of}`;
    case 'denominator':
      return measure.isOfSessions
        ? `${rows} expected in ${measure.name}: ${listed}`
        : `${rows} in the denominator of ${measure.name}: ${listed}`;
    case 'excluded':
      return `${rows} left out of ${measure.name}: ${listed}`;
    case 'unrecorded':
      return `${rows} that ${measure.name} cannot count: ${listed} not recorded`;
    default:
      if (measure.id === 'discharges') return `Discharges: ${listed}`;
      return `All ${rows.toLowerCase()} behind ${measure.name}: ${listed}`;
  }
}
