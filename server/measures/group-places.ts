import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { hasStopped } from '#domain/attendance/group-loss';
import { findCapacities } from '../attendance/group-capacity.queries.ts';
import { findGroupWeeks, findStays } from '../attendance/groups.queries.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import type { SessionScope } from './session-scope.ts';
import { LEFT_OUT, once, type Tally } from './tally.ts';

/** Where and of what a group is. */
interface GroupPlace {
  id: string;
  name: string;
  site: string;
  unit: string;
  track: string;
}

/** Longer than any stay in a group is followed, and as far ahead as is booked. */
const DAYS_LOOKED_AT = 400;
const DAYS_AHEAD = 56;

/** Each group's week: who was present, of the places of the sessions held. */
export async function groupWeeks(
  scoped: Scoped,
  reader: Reader,
  { from, to, site, program }: SessionScope,
  asOf: Date,
): Promise<Tally[]> {
  const groups = await placesOf(scoped, reader, program);
  const capacityOn = await capacities(scoped, reader);
  const weeks = await findGroupWeeks(scoped, reader, { site, from, to }, asOf);
  return weeks.flatMap(({ groupId, week, held, present }) => {
    const group = groups.get(groupId);
    if (!group || held === 0) return [];
    const capacity = capacityOn(groupId, addDays(week, 6));
    const counted = capacity === null ? LEFT_OUT : once(present, { of: capacity * held });
    return [{ ...tallyOf(group), day: week, until: addDays(week, 7), counted }];
  });
}

/** Each group on the day: who has a place in it, of the places it has. */
export async function groupEnrolments(
  scoped: Scoped,
  reader: Reader,
  { site, program }: SessionScope,
  today: Day,
  asOf: Date,
): Promise<Tally[]> {
  const groups = await placesOf(scoped, reader, program);
  const capacityOn = await capacities(scoped, reader);
  const looked = {
    site,
    from: addDays(today, -DAYS_LOOKED_AT),
    to: addDays(today, DAYS_AHEAD),
  };
  const stays = Map.groupBy(await findStays(scoped, reader, looked, asOf), (one) => one.groupId);
  return [...stays].flatMap(([groupId, own]) => {
    const group = groups.get(groupId);
    const enrolled = own.filter((stay) => stay.since <= today && !hasStopped(stay, today)).length;
    if (!group || enrolled === 0) return [];
    const capacity = capacityOn(groupId, today);
    const counted = capacity === null ? LEFT_OUT : once(enrolled, { of: capacity });
    return [{ ...tallyOf(group), day: today, until: addDays(today, 1), counted }];
  });
}

const tallyOf = ({ id, name, site, unit, track }: GroupPlace) => ({
  clientId: null,
  group: name,
  parts: { site, program: unit, track, level: '' },
  recordIds: [id],
});

/** The capacity that holds on a day. */
async function capacities(
  scoped: Scoped,
  reader: Reader,
): Promise<(groupId: string, day: Day) => number | null> {
  const known = Map.groupBy(await findCapacities(scoped, reader), ({ groupId }) => groupId);
  return (groupId, day) =>
    known.get(groupId)?.findLast(({ since }) => since <= day)?.capacity ?? null;
}

async function placesOf(
  scoped: Scoped,
  { organizationId }: Reader,
  program: string | undefined,
): Promise<Map<string, GroupPlace>> {
  const { rows } = await sql<GroupPlace>`
    SELECT s.id, s.name, coalesce(s.site_id::text, '') AS site, coalesce(s.unit_id::text, '') AS unit,
           coalesce(p.track, '') AS track
      FROM service s
      LEFT JOIN LATERAL (SELECT p.* FROM program p WHERE p.organization_id = s.organization_id
                            AND p.unit_id = s.unit_id ORDER BY p.id LIMIT 1) p ON true
     WHERE s.organization_id = ${organizationId}
       AND ${program ? sql`p.id = ${program}` : sql`true`}`.execute(scoped);
  return new Map(rows.map((group) => [group.id, group]));
}
