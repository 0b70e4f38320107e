import type { EpisodeOfCare } from 'fhir/r4';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { KnownEpisode } from '../known-episode.ts';
import { addDays, dayAt, daysBetween } from '../site-calendar.ts';
import type { Found } from './found.ts';

const daysListed = 7;

/** The last time on hold that has begun. */
export const lastHold = ({ statusHistory }: KnownEpisode, today: string) =>
  (statusHistory ?? [])
    .filter(({ status, period }) => status === 'onhold' && (period.start ?? '') <= today)
    .map(({ period }) => period)
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
    .at(-1);

export function holdFlags(episode: KnownEpisode, today: string): Found[] {
  const hold = lastHold(episode, today);
  if (!hold) return [];
  if (hold.end === undefined || hold.end > today)
    return [['on-hold', daysBetween(hold.start ?? '', today)]];
  const back = daysBetween(hold.end, today);
  return back < daysListed ? [['returned', back]] : [];
}

/** Days since the client came to this counselor: admitted, or handed over by another. */
export function newFlags(
  episode: KnownEpisode,
  own: readonly KnownEpisode[],
  handedOver: number | null,
  today: string,
  timeZone: string,
): Found[] {
  const admitted = episode.period?.start ?? '';
  const on =
    handedOver !== null ? dayAt(handedOver, timeZone) : goesOn(episode, own) ? null : admitted;
  if (on === null || daysBetween(on, today) >= daysListed) return [];
  return [['newly-assigned', daysBetween(on, today)]];
}

/** The same counselor had the client in an episode that ended as this one began. */
export const goesOn = (episode: KnownEpisode, own: readonly KnownEpisode[]): boolean => {
  const admitted = episode.period?.start ?? '';
  return own.some(
    (other) =>
      other !== episode &&
      other.careManager?.reference !== undefined &&
      other.careManager.reference === episode.careManager?.reference &&
      (other.period?.start ?? '9') < admitted &&
      other.period?.end !== undefined &&
      addDays(admitted, -7) <= other.period.end &&
      other.period.end <= addDays(admitted, 1),
  );
};

/** When the record last came to name another counselor, between two moments; `null` for never. */
export function handedOverAt(
  { id }: KnownEpisode,
  records: ClinicRecords,
  after: number,
  asOf: number,
): number | null {
  const versions: EpisodeOfCare[] = records.versionsOf('EpisodeOfCare', id);
  const changes = versions.flatMap((version, index) => {
    const named = version.careManager?.reference;
    const before = versions[index - 1];
    if (!before || named === undefined || named === before.careManager?.reference) return [];
    const at = Date.parse(version.meta?.lastUpdated ?? '');
    return at > after && at <= asOf ? [at] : [];
  });
  return changes.length > 0 ? Math.max(...changes) : null;
}
