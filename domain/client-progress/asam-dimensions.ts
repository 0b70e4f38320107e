import type { DimensionAssessment } from './dimension-assessment.contract.ts';

type Edition = DimensionAssessment['edition'];
type Found = DimensionAssessment['dimensions'][number];

/** The six dimensions of each edition of The ASAM Criteria (2013, 2023), in its order. */
export const ASAM_DIMENSIONS: Readonly<Record<Edition, readonly string[]>> = {
  '3': [
    'Intoxication, withdrawal',
    'Biomedical',
    'Emotional, behavioral, cognitive',
    'Readiness to change',
    'Relapse, continued-use potential',
    'Recovery environment',
  ],
  '4': [
    'Intoxication, withdrawal and addiction medications',
    'Biomedical conditions',
    'Psychiatric and cognitive conditions',
    'Substance use-related risks',
    'Recovery environment interactions',
    'Person-centered considerations',
  ],
};

export const EDITION_WORDS: Readonly<Record<Edition, string>> = {
  '3': '3rd edition',
  '4': '4th edition',
};

/** The third edition rates; of the fourth we know no scale, and words are what was found. */
export const isAssessed = (edition: Edition, { risk, note }: Found): boolean =>
  edition === '3' ? risk !== null : note !== null;

/** The numbers of those that an assessment leaves out. */
export const notAssessed = ({
  edition,
  dimensions,
}: Pick<DimensionAssessment, 'edition' | 'dimensions'>): number[] =>
  dimensions.flatMap((found, index) => (isAssessed(edition, found) ? [] : [index + 1]));
