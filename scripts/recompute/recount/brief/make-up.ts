import type { OwnCapacity } from '../../own-entries/own-entries.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Attendance } from '../attendance.ts';
import { capacityOn } from '../group-places.ts';
import { statusAt } from '../outcome.ts';
import { dayAt, mondayOf } from '../site-calendar.ts';

const hour = 3_600_000;
const eveningFrom = 17;
/** Had, to come, or not known. */
const engaged = [
  ...['attended', 'attended-late', 'left-early'],
  ...['scheduled', 'awaiting-record', 'unrecorded'],
];

export interface MakeUpAsked {
  client: string;
  unit: string | undefined;
  /** Of this client, and of everybody. */
  own: readonly Attendance[];
  all: readonly Attendance[];
  timeZone: string;
  asOf: number;
  capacities: readonly OwnCapacity[];
  /** Clients whom they are not to meet. */
  keptApart: readonly string[];
}

/** Sessions of the program's groups to the end of the week that the client could come to besides. */
export function makeUpSessions(asked: MakeUpAsked, records: ClinicRecords): string {
  const { client, unit, own, all, timeZone, asOf } = asked;
  const week = mondayOf(dayAt(asOf, timeZone));
  const mine = own
    .filter(({ start, zone }) => mondayOf(dayAt(start, zone)) === week)
    .filter(({ walkIn, start }) => !walkIn || start <= asOf)
    .filter((one) => one.walkIn || one.waitlisted || engaged.includes(statusAt(one, asOf)));
  const days = new Set(mine.map(({ start }) => dayAt(start, timeZone)));
  const times = [...mine, ...elsewhere(client, asOf, records)];
  const schedule = scheduleOf(client, asOf, records) ?? '';
  const hourOf = (start: number) =>
    Number(
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(start).slice(0, 2),
    );
  const booked = all
    .filter(({ kind, walkIn }) => kind === 'group' && !walkIn)
    .filter((one) => one.unit?.reference !== undefined && one.unit.reference === unit)
    .filter(({ start, zone }) => start > asOf && mondayOf(dayAt(start, zone)) === week)
    .filter(
      ({ outcome }) => outcome === null || outcome === 'no-show' || engaged.includes(outcome),
    );
  const isFull = (one: Attendance) => {
    const taken = booked.filter((other) => isSameSession(one, other)).length;
    const capacity = capacityOn(asked.capacities, one.offer, dayAt(one.start, one.zone));
    return capacity !== null && taken >= capacity;
  };
  const avoided = booked.filter((one) => !one.waitlisted && asked.keptApart.includes(one.client));
  const offered = booked
    .filter((one) => !isFull(one) && !avoided.some((other) => isSameSession(one, other)))
    .filter(({ start }) => !days.has(dayAt(start, timeZone)))
    .filter(({ start, end }) => !times.some((one) => one.start < end && start < one.end))
    .filter(({ start }) => {
      if (/evenings? only/i.test(schedule)) return hourOf(start) >= eveningFrom;
      if (/(days?|daytime|mornings?) only/i.test(schedule)) return hourOf(start) < eveningFrom;
      return true;
    })
    .map(({ start, service }) => `${new Date(start).toISOString()} ${service}`);
  return [...new Set(offered)].sort().join(' | ');
}

const isSameSession = (one: Attendance, other: Attendance): boolean =>
  one.offer === other.offer &&
  one.start === other.start &&
  one.place === other.place &&
  one.leader?.reference === other.leader?.reference;

/** Where else the client goes in the next days; the record tells only when it begins. */
const elsewhere = (client: string, asOf: number, records: ClinicRecords) =>
  records
    .all('Appointment')
    .filter(({ basedOn }) =>
      (basedOn ?? []).some(({ reference }) => reference?.startsWith('ServiceRequest/')),
    )
    .filter(({ status }) => ['proposed', 'pending', 'booked', 'waitlist'].includes(status))
    .filter(({ participant }) =>
      participant.some(({ actor }) => records.client(actor?.reference) === client),
    )
    .map(({ start = '' }) => ({ start: Date.parse(start), end: Date.parse(start) + hour }))
    .filter(({ start }) => start >= asOf && start <= asOf + 8 * 24 * hour);

/** What was said of the schedule at admission, in the record's words. */
export function scheduleOf(client: string, asOf: number, records: ClinicRecords): string | null {
  const answers = records
    .all('QuestionnaireResponse')
    .filter(({ subject }) => records.client(subject?.reference) === client)
    .filter(({ status }) => status === 'completed' || status === 'amended')
    .filter(({ authored = '' }) => Date.parse(authored.slice(0, 10)) <= asOf + 24 * hour)
    .flatMap(({ authored = '', item }) =>
      (item ?? [])
        .filter(({ linkId }) => linkId === 'SCHEDULE_CONSTRAINT')
        .flatMap(({ answer }) => answer?.map(({ valueString }) => valueString ?? '') ?? [])
        .map((words) => ({ authored, words })),
    )
    .sort((a, b) => (a.authored < b.authored ? -1 : 1));
  return answers.at(-1)?.words ?? null;
}
