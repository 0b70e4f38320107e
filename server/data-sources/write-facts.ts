import type { Scoped } from '../database/database.ts';
import { deleteRows, upsertRows } from '../database/rows.ts';
import { assembleScores, type ScoreDay, scoreDaysOf } from '../instruments/assemble-scores.ts';
import {
  CLIENT_FLAGS,
  CLIENTS,
  CONSENTS,
  REPORTED_DEATHS,
  SUPPORT_PERSONS,
} from './facts/clients.ts';
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
import type { KeptRecord } from './source-records.ts';
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
  Appointment: [...REFERRAL_APPOINTMENTS, ...REPORTED_DEATHS],
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
  const scored = translated.filter(({ type }) => SCORED.includes(type)).map(({ record }) => record);
  // Of what was never heard of before, nothing stands that would have to go.
  const first = new Set(
    idsOf(translated.map(({ record }) => record).filter(({ isFirst }) => isFirst)),
  );
  const known = idsOf(scored).filter((id) => !first.has(id));
  const daysBefore = await scoreDaysOf(scoped, organizationId, known);
  const ownIdOf: IdOf = (ref) => (ref ? (ids.get(keyOf(ref)) ?? null) : null);
  const survivorOf: IdOf = (ref) => {
    const id = ownIdOf(ref);
    return id && (survivors.get(id) ?? id);
  };
  for (const type of new Set(translated.map((one) => one.type))) {
    const facts = factsOf(translated, type);
    const gone = unusableOf(translated, type);
    // A client's own record says who replaced it; all others speak of whoever did.
    const idOf = type === 'Patient' ? ownIdOf : survivorOf;
    for (const table of TABLES[type]) {
      const replaced = table.rows === 'any' ? facts.map(({ id }) => id) : [];
      const outdated = [...gone, ...replaced].filter((id) => !first.has(id));
      await deleteRows(scoped, table.table, table.column, outdated);
      await writeTable(scoped, organizationId, table, facts, idOf);
    }
  }
  await assembleScores(scoped, organizationId, daysBefore, scoreDaysAmong(translated, survivorOf));
}

/** The days of which these records now speak: as `scoreDaysOf` finds them where they are written. */
function scoreDaysAmong(translated: readonly TranslatedRecord[], idOf: IdOf): ScoreDay[] {
  const facts = [
    ...factsOf(translated, 'Observation'),
    ...factsOf(translated, 'QuestionnaireResponse'),
  ];
  return facts.flatMap(({ facts: said }) =>
    said.kind === 'score'
      ? [{ client_id: idOf(said.client) ?? '', instrument: said.instrument, day: said.day }]
      : [],
  );
}

const idsOf = (records: readonly KeptRecord[]) => records.map(({ identityId }) => identityId);

async function writeTable(
  scoped: Scoped,
  organizationId: string,
  table: FactTable<ReadType>,
  facts: readonly Fact<ReadType>[],
  idOf: IdOf,
): Promise<void> {
  await upsertRows(
    scoped,
    table.table,
    ['organization_id', ...table.key],
    facts.flatMap((fact) =>
      table.of(fact, idOf).map((row) => ({ organization_id: organizationId, ...row })),
    ),
  );
}
