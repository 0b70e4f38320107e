import type { Appointment, Encounter } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';

const day = 86_400_000;
const daysBack = 26;

export interface Attended {
  appointment: Appointment;
  encounter: Encounter;
}

/** Records of the last weeks that somebody at the front desk may still have at hand. */
export interface SessionsAtHand {
  attended: Attended[];
  missed: Appointment[];
  coming: Appointment[];
}

export function sessionsAtHand(records: ClinicRecords, now: number): SessionsAtHand {
  const proved = new Map(
    records
      .all('Encounter')
      .filter(({ status }) => status === 'finished')
      .map((encounter) => [encounter.appointment?.[0]?.reference, encounter] as const),
  );
  const recent = records
    .all('Appointment')
    .filter((one) => one.participant.some(({ actor }) => actor?.reference?.startsWith('Health')))
    .filter(({ start = '' }) => Date.parse(start) > now - daysBack * day)
    .sort((a, b) => spread(a) - spread(b));
  return {
    attended: recent.flatMap((appointment) => {
      const encounter = proved.get(`Appointment/${appointment.id}`);
      return encounter && appointment.status === 'fulfilled' ? [{ appointment, encounter }] : [];
    }),
    missed: recent.filter(({ status }) => status === 'noshow'),
    coming: recent.filter(
      ({ status, start = '' }) => status === 'booked' && Date.parse(start) > now,
    ),
  };
}

/** An order of no meaning that is always the same, so that not all of it meets one client. */
function spread({ id = '' }: Appointment): number {
  let mixed = 0;
  for (const letter of id) mixed = (mixed * 31 + letter.charCodeAt(0)) % 1_000_003;
  return mixed;
}
