import {
  groupLosses,
  lookedAtFrom,
  type Stay,
  STOPPED_AFTER_DAYS,
} from '#domain/attendance/group-loss';
import type { GroupLoss } from '#domain/attendance/therapy-group.contract';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { type Ending, findEndings } from '../measures/endings.queries.ts';
import { type Beginning, findBeginnings } from './beginnings.queries.ts';

/** Bookings to come show who goes on. */
const DAYS_AHEAD = 56;
/** TEDS-D REASON 1 and 4: completed, transferred. */
const AS_PLANNED: readonly (number | null)[] = [1, 4];

/** What each group lost of those who began, by its id; a loss is told by all groups beside each other. */
export async function findLosses(
  scoped: Scoped,
  reader: Reader,
  today: Day,
): Promise<Map<string, GroupLoss>> {
  // Two weeks earlier: whoever had a place then did not begin.
  const from = addDays(lookedAtFrom(today), -STOPPED_AFTER_DAYS - 1);
  const began = await findBeginnings(scoped, reader, { from, to: addDays(today, DAYS_AHEAD) });
  const endings = await findEndings(scoped, reader, { from, to: today });
  const groups = [...Map.groupBy(staysOf(began, endings), ({ groupId }) => groupId)];
  const losses = groupLosses(
    groups.map(([, stays]) => stays),
    today,
  );
  return new Map(groups.flatMap(([id], index) => (losses[index] ? [[id, losses[index]]] : [])));
}

function staysOf(
  began: readonly Beginning[],
  endings: readonly Ending[],
): (Stay & { groupId: string })[] {
  const ofClient = Map.groupBy(began, ({ clientId }) => clientId);
  const planned = Map.groupBy(
    endings.filter(({ reason }) => AS_PLANNED.includes(reason)),
    ({ clientId }) => clientId,
  );
  return began.map(({ groupId, clientId, since, until }) => {
    const soon = addDays(until, STOPPED_AFTER_DAYS);
    return {
      groupId,
      since,
      until,
      moved: (ofClient.get(clientId) ?? []).some(
        (other) => other.groupId !== groupId && other.since <= soon && other.until > until,
      ),
      asPlanned: (planned.get(clientId) ?? []).some(
        ({ endedOn }) => since <= endedOn && endedOn <= soon,
      ),
    };
  });
}
