import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Attendance } from '../attendance.ts';
import { outcomeIn } from '../booking.ts';
import { cancelled, statusAt } from '../outcome.ts';
import { countInWords, type NewsFacts, type NewsItem } from './news.ts';

const came = ['attended', 'attended-late', 'left-early'];
const missed = ['no-show', 'client-cancelled'];
const calledOff = ['excused', 'program-cancelled', 'cancelled-unknown'];
const weeksBack = 8;

/** Missed, back after a miss, cancelled, recorded late: of the sessions that were booked. */
export function sessionNews(facts: NewsFacts, records: ClinicRecords): NewsItem[] {
  const { since, asOf } = facts;
  const sessions = facts.sessions
    .filter(({ walkIn, waitlisted }) => !walkIn && !waitlisted)
    .filter(({ start }) => start > since - weeksBack * 7 * 86_400_000)
    .map((one) => ({ ...one, status: statusAt(one, asOf) }));
  const kinds = Map.groupBy(sessions, (one) => {
    const before = sessions.filter(({ start }) => start < one.start);
    return kindOf(one, before, facts, records);
  });
  return [...kinds].flatMap(([kind, own]) => {
    if (kind === null) return [];
    const having = (statuses: readonly string[]) =>
      own.filter(({ status }) => statuses.includes(status)).length;
    const noted: NewsItem['noted'] =
      kind === 'cancelled'
        ? {
            'by program': having(['program-cancelled']),
            'reason not recorded': having(['cancelled-unknown']),
          }
        : kind === 'recorded-late'
          ? { missed: having(missed) }
          : {};
    return [{ kind, count: own.length, detail: countInWords(own.length), noted }];
  });
}

type Session = Attendance & { status: string };

function kindOf(
  session: Session,
  before: readonly Session[],
  { since, asOf }: NewsFacts,
  records: ClinicRecords,
): string | null {
  const { status, start, end } = session;
  const within = (at: number) => at > since && at <= asOf;
  const isSince = start <= asOf && end > since;
  if (calledOff.includes(status) || (status === 'client-cancelled' && start > asOf)) {
    const at = cancelledAt(session, records);
    return (at === null ? isSince : within(at)) ? 'cancelled' : null;
  }
  if (isSince && missed.includes(status)) return 'missed';
  if (isSince && came.includes(status)) {
    const telling = before.filter((one) => [...missed, ...came].includes(one.status)).at(-1);
    return telling && missed.includes(telling.status) ? 'back' : null;
  }
  const tells = missed.includes(status) || came.includes(status);
  return end <= since && tells && within(recordedAt(session, records)) ? 'recorded-late' : null;
}

/** Made at the source by the first of the versions, up to the last, that call it off. */
function cancelledAt({ record, client }: Attendance, records: ClinicRecords): number | null {
  const versions = records.versionsOf('Appointment', record.split('/')[1]);
  const stands = versions.findLastIndex(
    (version) => !cancelled.includes(outcomeIn(version, client, records) ?? ''),
  );
  const at = versions[stands + 1]?.meta?.lastUpdated;
  return at === undefined ? null : Date.parse(at);
}

/** By the source's own word: the first version of the booking that tells, or of the encounter. */
function recordedAt({ record, client, encounter }: Attendance, records: ClinicRecords): number {
  const telling = records
    .versionsOf('Appointment', record.split('/')[1])
    .filter((version) => outcomeIn(version, client, records) !== null)
    .map(({ meta }) => Date.parse(meta?.lastUpdated ?? ''));
  return Math.min(...telling, encounter ? records.knownAt(encounter) : Infinity);
}
