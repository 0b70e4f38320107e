import { hasBegun, isOutOfContact, type KnownEpisode } from './known-episode.ts';

/**
 * The episode a day's session belongs to. The days of admission and of discharge both count (TEDS
 * counts them so for outpatient care); where one ends as the next begins, it is the next.
 */
export function episodeOfDay(
  episodes: readonly KnownEpisode[],
  day: string,
): KnownEpisode | undefined {
  return episodes
    .filter((episode) => hasBegun(episode) && !isOutOfContact(episode, day))
    .filter(({ period }) => (period?.start ?? '') <= day && day <= (period?.end ?? '9'))
    .sort((a, b) => (a.period?.start ?? '').localeCompare(b.period?.start ?? ''))
    .at(-1);
}
