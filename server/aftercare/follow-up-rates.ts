import { addDays } from '#domain/calendar/calendar-day';
import { FOLLOW_UPS } from '#domain/aftercare/follow-up-days';
import type { FollowUpList } from '#domain/aftercare/follow-up.contract';
import { FOLLOW_UP_QUESTIONS, type FollowUpQuestion } from '#domain/aftercare/follow-up-words';
import type { FollowUpAnswer } from '#domain/aftercare/follow-up-said.contract';
import type { Figure } from '#domain/measures/figure.contract';
import { addUp, figureOfCounted } from '#domain/measures/figure-of';
import { followUpOutcome } from '#domain/measures/follow-up-outcome';
import { FOLLOW_UP_REACHED } from '#domain/measures/follow-up-reached';
import { rangeIfKnown } from '#domain/measures/range-if-known';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { definitionOf } from '../measures/definition-of.ts';
import { countedFollowUp } from '../measures/follow-up-tallies.ts';
import type { FollowUpOf } from './find-follow-ups.ts';

/** Windows that ended within so many days before today. */
export const COUNTED_DAYS = 90;

/** How often clients who left were reached, and what they said; nobody is taken for one who was not reached. */
export function followUpRates(
  all: readonly FollowUpOf[],
  rules: ProgramDefaults,
): Pick<FollowUpList, 'reached' | 'outcomes' | 'countedDays'> {
  const over = all.filter(
    ({ followUp: { to }, discharge: { today } }) =>
      to < today && to >= addDays(today, -COUNTED_DAYS),
  );
  const figure = reachedOf(over);
  return {
    countedDays: COUNTED_DAYS,
    reached: {
      figure,
      definition: definitionOf(FOLLOW_UP_REACHED, rules),
      range: rangeIfKnown(figure),
      each: FOLLOW_UPS.flatMap(({ id, name }) => {
        const own = over.filter(({ followUp }) => followUp.id === id);
        return own.length === 0 ? [] : [{ name, figure: reachedOf(own) }];
      }),
    },
    outcomes: outcomesOf(over, rules),
  };
}

function reachedOf(over: readonly FollowUpOf[]): Figure {
  const byClient = Map.groupBy(over, ({ discharge }) => discharge.clientId);
  return figureOfCounted(
    FOLLOW_UP_REACHED,
    [...byClient.values()].map((own) => addUp(own.map(countedFollowUp))),
  );
}

/** Of each client the last follow-up whose window is over, whether or not they were reached. */
function outcomesOf(over: readonly FollowUpOf[], rules: ProgramDefaults): FollowUpList['outcomes'] {
  const counted = over.filter((one) => countedFollowUp(one).denominator > 0);
  const lastOfEach = [...Map.groupBy(counted, ({ discharge }) => discharge.clientId).values()].map(
    (own) => own.toSorted((a, b) => b.followUp.to.localeCompare(a.followUp.to))[0],
  );
  return FOLLOW_UP_QUESTIONS.map((question) => {
    const measure = followUpOutcome(question);
    const answers = lastOfEach.flatMap((one) => (one ? [answerOf(one, question)] : []));
    const said = measure.formula(answers);
    return {
      question,
      figure: figureOfCounted(measure, [said]),
      definition: definitionOf(measure, rules),
      range: rangeIfKnown(said),
    };
  });
}

/** Of several talks in one window the last that has the answer. */
function answerOf({ followUp, discharge }: FollowUpOf, question: FollowUpQuestion): FollowUpAnswer {
  const told = (discharge.contacts ?? [])
    .filter(({ id, result }) => result === 'reached' && followUp.contactIds.includes(id))
    .map((contact) => contact.followUp?.answers?.[question] ?? 'not-known');
  return told.findLast((answer) => answer !== 'not-known') ?? 'not-known';
}
