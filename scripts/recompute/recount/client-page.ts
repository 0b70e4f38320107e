import type { CarePlan } from 'fhir/r4';
import type { ComparedValues } from '../compared-values.ts';
import type { Attendance } from './attendance.ts';
import { assumedMinutes } from './attendance-values.ts';
import type { ClientInCare } from './brief/brief-values.ts';
import { episodeOfDay } from './episode-of-day.ts';
import { unitsUsed } from './flags/authorization-flags.ts';
import { authorizationAsked } from './flags/line-flags.ts';
import { reliable } from './flags/score-flags.ts';
import { statusAt } from './outcome.ts';
import { stayOf } from './plan-of-episode.ts';
import { phasesOf, prescribedMinutes } from './prescribed-minutes.ts';
import { addDays, dayAt, mondayOf } from './site-calendar.ts';
import { specimenState } from './specimen-values.ts';
import { intervals } from './tasks/result-tasks.ts';

/** A client whose page is looked at. */
export interface ClientLookedAt extends ClientInCare {
  plan: CarePlan | undefined;
  onHold: boolean;
}

const attended = ['attended', 'attended-late', 'left-early'];
const kinds = ['group', 'individual', 'family', 'skills'];
const courses = ['buprenorphine', 'methadone', 'naltrexone', 'acamprosate'];
const daysOfBaseline = 30;
const daysInHand = 30;

/** The figures of one client's page, worked out from the records alone. */
export function clientPageValues(client: ClientLookedAt, asOf: number): ComparedValues {
  const today = dayAt(asOf, client.timeZone);
  return {
    ...sessionValues(client, asOf),
    ...weekValues(client, today),
    ...measureValues(client, today),
    ...specimenValues(client, today),
    gaps: gapsOf(client, today),
    ...curriculumValues(client, asOf),
    ...planValues(client),
    'authorization used': unitsUsed(authorizationAsked(client, asOf)),
  };
}

/** The phases that are meant to be, with their days, and the day on which they are to leave. */
function planValues({ plan }: ClientLookedAt): ComparedValues {
  const phases = (plan ? phasesOf(plan) : []).flatMap(({ detail }, index) => {
    const { start, end } = detail?.scheduledTiming?.repeat?.boundsPeriod ?? {};
    return detail?.status === 'cancelled' ? [] : [`${index + 1} ${start} ${end}`];
  });
  return { phases: phases.join(' | '), 'planned end': plan?.period?.end ?? null };
}

/** All that the client was ever booked for, by status; nobody books a walk-in. */
function sessionValues({ sessions }: ClientLookedAt, asOf: number): ComparedValues {
  const byStatus = Map.groupBy(
    sessions.filter(({ walkIn, start }) => !walkIn || start <= asOf),
    (one) => (one.walkIn ? 'walk-in' : one.waitlisted ? 'waitlist' : statusAt(one, asOf)),
  );
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [`sessions ${status}`, those.length]),
  );
}

const isOfEpisode = ({ episode, record }: ClientLookedAt, { start, zone }: Attendance): boolean =>
  episodeOfDay(record.episodes, dayAt(start, zone))?.id === episode.id;

/** Every full week of the stay: had, assumed, asked for. */
function weekValues(client: ClientLookedAt, today: string): ComparedValues {
  const { episode, plan } = client;
  const own = Map.groupBy(
    client.sessions.filter((one) => !one.waitlisted && isOfEpisode(client, one)),
    ({ start, zone }) => mondayOf(dayAt(start, zone)),
  );
  const values: ComparedValues = {};
  const last = mondayOf(today);
  for (
    let monday = mondayOf(episode.period?.start ?? '');
    monday < last;
    monday = addDays(monday, 7)
  ) {
    const week = own.get(monday) ?? [];
    const prescribed = plan ? prescribedMinutes(plan, monday, stayOf(episode, plan)) : null;
    const had = week.reduce((sum, { recordedMinutes }) => sum + (recordedMinutes ?? 0), 0);
    const assumed = week.reduce((sum, one) => sum + assumedMinutes(one), 0);
    values[`week ${monday}`] = `${had} + ${assumed} of ${prescribed}`;
  }
  return values;
}

/** Scores by day, how the last differs from the first, and when the next is due. */
function measureValues({ record, episode, onHold }: ClientLookedAt, today: string): ComparedValues {
  const admitted = episode.period?.start ?? '';
  const scores = record.scores
    .filter(({ day }) => day >= addDays(admitted, -daysOfBaseline) && day <= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const values: ComparedValues = {};
  for (const [form, own] of Map.groupBy(scores, (score) => score.form.id)) {
    for (const { day, total, answers, form: asked } of own) {
      values[`${form} ${day}`] = total;
      for (const [name, items] of Object.entries(asked.subscales ?? {})) {
        const given = items.map((item) => answers.get(item));
        values[`${form} ${day} ${name}`] = given.every((one) => one !== undefined)
          ? given.reduce((sum, one) => sum + one, 0)
          : null;
      }
    }
    const totals = own.flatMap(({ total }) => total ?? []);
    values[`${form} change`] = changeOf(reliable[form], totals);
    const versions = intervals.find((one) => form in one) ?? {};
    const newest = own.at(-1)?.day ?? '';
    const goesOnAsAnother = scores.some(
      (score) => score.form.id !== form && score.form.id in versions && score.day > newest,
    );
    const days = versions[form];
    values[`${form} due`] =
      onHold || newest < admitted || goesOnAsAnother || days === undefined
        ? null
        : addDays(newest, days);
  }
  return values;
}

function changeOf(points: number | undefined, totals: readonly number[]): string | null {
  if (points === undefined || totals.length < 2) return null;
  const change = (totals.at(-1) ?? 0) - (totals[0] ?? 0);
  if (Math.abs(change) < points) return 'no-reliable-change';
  return change < 0 ? 'reliable-improvement' : 'reliable-deterioration';
}

/** Of each day of collection what became of the specimens, and what was other than expected. */
function specimenValues({ record, episode }: ClientLookedAt, today: string): ComparedValues {
  const own = record.specimens.filter(
    ({ day }) => day >= (episode.period?.start ?? '') && day <= today,
  );
  const days = Map.groupBy(own, ({ day }) => day);
  return Object.fromEntries(
    [...days].map(([day, those]) => [
      `specimen ${day}`,
      those
        .map(({ parts, meanings }) => {
          const other = [...meanings].filter(([, meaning]) => meaning.startsWith('unexpected'));
          const said = other.map(([analyte]) => analyte).sort();
          return [specimenState(parts), ...said].join(' ');
        })
        .sort()
        .join(' | '),
    ]),
  );
}

/** Day by day: had some before, has none now, and has some later or should have. */
function gapsOf({ record, episode }: ClientLookedAt, today: string): string {
  const admitted = episode.period?.start ?? '';
  const gaps: string[] = [];
  for (const medication of courses) {
    const own = record.prescriptions.filter(
      ({ words, start, end, lasts }) =>
        courses.find((one) => words.includes(one)) === medication &&
        start <= today &&
        (lasts ?? end ?? '9') >= addDays(admitted, -daysInHand),
    );
    let since: string | null = null;
    for (let day = admitted; day <= addDays(today, 1); day = addDays(day, 1)) {
      const begun = own.filter(({ start }) => start <= day);
      const isWithout =
        day <= today &&
        begun.length > 0 &&
        begun.every(({ lasts, end }) => (lasts ?? end ?? '9') < day) &&
        own.some(({ start, status }) => start > day || status === 'active');
      if (isWithout) since ??= day;
      else if (since !== null) {
        gaps.push(`${medication} ${since} ${addDays(day, -1)}`);
        since = null;
      }
    }
  }
  return gaps.sort().join(' | ');
}

/** Sessions of the stay that the client came to. */
function curriculumValues(client: ClientLookedAt, asOf: number): ComparedValues {
  const own = client.sessions.filter(
    (one) => one.start <= asOf && attended.includes(one.outcome ?? '') && isOfEpisode(client, one),
  );
  return Object.fromEntries(
    kinds.map((kind) => [`curriculum ${kind}`, own.filter((one) => one.kind === kind).length]),
  );
}
