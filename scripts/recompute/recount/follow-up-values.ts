import type { ValuesByName } from '../compared-values.ts';
import type { OwnEntries, OwnFollowUpTry } from '../own-entries/own-entries.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { attendancesOf } from './attendance.ts';
import { dischargeValues } from './discharge-statements.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from './known-episode.ts';
import { knownEpisodes } from './known-episodes.ts';
import { programZone } from './program-zone.ts';
import { addDays, dayAt, daysBetween } from './site-calendar.ts';

/** After discharge: the day it is due, and the first and last one that count. */
export const made = [
  { name: '72 h', due: 3, first: 3, last: 4 },
  { name: '7 days', due: 7, first: 5, last: 9 },
  { name: '30 days', due: 30, first: 23, last: 37 },
] as const;
const looksBack = 90;

export interface Placed {
  episode: KnownEpisode;
  client: string;
  zone: string;
  today: string;
  ended: string;
}

/** Each follow-up of everybody who left and whom the reader may see, and how many of those that are over reached somebody. */
export function followUpValues(
  records: ClinicRecords,
  entries: OwnEntries,
  asOf: number,
  mayBeSeen: (client: string) => boolean = () => true,
): ValuesByName {
  const all = knownEpisodes(records, attendancesOf(records))
    .filter(({ status }) => admittedStatuses.includes(status))
    .map((episode) => placed(episode, records, asOf));
  const isDead = whoDied(records);
  // From the first reading on somebody could log, and who did not has not tried.
  const logged = [...entries.contacts, ...entries.followUpTries].map(({ at }) => at);
  const loggedSince = Math.min(records.firstReadAt, ...logged);
  const values: ValuesByName = new Map();
  const sums = { numerator: 0, denominator: 0, excluded: 0, unrecorded: 0 };
  for (const left of all) {
    const { episode, client, zone, today, ended } = left;
    if (!mayBeSeen(client)) continue;
    if (ended === '' || ended > today || daysBetween(ended, today) > 396) continue;
    if (isTakenUp(left, all)) continue;
    const again = all
      .filter((one) => one.client === client && start(one) > ended && start(one) <= today)
      .map(start)
      .sort()[0];
    const tries = contactsSince(left, entries, records, asOf).filter(
      ({ day }) => again === undefined || day < again,
    );
    const hasDied = isDead(client);
    for (const { name, due, first, last } of made) {
      const [from, to] = [addDays(ended, first), addDays(ended, last)];
      if (daysBetween(to, today) > looksBack) continue;
      const own = tries.filter(({ day }) => from <= day && day <= to);
      const since = dayAt(loggedSince, zone);
      const status = statusOf(own, { from, to, today, again, tries, isDead: hasDied, since });
      const isOpen = from <= today && today <= to && ['due', 'attempted'].includes(status);
      if (to < today) {
        const isOut = ['deceased', 'withdrawn', 'readmitted'].includes(status);
        if (isOut) sums.excluded += 1;
        else if (status === 'not-known') sums.unrecorded += 1;
        else sums.denominator += 1;
        if (status === 'reached') sums.numerator += 1;
      }
      if (hasDied || episode.lastContact !== undefined) continue;
      values.set(`EpisodeOfCare/${episode.id ?? ''} ${name}`, {
        ...{ from, to, status, isOpen },
        lateDays: isOpen ? Math.max(0, daysBetween(addDays(ended, due), today)) : 0,
        tries: own.filter(({ result }) => result === 'not-reached' || result === 'sent').length,
      });
    }
  }
  return values.set('follow-up reached', sums);
}

/** Every contact with somebody since they left, wherever it was logged, with its day there. */
export function contactsSince(
  { client, zone, ended }: Placed,
  { contacts, followUpTries }: OwnEntries,
  records: ClinicRecords,
  asOf: number,
): Contact[] {
  const number = records.named('Patient', client)?.identifier?.[0]?.value ?? client;
  return [
    ...contacts.filter(({ recordNumber }) => recordNumber === number),
    ...followUpTries.filter((one) => records.client(one.client) === client),
  ]
    .filter(({ at }) => at <= asOf)
    .map(({ at, mode, result, ...one }) => ({
      ...{ mode, result, day: dayAt(at, zone) },
      ends: 'ends' in one ? one.ends : null,
    }))
    .filter(({ day }) => day >= ended);
}

export function placed(episode: KnownEpisode, records: ClinicRecords, asOf: number): Placed {
  const zone = programZone(episode, records);
  const today = dayAt(asOf, zone);
  const lost = isOutOfContact(episode, new Date(asOf).toISOString().slice(0, 10));
  const ended = (lost ? episode.lastContact : episode.period?.end) ?? '';
  const client = records.client(episode.patient.reference) ?? '';
  return { episode, client, zone, today, ended: ended.slice(0, 10) };
}

const start = ({ episode }: Placed): string => (episode.period?.start ?? '').slice(0, 10);

/** Another stay goes on with the treatment, by the day after. */
const isTakenUp = (left: Placed, all: readonly Placed[]): boolean =>
  all.some(
    (other) =>
      other !== left &&
      other.client === left.client &&
      start(other) <= addDays(left.ended, 1) &&
      start(other) <= left.today &&
      (other.ended === '' || other.ended > left.ended),
  );

type Contact = Pick<OwnFollowUpTry, 'mode' | 'result' | 'ends'> & { day: string };

interface Around {
  from: string;
  to: string;
  today: string;
  again: string | undefined;
  tries: readonly Contact[];
  isDead: boolean;
  since: string | null;
}

export function statusOf(
  own: readonly Contact[],
  { from, to, today, again, tries, isDead, since }: Around,
): string {
  if (own.some(({ result }) => result === 'reached')) return 'reached';
  if (isDead) return 'deceased';
  const [end] = [
    ...tries.flatMap(({ ends, day }) =>
      ends ? [{ day, is: ends === 'deceased' ? 'deceased' : 'withdrawn' }] : [],
    ),
    ...(again === undefined ? [] : [{ day: again, is: 'readmitted' }]),
  ].sort((a, b) => a.day.localeCompare(b.day));
  if (end && end.day <= to) return end.is;
  if (own.some(({ result }) => result === 'declined')) return 'declined';
  if (today < from) return 'not-due';
  if (own.length >= 3 && new Set(own.map(({ mode }) => mode)).size >= 2) return 'unreachable';
  if (own.length > 0) return 'attempted';
  if (today <= to) return 'due';
  return since === null || to < since ? 'not-known' : 'not-made';
}

/** By the client's record, or by a reason for which treatment ended. */
export function whoDied(records: ClinicRecords): (client: string) => boolean {
  const died = new Set(
    [...dischargeValues(records)].flatMap(([name, { reason }]) =>
      reason === 6 ? [name.split(' ')[0]] : [],
    ),
  );
  return (client) => {
    const { deceasedBoolean, deceasedDateTime } = records.named('Patient', client) ?? {};
    return died.has(client) || deceasedBoolean === true || deceasedDateTime !== undefined;
  };
}
