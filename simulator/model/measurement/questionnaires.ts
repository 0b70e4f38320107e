import type { Draws } from '../draws.ts';
import { answersOf } from './answers.ts';
import type { Instrument } from './score.ts';
import { distressOn, useOn, within, type WellBeing } from './well-being.ts';

/** Thoughts of death are the answer given least. */
const PHQ_9 = [1.2, 1.2, 1.3, 1.3, 1, 1.1, 1, 0.6, 0.22];
const GAD_7 = [1.2, 1, 1.2, 1.1, 0.8, 1, 0.7];

export interface Answers {
  answers: number[];
  total: number;
}

/** What somebody answers so many days after admission. */
export function answered(
  instrument: Exclude<Instrument, 'c-ssrs'>,
  state: WellBeing,
  day: number,
  draws: Draws,
): Answers {
  switch (instrument) {
    case 'phq-9':
      return spread(distressOn(state, day) + 2 * draws.normal(), PHQ_9, 3, draws);
    case 'gad-7': {
      const anxious = distressOn(state, day) * 0.75 + 1.5 + 2 * state.anxiety;
      return spread(anxious + 1.8 * draws.normal(), GAD_7, 3, draws);
    }
    case 'audit-c':
      return spread(4 + 6 * state.useAtFirst + 2 * draws.normal(), [1, 1, 1], 4, draws);
    case 'barc-10': {
      const strength = 46 - distressOn(state, day) + 4 * draws.normal();
      const { answers } = spread(strength - 10, Array<number>(10).fill(1), 5, draws);
      return summed(answers.map((answer) => answer + 1));
    }
    case 'craving-nrs':
      return summed([Math.round(within(0, 10, 7 * useOn(state, day) + 2 + 1.5 * draws.normal()))]);
    case 'bam-iop':
      return summed(bamIop(state, day, draws));
  }
}

/**
 * Items 1 to 6, 7A to 7G and 8 to 17. Use is 4, 5 and 6; risk 1, 2, 3, 8, 11 and 15; protection 9,
 * 10, 12, 13, 14 and 16; item 14 is yes or no.
 */
function bamIop(state: WellBeing, day: number, draws: Draws): number[] {
  const use = useOn(state, day);
  const risk = distressOn(state, day) / 27;
  const days = (chance: number) =>
    Math.round(within(0, 4, 4 * (chance - 0.12) + 0.9 * draws.normal()));
  const used = draws.chance(use);
  const drinks = used && draws.chance(0.55) ? draws.whole(1, 3) : 0;
  const drugs = used && drinks === 0 ? draws.whole(1, 3) : 0;
  const kinds = Array.from({ length: 7 }, (_, kind) => (drugs > 0 && kind === 1 ? drugs : 0));
  return [
    days(risk),
    days(risk + 0.1),
    days(risk),
    drinks,
    drinks > 1 ? drinks - 1 : 0,
    drugs,
    ...kinds,
    days(use + 0.2),
    days(0.95 - use),
    days(0.55),
    days(use),
    days(0.5),
    days(0.45),
    draws.chance(0.55) ? 4 : 0,
    days(risk),
    days(0.75),
    days(0.7),
  ];
}

function spread(
  expected: number,
  weights: readonly number[],
  highest: number,
  draws: Draws,
): Answers {
  const total = Math.round(within(0, weights.length * highest, expected));
  return { total, answers: answersOf(total, weights, highest, draws) };
}

function summed(answers: number[]): Answers {
  return { answers, total: answers.reduce((sum, answer) => sum + answer, 0) };
}
