import type { MedicationRequest } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { addDays } from './site-calendar.ts';
import { foundWith } from './urine-analytes.ts';

const neverGiven = ['entered-in-error', 'cancelled', 'draft'];
const daysPer: Record<string, number> = { d: 1, wk: 7 };

/** A prescription as far as what is in force and in hand goes; both last days belong to it. */
export interface Prescription {
  client: string;
  status: string;
  /** What is in it, in the record's words. */
  words: string;
  start: string;
  /** The last day it holds, and the last for which there is enough; none where nothing says so. */
  end: string | undefined;
  lasts: string | undefined;
}

/** Every order that was ever one. */
export const prescriptionsIn = (records: ClinicRecords): Prescription[] =>
  records
    .all('MedicationRequest')
    .filter(({ status, intent }) => intent === 'order' && !neverGiven.includes(status))
    .map((request) => ({
      client: records.client(request.subject.reference) ?? '',
      status: request.status,
      words: ingredientsOf(request),
      ...daysOf(request),
    }));

/** What a urine test of a client should find on a day, by what was prescribed to them then. */
export function expectedOn(prescriptions: readonly Prescription[], day: string): Set<string> {
  const prescribed = prescriptions.filter(({ start, end }) => start <= day && day <= (end ?? '9'));
  return new Set(
    Object.entries(foundWith).flatMap(([ingredient, analytes]) =>
      prescribed.some(({ words }) => words.includes(ingredient)) ? analytes : [],
    ),
  );
}

function daysOf(request: MedicationRequest): Pick<Prescription, 'start' | 'end' | 'lasts'> {
  const { validityPeriod, expectedSupplyDuration: supply } = request.dispenseRequest ?? {};
  const start = (validityPeriod?.start ?? request.authoredOn ?? '').slice(0, 10);
  const days = (supply?.value ?? Number.NaN) * (daysPer[supply?.code ?? ''] ?? Number.NaN);
  const times = 1 + (request.dispenseRequest?.numberOfRepeatsAllowed ?? 0);
  const supplied = Number.isNaN(days) ? undefined : addDays(start, days * times - 1);
  const valid = validityPeriod?.end?.slice(0, 10);
  const stopped =
    request.status === 'stopped' ? request.meta?.lastUpdated?.slice(0, 10) : undefined;
  return {
    start,
    end: earlier(stopped, valid ?? supplied),
    lasts: earlier(stopped, supplied ?? valid),
  };
}

const earlier = (...days: (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).sort()[0];

/** RxNorm has a code for every strength and form; what they share is the ingredient in the name. */
const ingredientsOf = ({ medicationCodeableConcept: named }: MedicationRequest): string =>
  [named?.text, ...(named?.coding ?? []).map(({ display }) => display)].join(' ').toLowerCase();
