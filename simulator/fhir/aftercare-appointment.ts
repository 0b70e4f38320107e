import type { Appointment } from 'fhir/r4';
import { MINUTE_MS } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { aftercare } from '../model/leaving/aftercare.ts';
import { localIso } from '../model/local-time.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';
import { referralId } from './service-request.ts';
import { utcIso } from './utc-iso.ts';

const MINUTES = 60;

/** The first appointment with whoever goes on, and what became of it as far as was heard. */
export function aftercareAppointments(
  clinic: Clinic,
  episode: EpisodeTimeline,
): Recorded<Appointment>[] {
  const planned = aftercare(clinic, episode);
  if (!planned?.appointment) return [];
  const { client, ordinal, group } = episode.placement;
  const { zone } = group.unit.site;
  const { start, bookedAt, kept, knownAt } = planned.appointment;
  const id = resourceId.appointment(client, `${ordinal + 1}-next`);
  return [
    {
      id,
      at: knownAt === null ? [bookedAt] : [bookedAt, knownAt],
      render: (version) => ({
        resourceType: 'Appointment',
        id,
        status: version === 1 ? 'booked' : kept ? 'fulfilled' : 'noshow',
        description: 'First appointment of aftercare',
        start: localIso(zone, start),
        end: localIso(zone, start + MINUTES * MINUTE_MS),
        minutesDuration: MINUTES,
        created: utcIso(bookedAt),
        basedOn: [{ reference: `ServiceRequest/${referralId(episode)}` }],
        participant: [
          { actor: { reference: `Patient/${resourceId.client(client)}` }, status: 'accepted' },
          { actor: { display: planned.provider }, status: 'accepted' },
        ],
      }),
    },
  ];
}
