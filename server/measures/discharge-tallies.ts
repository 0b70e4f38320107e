import { type Discharge, firstAppointment } from '#domain/aftercare/discharge';
import { destinationsApart, flowStops, goesFromTo, type Way } from '#domain/aftercare/flow-stops';
import { addDays } from '#domain/calendar/calendar-day';
import type { AfterDischarge } from '#domain/measures/after-discharge';
import { cameOf } from '#domain/measures/came-of-it';
import { DAYS_TO_FIRST_APPOINTMENT } from '#domain/measures/days-to-first-appointment';
import type { Counted } from '#domain/measures/measure';
import { findDischarges, type FoundDischarge } from '../aftercare/discharges.queries.ts';
import type { Course } from './course.ts';
import { LEFT_OUT, once, type Tally } from './tally.ts';
import type { Asking } from './tallied-measures.ts';

/** Discharges by the day of each; one that the measure is not of is `null`, and stands nowhere. */
export const dischargeTallies =
  (countedOf: (discharge: FoundDischarge) => Counted | null) =>
  async ({ scoped, reader, asOf }: Asking, { scope }: Pick<Course, 'scope'>): Promise<Tally[]> => {
    const discharges = await findDischarges(scoped, reader, scope, asOf);
    return ofFlow(discharges.filter(isAskedFor(scope)), scope).flatMap((discharge) => {
      const counted = countedOf(discharge);
      return counted === null ? [] : [{ ...tallyOf(discharge), counted }];
    });
  };

/** What a rate over discharges counts of one. */
export function countedAfter(after: AfterDischarge): Counted | null {
  switch (after) {
    case 'yes':
      return once(1);
    case 'no':
      return once(0);
    case 'too-soon':
      return LEFT_OUT;
    case 'not-known':
      return once(0, { of: 0, unrecorded: 1 });
    case 'not-of-it':
      return null;
  }
}

export function daysCounted(discharge: Discharge): Counted | null {
  const days = DAYS_TO_FIRST_APPOINTMENT.formula(discharge);
  if (days === 'not-of-it') return null;
  if (days === 'not-known') return once(0, { of: 0, unrecorded: 1 });
  return days === null ? LEFT_OUT : once(days);
}

/** By why treatment ended, and where to: '' of those who were referred nowhere. */
export const isAskedFor =
  ({ reason, destination }: Pick<Course['scope'], 'reason' | 'destination'>) =>
  (discharge: Discharge): boolean =>
    (reason === undefined || (discharge.reason ?? 0) === reason) &&
    (destination === undefined || (firstAppointment(discharge).to ?? '') === destination);

/** Which way it went: what the flows are drawn by. */
export function wayOf(discharge: Discharge): Way {
  const { isReferred, to } = firstAppointment(discharge);
  const { level, reason } = discharge;
  return { level, reason: reason ?? 0, destination: to, isReferred, came: cameOf(discharge) };
}

/** Those of one flow: which destinations are a stop of their own follows from all that are drawn. */
function ofFlow(
  discharges: readonly FoundDischarge[],
  { fromStop, toStop }: Pick<Course['scope'], 'fromStop' | 'toStop'>,
): readonly FoundDischarge[] {
  if (fromStop === undefined || toStop === undefined) return discharges;
  const ways = discharges.map((discharge) => ({ discharge, way: wayOf(discharge) }));
  const apart = destinationsApart(
    ways.map(({ way: { destination } }) => ({ destination, discharges: 1 })),
  );
  return ways
    .filter(({ way }) => goesFromTo(flowStops(way, apart), fromStop, toStop))
    .map(({ discharge }) => discharge);
}

function tallyOf(discharge: FoundDischarge): Omit<Tally, 'counted'> {
  const { endedOn, clientId, episodeId, site, unit, track, level, reasonRecordId } = discharge;
  const { recordIds } = firstAppointment(discharge);
  return {
    day: endedOn,
    until: addDays(endedOn, 1),
    clientId,
    group: null,
    parts: { site, program: unit, track, level: level ?? '' },
    recordIds: [episodeId, ...(reasonRecordId ? [reasonRecordId] : []), ...recordIds],
  };
}
