import type { CellOutcome } from '#domain/attendance/attendance-counts';
import type { OutcomeCell, SessionMeasure } from '#domain/measures/measure';

/**
 * What every rate with an interval by client is made of, as the database keeps it of each client:
 * the columns of `episode_span`. Numerator and denominator are sums of these.
 */
export const CLIENT_PARTS = [
  'attended',
  'excused',
  'client_cancelled',
  'no_show',
  'present_minutes',
  'expected_minutes',
] as const;
export type ClientPart = (typeof CLIENT_PARTS)[number];

/** How often each part counts. */
export type Weights = Record<ClientPart, number>;

/** Each part as a cell that holds one of it and nothing else. */
const ONE_OF: Record<ClientPart, OutcomeCell> = {
  attended: one('attended', { sessions: 1 }),
  excused: one('excused', { sessions: 1 }),
  client_cancelled: one('client-cancelled', { sessions: 1 }),
  no_show: one('no-show', { sessions: 1 }),
  present_minutes: one('attended', { recordedMinutes: 1 }),
  expected_minutes: one('attended', { scheduledMinutes: 1 }),
};

/** Asked of the measure's own formula: what one of each part adds to its numerator and denominator. */
export function weightsOf(measure: SessionMeasure): { numerator: Weights; denominator: Weights } {
  const weights = (side: 'numerator' | 'denominator') =>
    Object.fromEntries(
      CLIENT_PARTS.map((part) => [part, measure.count([ONE_OF[part]])[side]]),
    ) as Weights;
  return { numerator: weights('numerator'), denominator: weights('denominator') };
}

function one(outcome: CellOutcome, holds: Partial<OutcomeCell>): OutcomeCell {
  const nothing = { sessions: 0, scheduledMinutes: 0, recordedMinutes: 0, assumedMinutes: 0 };
  return { outcome, ...nothing, ...holds };
}
