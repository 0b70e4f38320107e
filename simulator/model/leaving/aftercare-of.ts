import type { EpisodeTimeline } from '../client-timeline.ts';
import type { Clinic } from '../clinic.ts';
import { course } from '../course.ts';
import { aftercare, type Aftercare } from './aftercare.ts';

/** The aftercare of a stay; none where the client only moves down a level here. */
export function aftercareOf(clinic: Clinic, episode: EpisodeTimeline): Aftercare | null {
  const { client, ordinal } = episode.placement;
  const next = course(clinic.seed, client).at(ordinal + 1);
  return aftercare(clinic, episode, next?.entry === 'step-down');
}
