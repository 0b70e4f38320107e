import type { MedicationRequest } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { addDays } from './site-calendar.ts';
import { foundWith } from './urine-analytes.ts';

const neverGiven = ['entered-in-error', 'cancelled', 'draft'];
const daysPer: Record<string, number> = { d: 1, wk: 7 };

/** What a urine test of a client should find on a day, by what was prescribed to them then. */
export function expectedOn(records: ClinicRecords, client: string, day: string): Set<string> {
  const prescribed = records
    .all('MedicationRequest')
    .filter(({ subject }) => records.client(subject.reference) === client)
    .filter(({ status, intent }) => intent === 'order' && !neverGiven.includes(status))
    .filter((request) => isInForce(request, day));
  return new Set(
    Object.entries(foundWith).flatMap(([ingredient, analytes]) =>
      prescribed.some((request) => ingredientsOf(request).includes(ingredient)) ? analytes : [],
    ),
  );
}

function isInForce(request: MedicationRequest, day: string): boolean {
  const { validityPeriod, expectedSupplyDuration: supply } = request.dispenseRequest ?? {};
  const start = (validityPeriod?.start ?? request.authoredOn ?? '').slice(0, 10);
  const days = (supply?.value ?? Number.NaN) * (daysPer[supply?.code ?? ''] ?? Number.NaN);
  const supplied = Number.isNaN(days) ? undefined : addDays(start, days - 1);
  const end = validityPeriod?.end?.slice(0, 10) ?? supplied ?? '9';
  const stopped = request.status === 'stopped' ? request.meta?.lastUpdated?.slice(0, 10) : '9';
  return start <= day && day <= end && day <= (stopped ?? '9');
}

/** RxNorm has a code for every strength and form; what they share is the ingredient in the name. */
const ingredientsOf = ({ medicationCodeableConcept: named }: MedicationRequest): string =>
  [named?.text, ...(named?.coding ?? []).map(({ display }) => display)].join(' ').toLowerCase();
