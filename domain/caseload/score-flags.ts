import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, type Day } from '../calendar/calendar-day.ts';
import { suicideRisk } from '../instruments/c-ssrs.ts';
import { INSTRUMENTS } from '../instruments/instruments.ts';
import { changeOf } from '../instruments/reliable-change.ts';
import { PHQ_9_SAFETY_ITEM } from '../instruments/phq-9.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';
import type { DatedScore } from './clinical-facts.ts';

/**
 * Answers that somebody must look at today, whatever the total: PHQ-9 item 9 of 1 or more, a C-SSRS of
 * moderate or high risk. Never on a timer, and no later answer settles one: each stands until a
 * clinician has assessed it. Of several of one form the newest is named.
 */
export function safetyAnswers(scores: readonly DatedScore[], today: Day): Flag[] {
  const open = scores.flatMap((score) => {
    const found = score.settled ? null : answerOf(score);
    return found && found.value >= found.threshold ? [{ ...score, ...found }] : [];
  });
  return lastOfEach(open).map(({ words, day, value, threshold, recordIds }) => ({
    rule: 'safety-answer' as const,
    what: 'Safety answer',
    evidence: `${words} ${calendarDayInWords(day, today)}`,
    value,
    threshold,
    recordIds: [...recordIds],
  }));
}

const RISKS = ['none', 'low', 'moderate', 'high'] as const;
const MODERATE = RISKS.indexOf('moderate');

/** What was answered to the question of safety; `null` where it was not, or nobody can tell. */
function answerOf({ instrument, answers }: DatedScore) {
  if (instrument === 'phq-9') {
    const value = answers[PHQ_9_SAFETY_ITEM];
    return value === undefined ? null : { words: `PHQ-9 item 9: ${value},`, value, threshold: 1 };
  }
  const risk = instrument === 'c-ssrs' ? suicideRisk(answers) : null;
  return risk && { words: `C-SSRS ${risk}`, value: RISKS.indexOf(risk), threshold: MODERATE };
}

/** How a last score differs from the one before it, where that is more than the instrument's own noise. */
export function reliableChanges(
  scores: readonly DatedScore[],
  today: Day,
  { scoreChangeDays }: Pick<ProgramDefaults, 'scoreChangeDays'>,
): Flag[] {
  const since = addDays(today, -scoreChangeDays);
  const totals = scores.filter(({ total }) => total !== null);
  return lastOfEach(totals).flatMap((last) => {
    const before = totals.find(
      ({ instrument, day }) => instrument === last.instrument && day < last.day,
    );
    const instrument = INSTRUMENTS.find(({ id }) => id === last.instrument);
    if (!instrument?.change || last.total === null || !before || before.total === null) return [];
    const change = changeOf(instrument, before.total, last.total);
    if (last.day < since || change === null || change === 'no-reliable-change') return [];
    const moved = Math.abs(last.total - before.total);
    const direction = last.total > before.total ? 'up' : 'down';
    return [
      {
        rule:
          change === 'reliable-deterioration'
            ? ('score-worse' as const)
            : ('score-better' as const),
        what: `${instrument.name} ${direction} ${moved}`,
        evidence: `${before.total} to ${last.total}, ${calendarDayInWords(last.day, today)}`,
        value: moved,
        threshold: instrument.change.reliable,
        recordIds: [...last.recordIds, ...before.recordIds],
      },
    ];
  });
}

/** The newest score of each instrument; scores come newest first. */
const lastOfEach = <Score extends DatedScore>(scores: readonly Score[]): Score[] => [
  ...new Map(scores.toReversed().map((score) => [score.instrument, score])).values(),
];
