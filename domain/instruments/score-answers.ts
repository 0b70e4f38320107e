import type { Answers, Instrument, Item } from './instrument.ts';

export interface Scored {
  /** `null` where the instrument has none, or an answer is missing. */
  total: number | null;
  /** By subscale; `null` where one of its answers is missing. */
  subscales: Record<string, number | null>;
  /** Scored items without an answer. */
  missing: string[];
}

/**
 * What answers come to. A missing answer leaves no total: none of these instruments is prorated
 * here, and a total of eight answers of nine would be taken for one of nine.
 */
export function scoreAnswers(instrument: Instrument, answers: Answers): Scored {
  const scored = instrument.items.filter(({ unscored }) => !unscored);
  const missing = scored.filter(({ id }) => !(id in answers)).map(({ id }) => id);
  return {
    total: instrument.total && missing.length === 0 ? sumOf(scored, answers) : null,
    subscales: Object.fromEntries(
      instrument.subscales.map(({ id, items }) => [
        id,
        sumOf(
          scored.filter((item) => items.includes(item.id)),
          answers,
        ),
      ]),
    ),
    missing,
  };
}

/** Items with an answer that the form does not offer. */
export const outOfRange = ({ items, continuous }: Instrument, answers: Answers): string[] =>
  items
    .filter(({ id, min, max }) => {
      const answer = answers[id];
      if (answer === undefined) return false;
      return !(answer >= min && answer <= max) || !(continuous || Number.isInteger(answer));
    })
    .map(({ id }) => id);

/** Whether a stored total is one that the form can come to. */
export const isPossibleTotal = ({ total, continuous }: Instrument, value: number): boolean =>
  total !== null &&
  value >= total.min &&
  value <= total.max &&
  (continuous === true || Number.isInteger(value));

function sumOf(items: readonly Item[], answers: Answers): number | null {
  let sum = 0;
  for (const { id, min, max, reversed } of items) {
    const answer = answers[id];
    if (answer === undefined) return null;
    sum += reversed ? min + max - answer : answer;
  }
  return sum;
}
