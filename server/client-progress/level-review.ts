import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { ClientBackground } from '#domain/client-progress/background.contract';
import type { ClientMeasure } from '#domain/client-progress/client-measure.contract';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import { levelReview } from '#domain/client-progress/level-review';
import type { ClientGoal, ClientPlan } from '#domain/client-progress/plan.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import { openRisks } from './next-phase.ts';
import type { ShownEpisode } from './shown-episode.ts';

interface Read {
  line: CaseloadLine | null;
  goals: readonly ClientGoal[];
  dimensions: readonly DimensionAssessment[];
  measures: readonly ClientMeasure[];
  background: ClientBackground;
}

/** What the records say for a review of the level of care; nothing once the episode is over. */
export function levelReviewOf(
  { endedOn, admittedOn, today }: ShownEpisode,
  { line, goals, measures, background, dimensions }: Read,
): ClientPlan['levelReview'] {
  if (line === null || endedOn !== null) return [];
  const changes = measures
    .map((measure) => ({ measure, form: instrument(measure.instrument as InstrumentId) }))
    .filter(({ form }) => form.change !== null)
    .map(({ measure: { change, scores }, form }) => ({
      name: form.name,
      change,
      recordIds: scores.at(-1)?.recordIds ?? [],
    }));
  return levelReview({
    dimensions: { assessments: dimensions, admittedOn, today },
    ...{ goals, changes, risks: openRisks(line, background) },
  });
}
