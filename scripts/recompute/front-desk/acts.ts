import type {
  Appointment,
  AppointmentParticipant,
  CarePlan,
  Encounter,
  EpisodeOfCare,
  Period,
} from 'fhir/r4';
import type { Attended, SessionsAtHand } from './sessions-at-hand.ts';

const minute = 60_000;
const reasons = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';

/** A record as somebody leaves it, or one that they delete. */
export type Act =
  { leave: Appointment | CarePlan | Encounter | EpisodeOfCare } | { remove: string };

/** What people do to records that already stand: a simulated clinic writes each in one way only. */
export function actsOf(atHand: SessionsAtHand): Act[] {
  const { attended, missed, coming, open, inCare, onlyEpisodes } = atHand;
  return [
    ...toAttended(attended).flatMap((act, index) => {
      const found = attended[index];
      return found ? act(found) : [];
    }),
    ...toMissed.flatMap((change, index) => leave(missed[index], change)),
    ...toComing.flatMap((change, index) => leave(coming[index], change)),
    ...toOpen.flatMap((change, index) => leave(open[index], change)),
    ...handOvers(inCare.filter((episode) => !onlyEpisodes.includes(episode))),
    ...toOnlyEpisode.flatMap((act, index) => {
      const episode = onlyEpisodes[index];
      return episode ? [act(episode)] : [];
    }),
  ];
}

const toAttended = (all: readonly Attended[]): readonly ((one: Attended) => Act | Act[])[] => [
  // Which appointment it was is found out by client, service, practitioner and time; or is not.
  ({ encounter }) => ({ leave: { ...encounter, appointment: [] } }),
  ({ encounter }) => ({ leave: { ...encounter, appointment: [], serviceType: undefined } }),
  ({ encounter }) => ({ leave: { ...encounter, appointment: [], ...later(encounter, 40) } }),
  ({ encounter }) => ({ leave: { ...encounter, appointment: [], ...later(encounter, 200) } }),
  // Present, and for how long nobody knows, or only from when to when.
  ({ encounter }) => ({ remove: `Encounter/${encounter.id}` }),
  ({ encounter }) => ({ leave: { ...encounter, status: 'entered-in-error' } }),
  ({ encounter }) => ({ leave: { ...encounter, length: undefined } }),
  ({ encounter }) => ({ leave: unfinished(encounter) }),
  ({ encounter }) => ({ leave: { ...encounter, status: 'cancelled' } }),
  ({ encounter }) => ({ leave: { ...encounter, ...later(encounter, 25) } }),
  // The booking contradicts the encounter, was a mistake, or was for another hour.
  ({ appointment }) => ({ leave: { ...appointment, status: 'noshow' } }),
  ({ appointment }) => ({ leave: { ...appointment, ...cancelled('pat') } }),
  ({ appointment, encounter }) => [
    { leave: { ...appointment, status: 'entered-in-error' } },
    { leave: { ...encounter, appointment: [] } },
  ],
  ({ appointment, encounter }) => [
    { remove: `Appointment/${appointment.id}` },
    { leave: { ...encounter, appointment: [] } },
  ],
  ({ appointment }) => ({ leave: { ...appointment, ...moved(appointment, -20) } }),
  // Two clients share it: who of them came is known of one, or the other had declined.
  ({ appointment }) => ({ leave: shared(appointment, all, 'accepted') }),
  ({ appointment }) => ({ leave: shared(appointment, all, 'declined') }),
];

type Change = (appointment: Appointment) => Partial<Appointment>;

const toMissed: readonly Change[] = [
  () => ({ status: 'booked' }),
  () => ({ status: 'checked-in' }),
  () => ({ status: 'arrived' }),
  () => cancelled('pat'),
  () => cancelled('pat-dec'),
  () => cancelled('prov-hosp'),
  () => cancelled('oth-room'),
  () => cancelled('other'),
  () => ({ status: 'cancelled', cancelationReason: undefined }),
  () => ({ status: 'waitlist' }),
];

const toComing: readonly Change[] = [
  () => cancelled('pat-lt'),
  () => cancelled('pat-moved'),
  () => cancelled('prov-pers'),
  () => cancelled('prov-dch'),
  () => ({ status: 'waitlist' }),
  () => ({ status: 'pending' }),
  (appointment) => moved(appointment, 90),
];

/** Recorded after all, days later. */
const toOpen: readonly Change[] = [
  () => ({ status: 'noshow' }),
  () => ({ status: 'checked-in' }),
  () => cancelled('pat'),
];

/** One counselor's client goes to the next one who has another. */
function handOvers(inCare: readonly EpisodeOfCare[]): Act[] {
  return inCare.slice(0, 3).flatMap((episode) => {
    const own = episode.careManager?.reference;
    const another = inCare.find(
      ({ careManager, managingOrganization }) =>
        careManager?.reference !== own &&
        managingOrganization?.reference === episode.managingOrganization?.reference,
    )?.careManager;
    return another ? [{ leave: { ...episode, careManager: another } }] : [];
  });
}

/** Whose sessions then are all that is known of them being in treatment. */
const toOnlyEpisode: readonly ((episode: EpisodeOfCare) => Act)[] = [
  ({ id }) => ({ remove: `EpisodeOfCare/${id}` }),
  (episode) => ({ leave: { ...episode, status: 'entered-in-error' } }),
  ({ id }) => ({ remove: `EpisodeOfCare/${id}` }),
  (episode) => ({ leave: { ...episode, status: 'cancelled' } }),
];

const leave = (appointment: Appointment | undefined, change: Change): Act[] =>
  appointment ? [{ leave: { ...appointment, ...change(appointment) } }] : [];

function cancelled(code: string): Pick<Appointment, 'status' | 'cancelationReason'> {
  return { status: 'cancelled', cancelationReason: { coding: [{ system: reasons, code }] } };
}

const unfinished = (encounter: Encounter): Encounter => ({
  ...encounter,
  status: 'in-progress',
  length: undefined,
  period: { ...encounter.period, end: undefined },
});

const later = ({ period }: Encounter, minutes: number): { period: Period } => ({
  period: { start: shifted(period?.start, minutes), end: shifted(period?.end, minutes) },
});

const moved = ({ start, end }: Appointment, minutes: number): Partial<Appointment> => ({
  start: shifted(start, minutes),
  end: shifted(end, minutes),
});

const shifted = (instant = '', minutes: number): string =>
  new Date(Date.parse(instant) + minutes * minute).toISOString();

function shared(
  appointment: Appointment,
  all: readonly Attended[],
  status: AppointmentParticipant['status'],
): Appointment {
  const clients = all.map((one) => one.appointment.participant[0]);
  const own = appointment.participant[0]?.actor?.reference;
  const another = clients.find((client) => client?.actor?.reference !== own);
  const participant = [...appointment.participant, ...(another ? [{ ...another, status }] : [])];
  return { ...appointment, participant };
}
