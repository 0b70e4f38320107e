import type { ScoreReview } from '#domain/client-progress/client-measure.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Says } from '#domain/client-progress/client-entry.contract';

/** The client as they stand with a review of one score, or with what stood before it. */
export const withReview = (
  client: ClientProgress,
  { instrument, day }: Pick<Says<'score-review'>, 'instrument' | 'day'>,
  review: ScoreReview | null,
): ClientProgress => ({
  ...client,
  measures: client.measures.map((measure) =>
    measure.instrument === instrument
      ? {
          ...measure,
          scores: measure.scores.map((score) => (score.day === day ? { ...score, review } : score)),
        }
      : measure,
  ),
});

export const reviewOf = (
  { measures }: ClientProgress,
  { instrument, day }: Pick<Says<'score-review'>, 'instrument' | 'day'>,
): ScoreReview | null =>
  measures
    .find((measure) => measure.instrument === instrument)
    ?.scores.find((score) => score.day === day)?.review ?? null;
