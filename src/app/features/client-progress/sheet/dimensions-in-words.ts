import { EDITION_WORDS, isAssessed } from '#domain/client-progress/asam-dimensions';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import { dayWords } from '../course/measure-words';

/** The last assessment by dimension with the one before, who and when: a line. What was noted is on the page. */
export function dimensionsInWords(
  [last, before]: readonly DimensionAssessment[],
  asOf: string,
): string {
  if (!last) return 'no assessment is written';
  const by = ({ on, rater }: DimensionAssessment) => `${dayWords(on, asOf)}, ${rater}`;
  const found = ({ edition, dimensions }: DimensionAssessment) =>
    dimensions.map((one, index) => `${index + 1} ${shortly(edition, one)}`).join(', ');
  return [
    `${EDITION_WORDS[last.edition]}, ${by(last)}: ${found(last)}`,
    // Dimensions of two editions are not the same.
    ...(before
      ? [
          before.edition === last.edition
            ? `before, ${by(before)}: ${found(before)}`
            : `before, ${by(before)}: ${EDITION_WORDS[before.edition]}`,
        ]
      : []),
  ].join('; ');
}

const shortly = (
  edition: DimensionAssessment['edition'],
  one: DimensionAssessment['dimensions'][number],
): string =>
  !isAssessed(edition, one)
    ? 'not assessed'
    : one.risk === null
      ? 'in words'
      : `risk\u00a0${one.risk}`;
