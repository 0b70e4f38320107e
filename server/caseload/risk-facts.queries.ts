import { sql } from 'kysely';
import { addDays, type Day, localTime } from '#domain/calendar/calendar-day';
import type { MissFacts, RecordedFact, RiskFacts } from '#domain/caseload/risk-facts.contract';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

interface FactsRow {
  clientId: string;
  substances: (RecordedFact & { name: string; inRemission: boolean })[] | null;
  medications: (RecordedFact & { medication: string })[] | null;
  overdose: RecordedFact | null;
  hold: RecordedFact | null;
  detox: { recordId: string; answeredOn: Day; given: string[] } | null;
  naloxone: RecordedFact | null;
}

/** What matters for risk when a client did not come; `null` when their record is out of reach. */
export async function findRiskFacts(
  scoped: Scoped,
  reader: Pick<Reader, 'organizationId'>,
  clientId: string,
  asOf: Date,
): Promise<RiskFacts | null> {
  const [row] = await findFacts(scoped, reader, [clientId], asOf);
  if (!row) return null;
  return {
    asOf: asOf.toISOString(),
    clientId,
    substances: (row.substances ?? []).map(({ words, on, recordId }) => ({ words, on, recordId })),
    medications: lastOfEach(row.medications ?? []).map(({ words, on, recordId }) => ({
      words,
      on,
      recordId,
    })),
    overdose: row.overdose,
    release: releaseOf(row),
    naloxone: row.naloxone,
  };
}

/** The same of many, as short as their rows say it. */
export async function findMissFacts(
  scoped: Scoped,
  reader: Pick<Reader, 'organizationId'>,
  clientIds: readonly string[],
  asOf: Date,
): Promise<Map<string, MissFacts>> {
  if (clientIds.length === 0) return new Map();
  const rows = await findFacts(scoped, reader, clientIds, asOf);
  return new Map(rows.map((row) => [row.clientId, missFactsOf(row)]));
}

async function findFacts(
  scoped: Scoped,
  { organizationId }: Pick<Reader, 'organizationId'>,
  clientIds: readonly string[],
  asOf: Date,
): Promise<FactsRow[]> {
  const { day: today } = localTime(asOf.getTime(), OWN_TIME_ZONE);
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = p.client_id`;
  const isHeld = sql`coalesce(d.verification, '') NOT IN ('refuted', 'entered-in-error')`;
  // The particulars, not the name: a roster shows names of clients whose record is out of reach.
  const { rows } = await sql<FactsRow>`
    SELECT p.client_id AS "clientId",
           (SELECT json_agg(json_build_object('words', d.words, 'on', coalesce(d.recorded_on, d.onset_on), 'recordId', d.record_id,
                                              'name', d.substance, 'inRemission', d.in_remission)
                            ORDER BY d.in_remission, coalesce(d.recorded_on, d.onset_on) DESC, d.record_id)
              FROM diagnosis d WHERE ${own('d')} AND d.kind = 'substance-use' AND ${isHeld}
               AND coalesce(d.substance, '') <> 'nicotine' AND coalesce(d.recorded_on, ${today}::date) <= ${today}::date) AS substances,
           (SELECT json_agg(json_build_object('words', m.words, 'on', coalesce(m.supply_ends_on, m.ends_on), 'recordId', m.record_id,
                                              'medication', m.medication)
                            ORDER BY coalesce(m.supply_ends_on, m.ends_on) DESC NULLS FIRST, m.record_id)
              FROM medication_supply m WHERE ${own('m')} AND m.status = 'active' AND m.starts_on <= ${today}::date
               AND m.medication IS NOT NULL AND m.medication <> 'naloxone') AS medications,
           (SELECT json_build_object('words', d.words, 'on', coalesce(d.onset_on, d.recorded_on), 'recordId', d.record_id)
              FROM diagnosis d WHERE ${own('d')} AND d.kind = 'overdose' AND ${isHeld}
               AND coalesce(d.onset_on, d.recorded_on, ${today}::date) <= ${today}::date
             ORDER BY coalesce(d.onset_on, d.recorded_on) DESC NULLS LAST, d.record_id LIMIT 1) AS overdose,
           (SELECT json_build_object('words', coalesce(f.words, 'On hold'), 'on', h.ends_on, 'recordId', coalesce(f.record_id, h.episode_id))
              FROM episode_hold h
              LEFT JOIN LATERAL (
                SELECT f.record_id, f.words FROM client_flag f
                 WHERE ${own('f')} AND f.category = 'admin' AND f.starts_on BETWEEN h.starts_on AND h.starts_on + 1
                 ORDER BY f.starts_on, f.record_id LIMIT 1) f ON true
             WHERE ${own('h')} AND h.ends_on <= ${today}::date ORDER BY h.ends_on DESC LIMIT 1) AS hold,
           (SELECT json_build_object('recordId', q.record_id, 'answeredOn', q.answered_on, 'given', q.given)
              FROM admission_answer q WHERE ${own('q')} AND q.question = 'DAYS_SINCE_DETOX' AND q.moment = 'admission'
               AND q.answered_on <= ${today}::date
             ORDER BY q.answered_on DESC, q.record_id LIMIT 1) AS detox,
           (SELECT json_build_object('words', m.words, 'on', m.starts_on, 'recordId', m.record_id)
              FROM medication_supply m WHERE ${own('m')} AND m.medication = 'naloxone' AND m.starts_on <= ${today}::date
             ORDER BY m.starts_on DESC, m.record_id LIMIT 1) AS naloxone
      FROM client_particulars p
     WHERE p.organization_id = ${organizationId} AND p.client_id = ANY(${clientIds}::uuid[])`.execute(
    scoped,
  );
  return rows;
}

function missFactsOf(row: FactsRow): MissFacts {
  // Two diagnoses of one substance are one substance, in remission only if both are.
  const substances = new Map<string, boolean>();
  for (const { name, inRemission } of row.substances ?? [])
    substances.set(name, inRemission && (substances.get(name) ?? true));
  const dated = (fact: RecordedFact | null) => fact && { words: fact.words, on: fact.on };
  return {
    substances: [...substances].map(([name, inRemission]) => ({ name, inRemission })),
    medications: lastOfEach(row.medications ?? []).map(({ medication, on }) => ({
      words: medication,
      on,
    })),
    overdose: dated(row.overdose),
    release: dated(releaseOf(row)),
    naloxone: dated(row.naloxone),
  };
}

const releaseOf = ({ hold, detox }: FactsRow): RecordedFact | null =>
  latest([hold, detoxOf(detox)]);

/** Of each medication the supply that lasts longest; they come in that order. */
const lastOfEach = (
  supplies: NonNullable<FactsRow['medications']>,
): NonNullable<FactsRow['medications']> => [
  ...new Map(supplies.toReversed().map((supply) => [supply.medication, supply] as const)).values(),
];

/** 'Days since detox', asked at admission, is a day. */
function detoxOf(detox: FactsRow['detox']): RecordedFact | null {
  const days = Number(detox?.given[0]);
  if (!detox || !Number.isInteger(days) || days < 0) return null;
  return { words: 'Detox', on: addDays(detox.answeredOn, -days), recordId: detox.recordId };
}

const latest = (facts: readonly (RecordedFact | null)[]): RecordedFact | null =>
  facts
    .filter((fact) => fact !== null)
    .toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))[0] ?? null;
