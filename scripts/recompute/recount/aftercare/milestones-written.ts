import type { OwnMilestone } from '../../own-entries/own-entries.ts';
import type { KnownEpisode } from '../known-episode.ts';

/** What staff wrote of an episode by an instant: of each milestone the last word. */
export const milestonesWritten = (
  written: readonly OwnMilestone[],
  { id }: KnownEpisode,
  asOf: number,
): Map<string, OwnMilestone> =>
  new Map(
    written
      .filter(({ episode, at }) => episode === `EpisodeOfCare/${id}` && at <= asOf)
      .map((one) => [one.milestone, one]),
  );

/** The same, of those alone that are there. */
export function milestonesDone(
  ...of: Parameters<typeof milestonesWritten>
): (milestone: string) => OwnMilestone | undefined {
  const last = milestonesWritten(...of);
  return (milestone) => {
    const one = last.get(milestone);
    return one?.status === 'done' ? one : undefined;
  };
}
