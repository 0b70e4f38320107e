import { hasStopped, lossInWords, type Stay } from '#domain/attendance/group-loss';
import type {
  GroupLoss,
  GroupMember,
  GroupRoster,
  GroupWeek,
  TherapyGroup,
  TherapyGroups,
} from '#domain/attendance/therapy-group.contract';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { periodOf, periodsFrom } from '#domain/calendar/periods';
import type { Figure } from '#domain/measures/figure.contract';
import { GROUP_FILL } from '#domain/measures/group-use';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { todayEverywhere } from '../measures/calendar.queries.ts';
import { isHistoryMissing } from '../measures/scope-in-words.queries.ts';
import { type Capacity, findCapacities } from './group-capacity.queries.ts';
import { findLosses } from './group-losses.ts';
import {
  findGroups,
  findGroupWeeks,
  findStayLengths,
  findStays,
  type GroupRow,
  type GroupWeekRow,
  type StayLengths,
} from './groups.queries.ts';

const WEEKS_SHOWN = 26;
/** Joined and stopped within these. */
const WEEKS_OF_CHANGE = 8;
/** Of a stay, its beginning has to be known: longer than any is followed. */
const DAYS_LOOKED_AT = 400;
const DAYS_AHEAD = 56;

interface Found {
  today: Day;
  groups: GroupRow[];
  stays: Map<string, StayLengths[]>;
  weeks: Map<string, GroupWeekRow[]>;
  capacities: Map<string, Capacity[]>;
  losses: Map<string, GroupLoss>;
}

/** The groups at a site, or at all, by site and name. */
export async function therapyGroups(
  scoped: Scoped,
  reader: Reader,
  site: string | undefined,
  asOf: Date,
): Promise<TherapyGroups> {
  const found = await findAll(scoped, reader, site, asOf);
  return {
    asOf: asOf.toISOString(),
    since: addDays(found.today, -7 * WEEKS_OF_CHANGE),
    groups: found.groups.map((group) => groupOf(group, found)),
    everybody: reader.role === 'director',
    incomplete: await isHistoryMissing(scoped, reader.organizationId),
  };
}

/** One group with everybody who is or was in it; `null` where the reader sees none of its sessions. */
export async function groupRoster(
  scoped: Scoped,
  reader: Reader,
  groupId: string,
  asOf: Date,
): Promise<GroupRoster | null> {
  const found = await findAll(scoped, reader, undefined, asOf);
  const group = found.groups.find(({ id }) => id === groupId);
  if (!group) return null;
  const stays = await findStays(scoped, reader, { ...lookedAt(found.today), group: groupId }, asOf);
  const members = stays.map(({ groupId: _, ...stay }): GroupMember => ({
    ...stay,
    state: hasStopped(stay, found.today) ? 'stopped' : 'member',
  }));
  return {
    asOf: asOf.toISOString(),
    group: groupOf(group, found),
    members: [
      ...members.filter(({ state }) => state === 'member'),
      ...members.filter(({ state }) => state === 'stopped'),
    ],
  };
}

async function findAll(
  scoped: Scoped,
  reader: Reader,
  site: string | undefined,
  asOf: Date,
): Promise<Found> {
  const today = await todayEverywhere(scoped, reader.organizationId, asOf);
  const stays = Map.groupBy(
    await findStayLengths(scoped, reader, lookedAt(today)),
    ({ groupId }) => groupId,
  );
  const monday = periodOf(today, 'week').start;
  const shown = { site, from: addDays(monday, -7 * (WEEKS_SHOWN - 1)), to: today };
  return {
    today,
    stays,
    groups: await findGroups(scoped, reader, shown),
    weeks: Map.groupBy(await findGroupWeeks(scoped, reader, shown, asOf), ({ groupId }) => groupId),
    capacities: Map.groupBy(await findCapacities(scoped, reader), ({ groupId }) => groupId),
    losses: await findLosses(scoped, reader, today),
  };
}

const lookedAt = (today: Day) => ({
  from: addDays(today, -DAYS_LOOKED_AT),
  to: addDays(today, DAYS_AHEAD),
});

/** How many clients had such a stay. */
const having = (stays: readonly StayLengths[], is: (stay: Stay) => boolean): number =>
  stays.filter(is).reduce((total, { clients }) => total + clients, 0);

function groupOf(group: GroupRow, found: Found): TherapyGroup {
  const { today } = found;
  const stays = found.stays.get(group.id) ?? [];
  const since = addDays(today, -7 * WEEKS_OF_CHANGE);
  const loss = found.losses.get(group.id) ?? NOBODY_BEGAN;
  const weeks = weeksOf(group.id, found);
  return {
    ...group,
    capacity: capacityOn(found.capacities.get(group.id) ?? [], today),
    members: having(stays, (stay) => !hasStopped(stay, today)),
    joined: having(stays, (stay) => since <= stay.since && stay.since <= today),
    stopped: having(stays, (stay) => hasStopped(stay, today) && since <= stay.until),
    fill: fillOf(group.id, found),
    weeks,
    loss,
    finding: lossInWords(loss),
  };
}

const NOBODY_BEGAN: GroupLoss = {
  began: 0,
  stoppedEarly: 0,
  earlyDays: 28,
  overall: null,
  high95: null,
  high998: null,
  outside: null,
};

/** Every week shown, those without a session too. */
function weeksOf(groupId: string, { today, weeks, capacities }: Found): GroupWeek[] {
  const known = new Map((weeks.get(groupId) ?? []).map((week) => [week.week, week]));
  const from = addDays(periodOf(today, 'week').start, -7 * (WEEKS_SHOWN - 1));
  return periodsFrom(from, today, 'week').map(({ start }) => {
    const { held = 0, enrolled = 0, present = 0 } = known.get(start) ?? {};
    const capacity = capacityOn(capacities.get(groupId) ?? [], start);
    const places = capacity === null || held === 0 ? null : capacity * held;
    return { week: start, held, enrolled, present, fill: GROUP_FILL.formula(present, places) };
  });
}

/** Over the full weeks shown in which the capacity is known. */
function fillOf(groupId: string, { today, weeks, capacities }: Found): Figure | null {
  const monday = periodOf(today, 'week').start;
  const counted = (weeks.get(groupId) ?? []).flatMap(({ week, held, present }) => {
    const capacity = capacityOn(capacities.get(groupId) ?? [], week);
    return capacity === null || week >= monday ? [] : [{ present, places: capacity * held }];
  });
  if (counted.length === 0) return null;
  const numerator = counted.reduce((sum, { present }) => sum + present, 0);
  const denominator = counted.reduce((sum, { places }) => sum + places, 0);
  return {
    value: GROUP_FILL.formula(numerator, denominator),
    numerator,
    denominator,
    excluded: 0,
    unrecorded: 0,
    interval: null,
    noInterval: 'all records, not a sample',
  };
}

/** The capacity that holds on a day; one set from the week on holds for all of it. */
const capacityOn = (capacities: readonly Capacity[], day: Day): number | null =>
  capacities.findLast(({ since }) => since <= addDays(day, 6))?.capacity ?? null;
