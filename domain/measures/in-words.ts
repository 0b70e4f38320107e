import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { withRules } from '../settings/value-in-words.ts';
import type { Measure } from './measure.ts';

/** A measure whose words say the rules that hold: where they name a setting, its value stands. */
export function inWords<M extends Measure>(measure: M, rules: ProgramDefaults): M {
  const say = (words: string): string => withRules(words, rules);
  return {
    ...measure,
    name: say(measure.name),
    sentence: say(measure.sentence),
    numerator: say(measure.numerator),
    denominator: say(measure.denominator),
    leftOut: say(measure.leftOut),
    standard: say(measure.standard),
    subject: { ...measure.subject, words: say(measure.subject.words) },
  };
}
