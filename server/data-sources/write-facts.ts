import type { Scoped } from '../database/database.ts';
import { deleteRows, upsertRows } from '../database/rows.ts';
import { assembleScores, scoreDaysOf } from '../instruments/assemble-scores.ts';
import { CLIENT_FLAGS, CLIENTS, CONSENTS, SUPPORT_PERSONS } from './facts/clients.ts';
import { DIAGNOSES } from './facts/diagnoses.ts';
import { DEPARTURES, EPISODES, GOALS, PLANS } from './facts/episodes.ts';
import type { FactTable, IdOf } from './facts/fact-table.ts';
import { OBSERVATIONS, QUESTIONNAIRES } from './facts/measures.ts';
import { MEDICATIONS } from './facts/medications.ts';
import { AUTHORIZATIONS, COVERAGES } from './facts/payers.ts';
import { OFFERS, SITES, UNITS } from './facts/places.ts';
import { REFERRAL_APPOINTMENTS, REFERRAL_TASKS, REFERRALS } from './facts/referrals.ts';
import { STAFF, STAFF_ROLES, TEAMS } from './facts/staff.ts';
import { type KnownIds, keyOf } from './identities.ts';
import type { Survivors } from './merged-clients.ts';
import { type Fact, factsOf, type TranslatedRecord, unusableOf } from './translate-records.ts';
import type { ReadType } from './translators.ts';

/** The tables of each type's facts. Attendance itself needs what stood before: it is written apart. */
const TABLES: { [T in ReadType]: readonly FactTable<T>[] } = {
  Organization: UNITS,
  Location: SITES,
  HealthcareService: OFFERS,
  Practitioner: STAFF,
  PractitionerRole: STAFF_ROLES,
  CareTeam: TEAMS,
  Patient: CLIENTS,
  RelatedPerson: SUPPORT_PERSONS,
  EpisodeOfCare: EPISODES,
  CarePlan: PLANS,
  Goal: GOALS,
  Condition: DIAGNOSES,
  MedicationRequest: MEDICATIONS,
  Observation: OBSERVATIONS,
  QuestionnaireResponse: QUESTIONNAIRES,
  Coverage: COVERAGES,
  ClaimResponse: AUTHORIZATIONS,
  Consent: CONSENTS,
  Flag: CLIENT_FLAGS,
  ServiceRequest: REFERRALS,
  Task: REFERRAL_TASKS,
  Appointment: REFERRAL_APPOINTMENTS,
  Encounter: DEPARTURES,
};

const SCORED: readonly ReadType[] = ['Observation', 'QuestionnaireResponse'];

/** Writes translated records, and takes away what stood of those that cannot be used any more. */
export async function writeFacts(
  scoped: Scoped,
  organizationId: string,
  translated: readonly TranslatedRecord[],
  ids: KnownIds,
  survivors: Survivors,
): Promise<void> {
  const scored = translated
    .filter(({ type }) => SCORED.includes(type))
    .map(({ record }) => record.identityId);
  const daysBefore = await scoreDaysOf(scoped, organizationId, scored);
  const ownIdOf: IdOf = (ref) => (ref ? (ids.get(keyOf(ref)) ?? null) : null);
  const survivorOf: IdOf = (ref) => {
    const id = ownIdOf(ref);
    return id && (survivors.get(id) ?? id);
  };
  for (const type of new Set(translated.map((one) => one.type))) {
    const facts = factsOf(translated, type);
    const unusableIds = unusableOf(translated, type);
    // A client's own record says who replaced it; all others speak of whoever did.
    const idOf = type === 'Patient' ? ownIdOf : survivorOf;
    for (const table of TABLES[type]) {
      await writeTable(scoped, organizationId, table, { facts, unusableIds, idOf });
    }
  }
  const daysAfter = await scoreDaysOf(scoped, organizationId, scored);
  await assembleScores(scoped, organizationId, [...daysBefore, ...daysAfter]);
}

async function writeTable(
  scoped: Scoped,
  organizationId: string,
  table: FactTable<ReadType>,
  { facts, unusableIds, idOf }: { facts: Fact<ReadType>[]; unusableIds: string[]; idOf: IdOf },
): Promise<void> {
  const replaced = table.rows === 'any' ? facts.map(({ id }) => id) : [];
  await deleteRows(scoped, table.table, table.column, [...unusableIds, ...replaced]);
  await upsertRows(
    scoped,
    table.table,
    ['organization_id', ...table.key],
    facts.flatMap((fact) =>
      table.of(fact, idOf).map((row) => ({ organization_id: organizationId, ...row })),
    ),
  );
}
