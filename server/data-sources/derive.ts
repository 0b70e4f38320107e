import { sql } from 'kysely';
import { deriveReach, everyClient } from '../access/reach.ts';
import { changeAttendance, episodesAlone } from '../attendance/change-attendance.ts';
import { loadSites } from '../attendance/sites.ts';
import { writeEncounters } from '../attendance/write-encounters.ts';
import type { Scoped } from '../database/database.ts';
import { deleteRows } from '../database/rows.ts';
import {
  clientsSignalled,
  clientsWithSignals,
  renewSafetySignals,
} from '../outreach/renew-safety-signals.ts';
import { bookingsOf, encounterRowOf, heldElsewhere } from './attendance-facts.ts';
import { withoutRepeats } from './batches.ts';
import { entriesFollowMerges } from './entries-follow-merges.ts';
import { noteHeldBack } from './held-back.ts';
import { byKey, type Identities, keyOf, type KnownIds } from './identities.ts';
import { renewInferredEpisodes } from './inferred-episodes.ts';
import { mergesWith, recordsNaming, type Survivors, underSurvivors } from './merged-clients.ts';
import {
  concernedBy,
  type ReferenceState,
  referenceState,
  serviceKinds,
} from './reference-changes.ts';
import { clientsSpokenOf, mayHaveSpoken } from './safety-facts.ts';
import { type KeptRecord, newestRecords, type Source } from './source-records.ts';
import {
  factsOf,
  refsOfFacts,
  type Translated,
  translateRecords,
  type TranslatedRecord,
  unusableOf,
} from './translate-records.ts';
import { writeFacts } from './write-facts.ts';

export interface Derived {
  /** Clients of whom something changed. */
  clientIds: string[];
  heldBack: number;
}

/**
 * Brings every derived table up to date with these records, which come in the order received, and
 * whose references `ids` has met.
 */
export async function derive(
  scoped: Scoped,
  source: Source,
  records: readonly KeptRecord[],
  ids: Identities,
): Promise<Derived> {
  const clientIds = new Set<string>();
  let heldBack = 0;
  for (const batch of withoutRepeats(records)) {
    const derived = await deriveBatch(scoped, source, batch, ids);
    derived.clientIds.forEach((id) => clientIds.add(id));
    heldBack += derived.heldBack;
  }
  return { clientIds: [...clientIds], heldBack };
}

async function deriveBatch(
  scoped: Scoped,
  source: Source,
  records: readonly KeptRecord[],
  ownIds: Identities,
): Promise<Derived> {
  const { organizationId } = source;
  const reference = hasReferenceData(records) ? await referenceState(scoped, organizationId) : null;
  const received = translateRecords(records);
  const heldBack = await noteHeldBack(scoped, source, received);
  const { survivors, changed, concerned } = await mergesWith(scoped, source, received, ownIds);
  // What speaks of a client who was merged, or parted again, is taken in once more with the rest.
  const moved = translateRecords(await recordsNaming(scoped, source, changed, records));
  const translated = [...received, ...moved];
  await meetRefs(scoped, source, moved, ownIds);
  const formerClientIds = await clientsToldOf(scoped, organizationId, translated);
  const formerReferredIds = await clientsReferred(scoped, organizationId, translated);
  // What was never received before has said nothing until now: of a first read that is everything.
  const knownIds = translated.flatMap(({ record }) => (record.isFirst ? [] : [record.identityId]));
  const signalledBefore = [
    ...(await clientsWithSignals(scoped, organizationId, mayHaveSpoken(translated))),
    ...(await clientsSignalled(scoped, organizationId, knownIds)),
  ];
  const ids = underSurvivors(ownIds, survivors);
  await writeFacts(scoped, organizationId, translated, ownIds, survivors);
  await entriesFollowMerges(scoped, organizationId, changed, survivors);
  await renewSafetySignals(scoped, organizationId, [
    ...signalledBefore,
    ...clientsSpokenOf(translated, ids),
    ...concerned,
  ]);
  const teams = translated.filter(({ type }) => type === 'CareTeam');
  const episodeClientIds = [
    ...formerClientIds,
    ...factsOf(translated, 'EpisodeOfCare').flatMap(
      ({ facts }) => ids.get(keyOf(facts.client)) ?? [],
    ),
    ...concerned,
  ];
  const again = reference
    ? await lookAgain(scoped, source, reference, records)
    : { translated: [], unitIds: [] };
  const all = [...translated, ...again.translated];
  await meetRefs(scoped, source, again.translated, ownIds);
  const encounters = factsOf(all, 'Encounter').map((fact) => encounterRowOf(fact, ids));
  const noEncounters = unusableOf(all, 'Encounter');
  await deleteRows(scoped, 'encounter', 'id', noEncounters);
  await writeEncounters(scoped, organizationId, encounters);

  const kinds = await serviceKinds(scoped, organizationId);
  const sites = await loadSites(scoped, organizationId);
  const attendanceClients = await changeAttendance(
    scoped,
    organizationId,
    {
      bookings: factsOf(all, 'Appointment').flatMap((fact) =>
        bookingsOf(fact, ownIds, survivors, kinds),
      ),
      unusableIds: [...unusableOf(all, 'Appointment'), ...heldElsewhere(all), ...noEncounters],
      unusableClientIds: clientsOfUnusable(all, survivors),
      firstIds: new Set(
        records.filter(({ isFirst }) => isFirst).map(({ identityId }) => identityId),
      ),
      noPresenceIds: noEncounters,
      presences: encounters.map(({ id, clientId, appointmentIds, startedAt }) => ({
        id,
        client_id: clientId,
        appointment_ids: appointmentIds,
        started_at: startedAt,
      })),
      episodeClientIds,
      unitIds: again.unitIds,
    },
    sites,
  );
  const inferredClientIds = await renewInferredEpisodes(
    scoped,
    source,
    [...attendanceClients, ...episodeClientIds, ...clientsOf(teams, ids)],
    ownIds,
  );
  await changeAttendance(scoped, organizationId, episodesAlone(inferredClientIds), sites);
  // A team that changed may change who supervises anybody.
  const teamsChanged = teams.length > 0;
  await deriveReach(
    scoped,
    organizationId,
    [
      ...episodeClientIds,
      ...inferredClientIds,
      ...formerReferredIds,
      ...clientsOf(requestsAmong(translated), ids),
      ...(teamsChanged ? await everyClient(scoped, organizationId) : []),
    ],
    survivors,
  );

  return {
    clientIds: [
      ...attendanceClients,
      ...formerClientIds,
      ...inferredClientIds,
      ...clientsOf(translated, ids),
    ],
    heldBack,
  };
}

/** Whose the episodes and care teams among these were until now: what is gone or another's takes them along. */
async function clientsToldOf(
  scoped: Scoped,
  organizationId: string,
  translated: readonly TranslatedRecord[],
): Promise<string[]> {
  const ids = translated
    .filter(({ type }) => type === 'EpisodeOfCare' || type === 'CareTeam')
    .map(({ record }) => record.identityId);
  if (ids.length === 0) return [];
  const { rows } = await sql<{ client_id: string }>`
    SELECT client_id FROM episode
     WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[])
     UNION
    SELECT client_id FROM client_counselor
     WHERE organization_id = ${organizationId} AND record_id = ANY(${ids}::uuid[])`.execute(scoped);
  return rows.map(({ client_id }) => client_id);
}

/** Whom the referrals among these were of until now. */
async function clientsReferred(
  scoped: Scoped,
  organizationId: string,
  translated: readonly TranslatedRecord[],
): Promise<string[]> {
  const ids = requestsAmong(translated).map(({ record }) => record.identityId);
  if (ids.length === 0) return [];
  const { rows } = await sql<{ client_id: string }>`
    SELECT DISTINCT client_id FROM referral
     WHERE organization_id = ${organizationId} AND record_id = ANY(${ids}::uuid[])`.execute(scoped);
  return rows.map(({ client_id }) => client_id);
}

const requestsAmong = (translated: readonly TranslatedRecord[]): readonly TranslatedRecord[] =>
  translated.filter(({ type }) => type === 'ServiceRequest');

/** Whom appointments that cannot be used speak of. */
const clientsOfUnusable = (
  translated: readonly TranslatedRecord[],
  survivors: Survivors,
): string[] =>
  translated.flatMap(({ type, record, translation }) =>
    type === 'Appointment' && !('use' in translation)
      ? record.clientIds.map((id) => survivors.get(id) ?? id)
      : [],
  );

/** The clients whom facts are about. */
const clientsOf = (translated: readonly TranslatedRecord[], ids: KnownIds): string[] =>
  translated.flatMap(({ record, type, translation }) => {
    if (!('use' in translation)) return [];
    if (type === 'Patient') return [record.identityId];
    const client = 'client' in translation.use ? translation.use.client : null;
    return client ? (ids.get(keyOf(client)) ?? []) : [];
  });

/** Meets whatever records refer to that did not just arrive. */
export const meetRefs = (
  scoped: Scoped,
  source: Source,
  translated: readonly Translated[],
  ids: Identities,
) => ids.meet(scoped, source, byKey(translated.flatMap(refsOfFacts)));

const hasReferenceData = (records: readonly KeptRecord[]) =>
  records.some(({ type }) => type === 'Location' || type === 'HealthcareService');

/** Appointments and encounters whose site or service changed are translated again. */
async function lookAgain(
  scoped: Scoped,
  source: Source,
  reference: ReferenceState,
  batch: readonly KeptRecord[],
) {
  const { recordIds, unitIds } = await concernedBy(scoped, source.organizationId, reference);
  const records = recordIds.length > 0 ? await newestRecords(scoped, source, recordIds, batch) : [];
  return { translated: translateRecords(records), unitIds };
}
