import type { Day } from '#domain/calendar/calendar-day';
import { localTime } from '#domain/calendar/calendar-day';
import { findStays, type ShownEpisode } from '../client-progress/shown-episode.ts';
import { zoneOfClient } from '../client-progress/zone-of-client.ts';
import type { Scoped } from '../database/database.ts';

/** A client at an instant, on the calendar of their site. */
export interface ClientMoment {
  clientId: string;
  asOf: Date;
  today: Day;
  timeZone: string;
  /** The last one; `null` of somebody who was never admitted. */
  stay: ShownEpisode | null;
}

export async function momentOf(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  asOf: Date,
): Promise<ClientMoment> {
  const [stay = null] = await findStays(scoped, organizationId, clientId, asOf);
  const timeZone = stay?.timeZone ?? (await zoneOfClient(scoped, organizationId, clientId));
  const { day: today } = localTime(asOf.getTime(), timeZone);
  return { clientId, asOf, today, timeZone, stay };
}
