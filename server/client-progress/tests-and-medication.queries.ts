import { sql } from 'kysely';
import { localTime } from '#domain/calendar/calendar-day';
import { supplyGaps } from '#domain/client-progress/supply-gaps';
import type {
  ClientMedication,
  ClientSpecimen,
  ClientSupply,
} from '#domain/client-progress/tests-and-medication.contract';
import { type CollectedReport, specimensOf } from '#domain/drug-tests/specimens';
import type { Medication } from '#domain/medication/medication';
import { prescribedOn } from '#domain/medication/supply';
import type { Scoped } from '../database/database.ts';
import type { SessionRead } from './client-sessions.queries.ts';
import type { ShownEpisode } from './shown-episode.ts';

interface SupplyRow extends ClientSupply {
  medication: Medication | null;
}

interface Row {
  reports: CollectedReport[] | null;
  supplies: SupplyRow[] | null;
}

/** Prescriptions this long over may still explain a test, or be what is in hand at admission. */
const DAYS_BACK = 30;

/** Drug tests of an episode beside what was prescribed, what was in hand, and visits to who prescribes. */
export async function findTestsAndMedication(
  scoped: Scoped,
  organizationId: string,
  { clientId, admittedOn, lastDay, today, timeZone }: ShownEpisode,
  sessions: readonly SessionRead[],
): Promise<{ specimens: ClientSpecimen[]; medication: ClientMedication }> {
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${clientId}`;
  const { rows } = await sql<Row>`
    SELECT (SELECT json_agg(json_build_object('recordId', t.record_id, 'collectedAt', coalesce(t.collected_at::text, t.collected_on::text),
                     'collectedOn', t.collected_on, 'state', t.state, 'findings', t.findings, 'creatinine', t.creatinine,
                     'specificGravity', t.specific_gravity, 'confirmsAll', t.confirms_all, 'memberIds', t.member_ids,
                     'isTest', t.is_test) ORDER BY t.collected_on, t.record_id)
              FROM drug_test_report t
             WHERE ${own('t')} AND t.collected_on BETWEEN ${admittedOn}::date AND ${lastDay}::date) AS reports,
           (SELECT json_agg(json_build_object('recordId', m.record_id, 'medication', m.medication, 'words', m.words,
                     'dosage', m.dosage, 'status', m.status, 'startsOn', m.starts_on, 'endsOn', m.ends_on,
                     'supplyEndsOn', m.supply_ends_on) ORDER BY m.starts_on, m.record_id)
              FROM medication_supply m
             WHERE ${own('m')} AND m.starts_on <= ${lastDay}::date
               AND (m.medication = 'naloxone' OR coalesce(m.supply_ends_on, m.ends_on) IS NULL
                 OR coalesce(m.supply_ends_on, m.ends_on) >= ${admittedOn}::date - ${DAYS_BACK}::int)) AS supplies`.execute(
    scoped,
  );
  const { reports, supplies } = rows[0] ?? { reports: null, supplies: null };
  const known = supplies ?? [];
  return {
    specimens: specimensOf(reports ?? [], (day) => prescribedOn(day, known))
      .map(({ collectedOn, state, results, recordIds }) => ({
        collectedOn,
        state,
        results,
        recordIds,
      }))
      .reverse(),
    medication: {
      supplies: known,
      gaps: supplyGaps(
        known.map((supply) => ({ ...supply, inForce: supply.status === 'active' })),
        admittedOn,
        lastDay,
      ),
      visits: sessions
        .filter(({ withPrescriber, waitlisted }) => withPrescriber && !waitlisted)
        .filter(({ startsAt }) => localTime(Date.parse(startsAt), timeZone).day >= admittedOn)
        .map(({ recordId, startsAt, status }) => ({ recordId, startsAt, status }))
        .reverse(),
      naloxoneOn: known
        .filter(({ medication, startsOn }) => medication === 'naloxone' && startsOn <= today)
        .map(({ startsOn }) => startsOn)
        .reduce<string | null>((last, day) => (last !== null && last > day ? last : day), null),
    },
  };
}
