import { deriveReach, everyClient } from '../access/reach.ts';
import { changeAttendance } from '../attendance/change-attendance.ts';
import { loadSites } from '../attendance/sites.ts';
import { writeEncounters } from '../attendance/write-encounters.ts';
import type { Scoped } from '../database/database.ts';
import { deleteRows } from '../database/rows.ts';
import { bookingsOf, encounterRowOf, heldElsewhere, sessionRefOf } from './attendance-facts.ts';
import { withoutRepeats } from './batches.ts';
import { noteHeldBack } from './held-back.ts';
import { type Identities, identify, keyOf } from './identities.ts';
import { mergesWith, recordsNaming, underSurvivors } from './merged-clients.ts';
import {
  concernedBy,
  type ReferenceState,
  referenceState,
  serviceKinds,
} from './reference-changes.ts';
import { refsIn } from './refs-in.ts';
import { type KeptRecord, newestRecords, type Source } from './source-records.ts';
import {
  factsOf,
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

/** Brings every derived table up to date with these records, which come in the order received. */
export async function derive(
  scoped: Scoped,
  source: Source,
  records: readonly KeptRecord[],
  known?: Identities,
): Promise<Derived> {
  const clientIds = new Set<string>();
  let heldBack = 0;
  for (const batch of withoutRepeats(records)) {
    const derived = await deriveBatch(scoped, source, batch, known);
    derived.clientIds.forEach((id) => clientIds.add(id));
    heldBack += derived.heldBack;
  }
  return { clientIds: [...clientIds], heldBack };
}

async function deriveBatch(
  scoped: Scoped,
  source: Source,
  records: readonly KeptRecord[],
  known: Identities | undefined,
): Promise<Derived> {
  const { organizationId } = source;
  const reference = hasReferenceData(records) ? await referenceState(scoped, organizationId) : null;
  const received = translateRecords(records);
  const heldBack = await noteHeldBack(scoped, organizationId, received);
  const receivedIds = await identifyFacts(scoped, source, received, known);
  const { survivors, changed, concerned } = await mergesWith(scoped, source, received, receivedIds);
  // What speaks of a client who was merged, or parted again, is taken in once more with the rest.
  const moved = translateRecords(await recordsNaming(scoped, source, changed, records));
  const translated = [...received, ...moved];
  const ownIds = await identifyFacts(scoped, source, moved, receivedIds);
  await writeFacts(scoped, organizationId, translated, ownIds, survivors);
  const ids = underSurvivors(ownIds, survivors);

  const episodeClientIds = [
    ...factsOf(translated, 'EpisodeOfCare').flatMap(
      ({ facts }) => ids.get(keyOf(facts.client)) ?? [],
    ),
    ...concerned,
  ];
  const again = reference
    ? await lookAgain(scoped, source, reference)
    : { translated: [], unitIds: [] };
  const all = [...translated, ...again.translated];
  const allOwnIds = await identifyFacts(scoped, source, again.translated, ownIds);
  const allIds = underSurvivors(allOwnIds, survivors);
  const encounters = factsOf(all, 'Encounter').map((fact) => encounterRowOf(fact, allIds));
  const noEncounters = unusableOf(all, 'Encounter');
  await deleteRows(scoped, 'encounter', 'id', noEncounters);
  await writeEncounters(scoped, organizationId, encounters);

  const kinds = await serviceKinds(scoped, organizationId);
  const attendanceClients = await changeAttendance(
    scoped,
    organizationId,
    {
      bookings: factsOf(all, 'Appointment').flatMap((fact) =>
        bookingsOf(fact, allOwnIds, survivors, kinds),
      ),
      unusableIds: [...unusableOf(all, 'Appointment'), ...heldElsewhere(all), ...noEncounters],
      encounterIds: [...encounters.map(({ id }) => id), ...noEncounters],
      namedIds: encounters.flatMap(({ appointmentIds }) => appointmentIds),
      episodeClientIds,
      unitIds: again.unitIds,
    },
    await loadSites(scoped, organizationId),
  );
  // A team that changed may change who supervises anybody.
  const teamsChanged = translated.some(({ type }) => type === 'CareTeam');
  await deriveReach(
    scoped,
    organizationId,
    teamsChanged ? await everyClient(scoped, organizationId) : episodeClientIds,
    survivors,
  );

  return {
    clientIds: [...attendanceClients, ...clientsOf(translated, ids)],
    heldBack,
  };
}

/** The clients whom facts are about. */
const clientsOf = (translated: readonly TranslatedRecord[], ids: Identities): string[] =>
  translated.flatMap(({ record, type, translation }) => {
    if (!('use' in translation)) return [];
    if (type === 'Patient') return [record.identityId];
    return 'client' in translation.use ? (ids.get(keyOf(translation.use.client)) ?? []) : [];
  });

const identifyFacts = (
  scoped: Scoped,
  source: Source,
  translated: readonly TranslatedRecord[],
  known: Identities | undefined,
) =>
  identify(
    scoped,
    source,
    [
      ...translated.flatMap(({ translation }) =>
        'use' in translation ? refsIn(translation.use) : [],
      ),
      ...factsOf(translated, 'Appointment').map(({ facts }) => sessionRefOf(facts)),
    ],
    known,
  );

const hasReferenceData = (records: readonly KeptRecord[]) =>
  records.some(({ type }) => type === 'Location' || type === 'HealthcareService');

/** Appointments and encounters whose site or service changed are translated again. */
async function lookAgain(scoped: Scoped, source: Source, reference: ReferenceState) {
  const { recordIds, unitIds } = await concernedBy(scoped, source.organizationId, reference);
  const records = recordIds.length > 0 ? await newestRecords(scoped, source, recordIds) : [];
  return { translated: translateRecords(records), unitIds };
}
