import type { Observation } from 'fhir/r4';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { drugTests } from '../model/measurement/drug-test.ts';
import { scores } from '../model/measurement/scores.ts';
import { drugTestObservations } from './drug-test-observation.ts';
import type { Recorded } from './recorded.ts';
import { scoreObservations } from './score-observation.ts';

/** Scores and drug tests, stay by stay. */
export function observations(
  clinic: Clinic,
  { episodes }: ClientTimeline,
): Recorded<Observation>[] {
  return episodes.flatMap((episode) => [
    ...scores(clinic, episode).flatMap((score) => scoreObservations(episode.placement, score)),
    ...drugTests(clinic, episode).flatMap((test) => drugTestObservations(episode.placement, test)),
  ]);
}
