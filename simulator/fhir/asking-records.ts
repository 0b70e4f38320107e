import type { Appointment, Encounter, Patient } from 'fhir/r4';
import { contactDetails } from '../model/background/contact-details.ts';
import { asking, type Asking } from '../model/asking.ts';
import { isoDate, MINUTE_MS } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { localIso } from '../model/local-time.ts';
import { ACT_CODE, SESSION_CODES } from './codings.ts';
import { contactFields } from './contact-fields.ts';
import type { Recorded } from './recorded.ts';
import { toStaff } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { utcIso } from './utc-iso.ts';

/** The few records of people who asked and were never admitted: no episode is among them. */
export function patientsAsking(clinic: Clinic, timeline: ClientTimeline): Recorded<Patient>[] {
  return all(clinic, timeline).map((one) => {
    const id = resourceId.person(timeline.client, one.key);
    return {
      id,
      at: [one.requestedAt],
      render: () => ({
        resourceType: 'Patient',
        id,
        active: true,
        name: [{ use: 'official', family: one.family, given: [one.given] }],
        gender: one.gender,
        birthDate: isoDate(one.birthDay),
        ...contactFields(
          {
            ...contactDetails(clinic.seed, ['asking', timeline.client, one.key], one.site),
            line: null,
          },
          one.site,
        ),
        managingOrganization: { reference: `Organization/${resourceId.provider}` },
      }),
    };
  });
}

export function assessmentsAsked(
  clinic: Clinic,
  timeline: ClientTimeline,
): Recorded<Appointment>[] {
  return all(clinic, timeline).flatMap((one): Recorded<Appointment>[] => {
    const { assessment, key, site, practitioner } = one;
    if (!assessment) return [];
    const { start, end, bookedAt, settledAt, kept } = assessment;
    const id = resourceId.appointment(timeline.client, `${key}-0`);
    const person = { reference: `Patient/${resourceId.person(timeline.client, key)}` };
    return [
      {
        id,
        at: [bookedAt, settledAt],
        render: (version) => ({
          resourceType: 'Appointment',
          id,
          status: version === 1 ? 'booked' : kept ? 'fulfilled' : 'noshow',
          serviceType: [SESSION_CODES.assessment],
          start: localIso(site.zone, start),
          end: localIso(site.zone, end),
          minutesDuration: (end - start) / MINUTE_MS,
          created: utcIso(bookedAt),
          participant: [
            { actor: person, status: 'accepted' },
            { actor: toStaff(practitioner), status: 'accepted' },
            {
              actor: { reference: `Location/${resourceId.site(site)}`, display: site.name },
              status: 'accepted',
            },
          ],
        }),
      },
    ];
  });
}

export function assessmentsHeld(clinic: Clinic, timeline: ClientTimeline): Recorded<Encounter>[] {
  return all(clinic, timeline).flatMap((one): Recorded<Encounter>[] => {
    const { assessment, key, site, practitioner } = one;
    if (!assessment?.kept) return [];
    const id = resourceId.encounter(timeline.client, `${key}-0`);
    const { start, end, settledAt } = assessment;
    return [
      {
        id,
        at: [settledAt],
        render: () => ({
          resourceType: 'Encounter',
          id,
          status: 'finished',
          class: { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
          serviceType: SESSION_CODES.assessment,
          subject: { reference: `Patient/${resourceId.person(timeline.client, key)}` },
          participant: [{ individual: toStaff(practitioner) }],
          appointment: [
            { reference: `Appointment/${resourceId.appointment(timeline.client, `${key}-0`)}` },
          ],
          period: { start: localIso(site.zone, start), end: localIso(site.zone, end) },
          location: [{ location: { reference: `Location/${resourceId.site(site)}` } }],
        }),
      },
    ];
  });
}

function all(clinic: Clinic, { episodes, requestedAt }: ClientTimeline): Asking[] {
  return asking(clinic, episodes[0].placement, requestedAt);
}
