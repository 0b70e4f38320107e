import { addDays, type Day } from '../calendar/calendar-day.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { EDITION_WORDS, notAssessed } from './asam-dimensions.ts';
import type { DimensionAssessment } from './dimension-assessment.contract.ts';
import { ASSESSED_WITHIN_DAYS } from './initial-assessment.ts';
import type { Criterion } from './plan.contract.ts';

/** What staff wrote of the dimensions during a stay. */
export interface AssessedDimensions {
  /** The last assessed first. */
  assessments: readonly DimensionAssessment[];
  admittedOn: Day;
  today: Day;
}

/**
 * Whether every dimension was reassessed (ASAM Criteria, continued service). A reassessment follows another
 * assessment, or came later than an assessment at admission does; the last one has to speak of all six. How
 * old it may be no rule says: its day stands beside it.
 */
export function dimensionsReassessed({
  assessments,
  admittedOn,
  today,
}: AssessedDimensions): Criterion {
  const [last, before] = assessments;
  const said = (state: Criterion['state'], evidence: string): Criterion => ({
    ...{ id: 'dimensions', words: 'Every dimension reassessed', state, evidence },
    recordIds: [],
  });
  if (!last)
    return said(
      'not-enough-records',
      'nobody has written an assessment, and none is read from the source',
    );
  const whoAndWhen = ({ on, rater }: DimensionAssessment) =>
    `${rater}, ${calendarDayInWords(on, today)}`;
  const by = `${whoAndWhen(last)}, ${EDITION_WORDS[last.edition]}`;
  if (!before && last.on <= addDays(admittedOn, ASSESSED_WITHIN_DAYS))
    return said('not-enough-records', `assessed once, at admission: ${by}`);
  const left = notAssessed(last);
  const compared = before ? `; before: ${whoAndWhen(before)}` : '';
  return left.length > 0
    ? said('not-met', `not assessed: ${left.join(', ')}; ${by}${compared}`)
    : said('met', `${by}${compared}`);
}
