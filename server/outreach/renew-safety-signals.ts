import { sql } from 'kysely';
import type { Answers, InstrumentId } from '#domain/instruments/instrument';
import { ASK_OF_SAFETY, safetyAnswer } from '#domain/instruments/safety-answer';
import type { Medication } from '#domain/medication/medication';
import {
  answerSignals,
  deathSignals,
  medicationSignals,
  type SafetySignal,
} from '#domain/outreach/safety-signal';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';

/** The client whom a signal is about. */
type OfClient<T> = T & { clientId: string };

/** Clients of whom any of these records says something of safety, as what they say stands. */
export async function clientsWithSignals(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
): Promise<string[]> {
  if (recordIds.length === 0) return [];
  const named = sql`organization_id = ${organizationId} AND record_id = ANY(${recordIds}::uuid[])`;
  const { rows } = await sql<{ clientId: string }>`
    SELECT client_id AS "clientId" FROM score_report WHERE ${named} AND instrument = ANY(${ASK_OF_SAFETY}::text[])
     UNION
    SELECT client_id FROM medication_supply WHERE ${named} AND medication IS NOT NULL
     UNION
    -- What naltrexone is for.
    SELECT client_id FROM diagnosis WHERE ${named} AND substance = 'opioids'
     UNION
    SELECT client_id FROM reported_death WHERE ${named}
     UNION
    SELECT client_id FROM client_particulars
     WHERE organization_id = ${organizationId} AND client_id = ANY(${recordIds}::uuid[]) AND deceased`.execute(
    scoped,
  );
  return rows.map(({ clientId }) => clientId);
}

/** Clients with a signal that rests on any of these records. */
export async function clientsSignalled(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
): Promise<string[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await sql<{ clientId: string }>`
    SELECT DISTINCT client_id AS "clientId" FROM safety_signal
     WHERE organization_id = ${organizationId} AND record_ids && ${recordIds}::uuid[]`.execute(
    scoped,
  );
  return rows.map(({ clientId }) => clientId);
}

/** Works out anew what the records of these clients say of safety. */
export async function renewSafetySignals(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<void> {
  const asked = [...new Set(clientIds)];
  if (asked.length === 0) return;
  await sql`DELETE FROM safety_signal
             WHERE organization_id = ${organizationId} AND client_id = ANY(${asked}::uuid[])`.execute(
    scoped,
  );
  const signals = [
    ...(await answers(scoped, organizationId, asked)),
    ...(await supplies(scoped, organizationId, asked)),
    ...(await deaths(scoped, organizationId, asked)),
  ];
  const firstReceived = await firstReceipts(
    scoped,
    organizationId,
    signals.flatMap(({ recordIds }) => recordIds),
  );
  await upsertRows(
    scoped,
    'safety_signal',
    ['organization_id', 'client_id', 'key'],
    signals.map((signal) => ({
      organization_id: organizationId,
      client_id: signal.clientId,
      key: signal.key,
      rule: signal.rule,
      what: signal.what,
      evidence: signal.evidence,
      arose_on: signal.aroseOn,
      arose_at: signal.aroseAt === null ? null : new Date(signal.aroseAt).toISOString(),
      covered_from: signal.coveredFrom,
      known_at: signal.recordIds
        .map((id) => firstReceived.get(id) ?? '')
        .filter(Boolean)
        .sort()[0],
      record_ids: signal.recordIds,
    })),
  );
}

interface AnsweredRow {
  clientId: string;
  instrument: InstrumentId;
  day: string;
  at: string | null;
  answers: Answers;
  recordId: string;
}

/** Of each day the answers of all its records; as records stand those that say it themselves. */
async function answers(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<OfClient<SafetySignal>[]> {
  const { rows } = await sql<AnsweredRow>`
    SELECT r.client_id AS "clientId", r.instrument, r.day, r.at, r.answers, r.record_id AS "recordId"
      FROM score_report r
     WHERE r.organization_id = ${organizationId} AND r.client_id = ANY(${clientIds}::uuid[])
       AND r.instrument = ANY(${ASK_OF_SAFETY}::text[])
     ORDER BY r.at NULLS FIRST, r.record_id`.execute(scoped);
  const days = Map.groupBy(
    rows,
    ({ clientId, instrument, day }) => `${clientId} ${instrument} ${day}`,
  );
  return [...days.values()].flatMap((reports) => {
    const [first] = reports;
    if (!first) return [];
    const saying = reports.filter((report) => saysSo(report));
    const found = answerSignals([
      {
        instrument: first.instrument,
        day: first.day,
        at: latest(saying),
        answers: Object.assign({}, ...reports.map((report) => report.answers)) as Answers,
        recordIds: (saying.length > 0 ? saying : reports).map(({ recordId }) => recordId).sort(),
      },
    ]);
    return found.map((signal) => ({ ...signal, clientId: first.clientId }));
  });
}

function saysSo({ instrument, answers: given }: AnsweredRow): boolean {
  const said = safetyAnswer(instrument, given);
  return said !== null && 'answered' in said && said.answered;
}

const latest = (reports: readonly AnsweredRow[]): number | null => {
  const instants = reports.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  return instants.length > 0 ? Math.max(...instants) : null;
};

async function supplies(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<OfClient<SafetySignal>[]> {
  const { rows } = await sql<{
    clientId: string;
    recordId: string;
    medication: Medication | null;
    status: string;
    startsOn: string;
    endsOn: string | null;
    supplyEndsOn: string | null;
    opioidUse: boolean;
  }>`
    SELECT m.client_id AS "clientId", m.record_id AS "recordId", m.medication, m.status,
           m.starts_on AS "startsOn", m.ends_on AS "endsOn", m.supply_ends_on AS "supplyEndsOn",
           EXISTS (SELECT FROM diagnosis d WHERE d.organization_id = m.organization_id
                      AND d.client_id = m.client_id AND d.substance = 'opioids') AS "opioidUse"
      FROM medication_supply m
     WHERE m.organization_id = ${organizationId} AND m.client_id = ANY(${clientIds}::uuid[])
     ORDER BY m.starts_on, m.record_id`.execute(scoped);
  return [...Map.groupBy(rows, ({ clientId }) => clientId)].flatMap(([clientId, own]) =>
    medicationSignals(
      own.map((row) => ({ ...row, stopped: row.status === 'stopped' })),
      own.some(({ opioidUse }) => opioidUse),
    ).map((signal) => ({ ...signal, clientId })),
  );
}

async function deaths(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<OfClient<SafetySignal>[]> {
  const { rows } = await sql<{
    clientId: string;
    deceased: boolean;
    diedOn: string | null;
    bookings: string[];
  }>`
    SELECT c.id AS "clientId", coalesce(p.deceased, false) AS deceased, p.died_on AS "diedOn",
           coalesce((SELECT array_agg(d.record_id ORDER BY d.record_id) FROM reported_death d
                      WHERE d.organization_id = c.organization_id AND d.client_id = c.id), '{}') AS bookings
      FROM client c
      LEFT JOIN client_particulars p ON p.organization_id = c.organization_id AND p.client_id = c.id
     WHERE c.organization_id = ${organizationId} AND c.id = ANY(${clientIds}::uuid[])`.execute(
    scoped,
  );
  const records = rows.map((row) => ({
    ...row,
    recordIds: [...(row.deceased ? [row.clientId] : []), ...row.bookings],
  }));
  const received = await firstReceipts(
    scoped,
    organizationId,
    records.flatMap(({ recordIds }) => recordIds),
  );
  return records.flatMap(({ clientId, deceased, diedOn, recordIds }) => {
    const first =
      recordIds
        .map((id) => received.get(id) ?? '')
        .filter(Boolean)
        .sort()[0] ?? '';
    return deathSignals({ deceased, diedOn, recordIds, reportedOn: first.slice(0, 10) }).map(
      (signal) => ({ ...signal, clientId }),
    );
  });
}

/** When each record first came, by id: the same however often it comes again. */
async function firstReceipts(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
): Promise<Map<string, string>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; at: string }>`
    SELECT identity_id AS id, min(received_at) AS at FROM source_record
     WHERE organization_id = ${organizationId} AND identity_id = ANY(${recordIds}::uuid[])
     GROUP BY identity_id`.execute(scoped);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
