import type { Duration, Medication as FhirMedication, MedicationRequest } from 'fhir/r4';
import { medicationNamed } from '#domain/medication/medication';
import { type Supply, supplyEnd } from '#domain/medication/supply';
import { wordsOf } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface SupplyFacts extends Supply {
  client: Ref;
  words: string;
  status: string;
  dosage: string | null;
}

const EFFECT = 'the medication is not shown, and nobody is told when it runs out';
const NOT_GIVEN = ['cancelled', 'draft'];
const ORDERS = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];
const DAYS_IN: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  days: 1,
  wk: 7,
  week: 7,
  weeks: 7,
};

/** A prescription, and how long what was prescribed lasts. */
export function translateMedicationRequest(request: MedicationRequest): Translation<SupplyFacts> {
  const { status, intent, dispenseRequest, doNotPerform } = request;
  if (status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (NOT_GIVEN.includes(status)) return { setAside: 'Not prescribed' };
  if (!ORDERS.includes(intent) || doNotPerform) return { setAside: 'Not a prescription' };
  const client = refOf(request.subject, 'Patient');
  if (!client) return heldBack('Names no client', EFFECT);
  const words = medicationWords(request);
  if (!words) return heldBack('Names no medication', EFFECT);
  const startsOn = wholeDay(dispenseRequest?.validityPeriod?.start) ?? wholeDay(request.authoredOn);
  if (!startsOn) return heldBack('Has no start date', EFFECT);
  const days = daysOf(dispenseRequest?.expectedSupplyDuration);
  const validUntil = wholeDay(dispenseRequest?.validityPeriod?.end);
  const lasts = days
    ? supplyEnd(startsOn, days, dispenseRequest?.numberOfRepeatsAllowed ?? 0)
    : null;
  // FHIR R4 has no day of stopping: it is that of the version that says so.
  const stoppedOn = status === 'stopped' ? wholeDay(request.meta?.lastUpdated) : null;
  return {
    use: {
      client,
      medication: medicationNamed(words),
      words,
      status,
      dosage: request.dosageInstruction?.map(({ text }) => text).find(Boolean) ?? null,
      startsOn,
      endsOn: earliest(stoppedOn, validUntil ?? lasts),
      supplyEndsOn: earliest(stoppedOn, lasts ?? validUntil),
    },
  };
}

function medicationWords(request: MedicationRequest): string | null {
  const { medicationCodeableConcept, medicationReference, contained } = request;
  const inside = contained?.find(
    (resource): resource is FhirMedication =>
      resource.resourceType === 'Medication' &&
      `#${resource.id}` === medicationReference?.reference,
  );
  return (
    wordsOf(medicationCodeableConcept) ??
    wordsOf(inside?.code) ??
    medicationReference?.display ??
    null
  );
}

function daysOf(duration: Duration | undefined): number | null {
  const each = DAYS_IN[duration?.code ?? duration?.unit ?? ''];
  return duration?.value && each ? duration.value * each : null;
}

const earliest = (...days: (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;
