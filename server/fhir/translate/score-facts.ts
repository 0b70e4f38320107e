import type { Answers, Instrument } from '#domain/instruments/instrument';
import { isPossibleTotal, outOfRange } from '#domain/instruments/score-answers';
import { heldBack, type Ref, type Translation } from './translation.ts';
import type { When } from './when.ts';

/** What one record says of an instrument on a day. */
export interface ScoreFacts extends When {
  kind: 'score';
  client: Ref;
  instrument: Instrument['id'];
  total: number | null;
  answers: Answers;
}

const EFFECT = 'the score is not shown';

/** A score, unless something in it cannot be: then none of it is used. */
export function scoreFacts(
  instrument: Instrument,
  client: Ref | null,
  when: When | null,
  { total, answers }: Pick<ScoreFacts, 'total' | 'answers'>,
): Translation<ScoreFacts> {
  const { id, name } = instrument;
  if (!client) return heldBack('Names no client', EFFECT);
  if (!when) return heldBack('Has no date', EFFECT);
  if (total === null && Object.keys(answers).length === 0) return { setAside: 'Has no answer' };
  if (total !== null && !isPossibleTotal(instrument, total))
    return heldBack(`${name}: total out of range`, EFFECT);
  const [wrong] = outOfRange(instrument, answers);
  if (wrong) return heldBack(`${name}: answer ${wrong} out of range`, EFFECT);
  return { use: { kind: 'score', client, ...when, instrument: id, total, answers } };
}
