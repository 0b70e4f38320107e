import type { CarePlan } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { KnownEpisode } from './known-episode.ts';
import type { Stay } from './prescribed-minutes.ts';
import { addDays } from './site-calendar.ts';

const notMeant = ['draft', 'entered-in-error'];

/** The client's latest plan that has begun and reaches into the episode. */
export function planOf(
  { patient, period }: KnownEpisode,
  day: string,
  records: ClinicRecords,
): CarePlan | undefined {
  return records
    .all('CarePlan')
    .filter(
      ({ subject, status }) =>
        records.client(subject.reference) === records.client(patient.reference) &&
        !notMeant.includes(status),
    )
    .filter((plan) => (plan.period?.start ?? '') <= day)
    .filter((plan) => (plan.period?.end ?? '9') > (period?.start ?? ''))
    .sort((a, b) => (a.period?.start ?? '').localeCompare(b.period?.start ?? ''))
    .at(-1);
}

/** The plan that holds on a day of whoever has a record number. */
export function planOfRecord(
  recordNumber: string,
  day: string,
  records: ClinicRecords,
): CarePlan | undefined {
  const reference = patientOf(recordNumber, records);
  return planOf({ patient: { reference }, period: {} } as KnownEpisode, day, records);
}

/** Whether the source tells of an episode of theirs that goes on. */
export const isInCare = (recordNumber: string, records: ClinicRecords): boolean =>
  records
    .all('EpisodeOfCare')
    .some(
      ({ status, patient }) =>
        status === 'active' && patient.reference === patientOf(recordNumber, records),
    );

function patientOf(recordNumber: string, records: ClinicRecords): string {
  const patient = records
    .all('Patient')
    .find(({ identifier }) => identifier?.[0]?.value === recordNumber);
  return `Patient/${patient?.id}`;
}

/** The day of discharge is no longer one of the stay; the plan's last day is. */
export function stayOf({ period }: KnownEpisode, plan: CarePlan): Stay {
  const end = period?.end;
  const lastDays = [end && addDays(end, -1), plan.period?.end].filter((day) => day !== undefined);
  const [lastDay] = lastDays.sort();
  return { firstDay: period?.start ?? '', lastDay };
}
