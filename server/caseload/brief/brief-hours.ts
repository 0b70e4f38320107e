import { isAttended } from '#domain/attendance/attendance-status';
import { localTime } from '#domain/calendar/calendar-day';
import type { BriefHours, MakeUpOffer, ShortClient } from '#domain/caseload/brief.contract';
import type { WeekHours } from '#domain/caseload/caseload.contract';
import { type Engagement, makeUpSessions } from '#domain/caseload/make-up';
import { levelMinimum } from '#domain/caseload/plan-flags';
import { PAYER_DAYS } from '#domain/measures/payer-days';
import { payerOn } from '#domain/payer/payer-on';
import { payerUnitOf } from '#domain/payer/payer-unit';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { findSessionsKeptApart } from '../../attendance/kept-apart.queries.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import type { Rules } from '../../settings/rules.ts';
import type { CaseloadEntry } from '../caseload-lines.ts';
import {
  findGroupSessions,
  findOtherTimes,
  type GroupSession,
  type OtherTimes,
} from './make-up.queries.ts';

/** The hours of the week over a caseload, who lacks some, and where they could still come from. */
export async function briefHours(
  scoped: Scoped,
  reader: Reader,
  entries: readonly CaseloadEntry[],
  asOf: Date,
  rules: Rules,
): Promise<BriefHours> {
  const here = entries.filter(({ line }) => !line.onHold);
  const short = here
    .filter(({ line }) => line.flags.some(({ rule }) => rule === 'hours-short'))
    .toSorted((a, b) => (b.line.hours.missing ?? 0) - (a.line.hours.missing ?? 0));
  const [first] = short;
  const groups = first
    ? await findGroupSessions(
        scoped,
        reader,
        [...new Set(short.flatMap(({ row }) => row.unitId ?? []))],
        { monday: first.row.monday, timeZone: first.row.timeZone },
        asOf,
      )
    : [];
  const others = first
    ? await findOtherTimes(
        scoped,
        reader,
        short.map(({ line }) => line.clientId),
        first.row.timeZone,
        asOf,
      )
    : new Map<string, OtherTimes>();
  const apart = await findSessionsKeptApart(scoped, asOf);
  return {
    clients: here.length,
    onHold: entries.length - here.length,
    notPrescribed: here.filter(({ line }) => line.hours.prescribed === null).length,
    hours: sumOf(here.map(({ line }) => line.hours)),
    short: short.map((entry) => {
      const { clientId } = entry.line;
      return shortClient(entry, groups, others.get(clientId), apart.get(clientId), rules);
    }),
  };
}

/** Of what is prescribed and missing, the sum of what is known; how many are not is said beside it. */
function sumOf(weeks: readonly WeekHours[]): WeekHours {
  const sum = (of: (week: WeekHours) => number | null) =>
    weeks.reduce((total, week) => total + (of(week) ?? 0), 0);
  return {
    delivered: sum(({ delivered }) => delivered),
    assumed: sum(({ assumed }) => assumed),
    booked: sum(({ booked }) => booked),
    unrecorded: sum(({ unrecorded }) => unrecorded),
    prescribed: sum(({ prescribed }) => prescribed),
    missing: sum(({ missing }) => missing),
  };
}

function shortClient(
  { line, row, record, sessions }: CaseloadEntry,
  groups: readonly GroupSession[],
  other: OtherTimes | undefined,
  apart: ReadonlySet<string> | undefined,
  allRules: Rules,
): ShortClient {
  const payer = payerOn(record.coverages, row.today);
  const rules = allRules.on(row.today, row.programId, payer);
  const week = sessions.filter(({ monday }) => monday === row.monday);
  const dayOf = (startsAt: number) => localTime(startsAt, row.timeZone).day;
  const treatment: Engagement[] = week
    .filter(({ status, walkIn }) => walkIn || isExpected(status))
    .map(({ startsAt, endsAt }) => ({ day: dayOf(startsAt), startsAt, endsAt }));
  const present = week.filter(({ status, walkIn }) => walkIn || isAttended(status));
  const schedule = other?.schedule ?? null;
  const open = groups.filter(({ unitId }) => unitId === row.unitId);
  return {
    clientId: line.clientId,
    familyName: line.familyName,
    givenName: line.givenName,
    hours: line.hours,
    levelMinimum: levelMinimum(row.levelCode, record.age, rules),
    payerDays: PAYER_DAYS.formula(
      present.map(({ startsAt, recordedMinutes }) => ({ day: dayOf(startsAt), recordedMinutes })),
      (day) => allRules.on(day, row.programId, payerOn(record.coverages, day)),
    ),
    payerDayMinutes: rules.payerDayMinutes,
    payer: ownWay(payer, rules, allRules.on(row.today, row.programId)),
    schedule,
    makeUp: makeUpSessions(
      open,
      { treatment, elsewhere: other?.elsewhere ?? [], schedule, keptApart: apart ?? new Set() },
      rules,
    ).map(offerOf),
  };
}

/** A payer that counts days otherwise than payers at large, and its unit. */
function ownWay(
  name: string | null,
  own: ProgramDefaults,
  atLarge: ProgramDefaults,
): ShortClient['payer'] {
  const isSame =
    own.payerDayMinutes === atLarge.payerDayMinutes && own.payerUnit === atLarge.payerUnit;
  return name === null || isSame ? null : { name, unit: payerUnitOf(own.payerUnit) };
}

/** Had, or to come, or not known: a day on which another session would be a second one. */
const isExpected = (status: CaseloadEntry['sessions'][number]['status']): boolean =>
  isAttended(status) || ['scheduled', 'waitlist', 'awaiting-record', 'unrecorded'].includes(status);

const offerOf = ({ sessionId, service, startsAt, endsAt, left }: GroupSession): MakeUpOffer => ({
  sessionId,
  service,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
  left,
});
