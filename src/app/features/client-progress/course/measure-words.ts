import { bandOf, isConcern } from '#domain/instruments/band';
import { suicideRisk } from '#domain/instruments/c-ssrs';
import type { Instrument } from '#domain/instruments/instrument';
import { PHQ_9_SAFETY_ITEM } from '#domain/instruments/phq-9';
import type { ClientMeasure, ClientScore } from '#domain/client-progress/client-measure.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';

export const dayWords = (day: string, asOf: string): string =>
  clinicDate(`${day}T12:00:00Z`, 'UTC', asOf);

/** A score in words: its total with its band, or what stands in the way of one. */
export function scoreWords(instrument: Instrument, score: ClientScore): string {
  if (instrument.id === 'c-ssrs') {
    const risk = suicideRisk(score.answers);
    return risk === null ? 'not complete' : `${risk} risk`;
  }
  if (instrument.total === null) return subscaleWords(instrument, score);
  if (score.total === null) return 'no total: too few answers';
  const band = bandOf(instrument, score.total);
  return band ? `${score.total}, ${band.name}` : `${score.total}`;
}

export function subscaleWords({ subscales }: Instrument, score: ClientScore): string {
  return subscales
    .map((subscale) => {
      const value = score.subscales[subscale.id] ?? null;
      if (value === null) return `${subscale.name} not complete`;
      return `${subscale.name} ${value}${isConcern(subscale, value) ? ', at its cut' : ''}`;
    })
    .join('; ');
}

/** What must be known of a score beside its total: how it came about, and what is not there. */
export function scoreNotes(instrument: Instrument, score: ClientScore): string[] {
  const item9 = score.answers[PHQ_9_SAFETY_ITEM];
  const isPhq9 = instrument.id === 'phq-9';
  return [
    ...(isPhq9 && item9 === undefined ? ['item 9 not available'] : []),
    ...(isPhq9 && item9 !== undefined && item9 >= 1 ? [`item 9 = ${item9}`] : []),
    ...(score.mismatch ? ['stored total and answers differ'] : []),
    ...(score.totalFrom === 'computed' ? ['total added up from the answers'] : []),
    // Of a total alone no answer was given to us.
    ...(score.missing.length > 0 && Object.keys(score.answers).length > 0
      ? [`not answered: ${score.missing.join(', ')}`]
      : []),
  ];
}

/** '1: 2 · 2: 0 · …' in the order of the form. */
export const answersInWords = ({ items }: Instrument, { answers }: ClientScore): string =>
  items.flatMap(({ id }) => (id in answers ? [`${id}: ${answers[id]}`] : [])).join(' · ');

const CHANGE: Readonly<Record<string, string>> = {
  'reliable-improvement': 'reliable improvement by rule',
  'reliable-deterioration': 'reliable deterioration by rule',
  'no-reliable-change': 'no reliable change',
};

/** From the first total to the last, and what the instrument's rule calls that; '' with one total alone. */
export function changeWords(instrument: Instrument, { scores, change }: ClientMeasure): string[] {
  const totals = scores.flatMap(({ total }) => (total === null ? [] : [total]));
  const [first, last] = [totals[0], totals.at(-1)];
  if (totals.length < 2 || first === undefined || last === undefined) return [];
  const by =
    last === first ? 'unchanged' : last < first ? `down ${first - last}` : `up ${last - first}`;
  const rule = instrument.change;
  return [
    `from ${first}: ${by}`,
    ...(change && rule
      ? [
          `${change === 'no-reliable-change' ? '= ' : ''}${CHANGE[change]} (${
            change === 'no-reliable-change' ? '<' : '≥'
          } ${rule.reliable})`,
        ]
      : []),
  ];
}
