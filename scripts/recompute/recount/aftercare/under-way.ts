import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { OnwardRequest, OnwardVisit } from './onward-requests.ts';

/** How far the request has come that has come furthest. */
export interface UnderWay {
  to: string | undefined;
  waits: boolean;
  accepted: boolean;
  booked: boolean;
  /** The one that was kept first, else the last that stands, else the last. */
  visit: OnwardVisit | undefined;
}

/** Of equals the one that was made last; one that was declined is none, unless a date was given. */
export function underWay(requests: readonly OnwardRequest[]): UnderWay | undefined {
  const [furthest] = requests
    .filter(({ step, visits }) => step !== 'declined' || visits.length > 0)
    .map(({ step, visits, waits, to, madeOn }) => {
      const visit =
        visits.find(({ kept }) => kept) ?? visits.findLast(({ off }) => !off) ?? visits.at(-1);
      const accepted = ['accepted', 'appointment-booked'].includes(step ?? '') || Boolean(visit);
      const booked = visit ? !visit.off : step === 'appointment-booked';
      const come = [!waits, accepted, booked, visit?.kept].filter(Boolean).length;
      return { to, waits, accepted, booked, visit, madeOn, come };
    })
    .sort((a, b) => b.come - a.come || b.madeOn.localeCompare(a.madeOn));
  return furthest;
}

/** Somebody signed for the destination, it holds on the day, and nothing that holds refuses it. */
export function isConsented(
  client: string,
  to: string | undefined,
  day: string,
  records: ClinicRecords,
): boolean {
  const named = records
    .all('Consent')
    .filter(
      ({ patient, status }) => status === 'active' && records.client(patient?.reference) === client,
    )
    .filter(({ scope }) => (scope.coding ?? []).some(({ code }) => code === 'patient-privacy'))
    .filter(({ provision, dateTime }) => {
      const { start = dateTime ?? '', end = '9' } = provision?.period ?? {};
      return start.slice(0, 10) <= day && (end === '9' || day <= end.slice(0, 10));
    })
    .filter(({ provision }) =>
      (provision?.actor ?? []).some(({ reference }) => isSame(reference.display, to)),
    );
  return named.length > 0 && named.every(({ provision }) => provision?.type !== 'deny');
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();
