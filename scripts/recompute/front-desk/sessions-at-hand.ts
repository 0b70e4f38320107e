import type { Appointment, Encounter, EpisodeOfCare } from 'fhir/r4';
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
  /** Over for a day and longer, and nobody has said what became of them. */
  open: Appointment[];
  /** Of clients in care. */
  inCare: EpisodeOfCare[];
  /** The only ones of clients of whom such sessions are known: of two in care, and of two who left. */
  onlyEpisodes: EpisodeOfCare[];
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
  const attended = recent.flatMap((appointment) => {
    const encounter = proved.get(`Appointment/${appointment.id}`);
    return encounter && appointment.status === 'fulfilled' ? [{ appointment, encounter }] : [];
  });
  return {
    attended,
    onlyEpisodes: onlyEpisodesOf(records, attended),
    open: recent.filter(
      ({ id, status, end = '' }) =>
        status === 'booked' && Date.parse(end) < now - day && !proved.has(`Appointment/${id}`),
    ),
    inCare: records
      .all('EpisodeOfCare')
      .filter(({ status, careManager }) => status === 'active' && careManager)
      .sort((a, b) => spread(a) - spread(b)),
    missed: recent.filter(({ status }) => status === 'noshow'),
    coming: recent.filter(
      ({ status, start = '' }) => status === 'booked' && Date.parse(start) > now,
    ),
  };
}

/** Two of clients who were here lately and two of others, of whom no other episode is on record. */
function onlyEpisodesOf(records: ClinicRecords, attended: readonly Attended[]): EpisodeOfCare[] {
  const byClient = Map.groupBy(records.all('EpisodeOfCare'), ({ patient }) =>
    records.client(patient.reference),
  );
  const only = [...byClient.values()]
    .flatMap((episodes) => (episodes.length === 1 ? episodes : []))
    .sort((a, b) => spread(a) - spread(b));
  const here = new Set(
    attended.map(({ encounter }) => records.client(encounter.subject?.reference)),
  );
  const isHere = ({ status, patient }: EpisodeOfCare) =>
    status === 'active' && here.has(records.client(patient.reference));
  return [
    ...only.filter(isHere).slice(0, 2),
    ...only.filter(({ status }) => status === 'finished').slice(0, 2),
  ];
}

/** An order of no meaning that is always the same, so that not all of it meets one client. */
function spread({ id = '' }: Appointment | EpisodeOfCare): number {
  let mixed = 0;
  for (const letter of id) mixed = (mixed * 31 + letter.charCodeAt(0)) % 1_000_003;
  return mixed;
}
