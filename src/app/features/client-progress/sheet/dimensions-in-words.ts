import { EDITION_WORDS, notAssessed } from '#domain/client-progress/asam-dimensions';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import { dayWords } from '../course/measure-words';

/** The last assessment by dimension with the one before, who and when: a line. What was noted is on the page. */
export function dimensionsInWords(
  [last, before]: readonly DimensionAssessment[],
  asOf: string,
): string {
  if (!last) return 'no assessment is written';
  const by = ({ on, rater }: DimensionAssessment) => `${dayWords(on, asOf)}, ${rater}`;
  const said = [`${EDITION_WORDS[last.edition]}, ${by(last)}: ${found(last)}`];
  if (!before) return said.join('');
  // Dimensions of two editions are not the same.
  const isOfOne = before.edition === last.edition;
  const what = isOfOne ? found(before) : EDITION_WORDS[before.edition];
  return [...said, `before, ${by(before)}: ${what}`].join('; ');
}

function found(assessment: DimensionAssessment): string {
  const left = notAssessed(assessment);
  if (assessment.edition === '3')
    return assessment.dimensions
      .map(({ risk }, index) => `${index + 1} ${risk === null ? 'not assessed' : `risk ${risk}`}`)
      .join(', ');
  return left.length > 0 ? `in words, ${left.join(', ')} not assessed` : 'all six in words';
}
