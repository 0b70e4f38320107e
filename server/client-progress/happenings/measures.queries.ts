import { sql } from 'kysely';
import { calendarDayInWords } from '#domain/calendar/calendar-day-in-words';
import { resultInWords, isUnexpected } from '#domain/caseload/drug-test-flags';
import { type CollectedReport, specimensOf } from '#domain/drug-tests/specimens';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import type { Medication } from '#domain/medication/medication';
import { prescribedOn } from '#domain/medication/supply';
import type { Scoped } from '../../database/database.ts';
import { type AskedOf, happened, type Happened } from './happened.ts';

interface ScoreRow {
  instrument: InstrumentId;
  day: string;
  total: number | null;
  subscales: Record<string, number | null>;
  recordIds: string[];
}

interface SupplyRow {
  recordId: string;
  medication: Medication | null;
  words: string;
  startsOn: string;
  endsOn: string | null;
  supplyEndsOn: string | null;
}

interface Row {
  scores: ScoreRow[] | null;
  reports: CollectedReport[] | null;
  supplies: SupplyRow[] | null;
}

/** Scores, drug tests and what was prescribed, of all the time that the record tells of. */
export async function findMeasured(
  scoped: Scoped,
  { organizationId, clientId, today }: AskedOf,
): Promise<Happened[]> {
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${clientId}`;
  const { rows } = await sql<Row>`
    SELECT (SELECT json_agg(json_build_object('instrument', s.instrument, 'day', s.day, 'total', s.total, 'subscales', s.subscales,
                     'recordIds', s.record_ids)) FROM score s WHERE ${own('s')} AND s.day <= ${today}::date) AS scores,
           (SELECT json_agg(json_build_object('recordId', t.record_id, 'collectedAt', coalesce(t.collected_at::text, t.collected_on::text),
                     'collectedOn', t.collected_on, 'state', t.state, 'findings', t.findings, 'creatinine', t.creatinine,
                     'specificGravity', t.specific_gravity, 'confirmsAll', t.confirms_all, 'memberIds', t.member_ids,
                     'isTest', t.is_test) ORDER BY t.collected_on, t.record_id)
              FROM drug_test_report t WHERE ${own('t')} AND t.collected_on <= ${today}::date) AS reports,
           (SELECT json_agg(json_build_object('recordId', m.record_id, 'medication', m.medication, 'words', m.words,
                     'startsOn', m.starts_on, 'endsOn', m.ends_on, 'supplyEndsOn', m.supply_ends_on))
              FROM medication_supply m WHERE ${own('m')} AND m.starts_on <= ${today}::date) AS supplies`.execute(
    scoped,
  );
  const { scores, reports, supplies } = rows[0] ?? { scores: null, reports: null, supplies: null };
  const specimens = specimensOf(reports ?? [], (day) => prescribedOn(day, supplies ?? []));
  return [
    ...(scores ?? []).map(scoreHappened),
    ...specimens.map((specimen) => {
      const unexpected = specimen.results.filter(isUnexpected).map(resultInWords);
      const [recordId = null] = specimen.recordIds;
      return happened({
        id: `drug-test:${recordId}`,
        kind: 'drug-test',
        on: specimen.collectedOn,
        what: 'Drug test',
        detail:
          specimen.state !== 'reported'
            ? specimen.state
            : unexpected.length > 0
              ? `unexpected: ${unexpected.join(', ')}`
              : 'as expected',
        recordId,
      });
    }),
    ...(supplies ?? []).map(({ recordId, words, startsOn, endsOn, supplyEndsOn }) => {
      const last = supplyEndsOn ?? endsOn;
      return happened({
        id: `medication:${recordId}`,
        kind: 'medication',
        on: startsOn,
        what: words,
        detail: last === null ? 'end unknown' : `to ${calendarDayInWords(last, today)}`,
        recordId,
      });
    }),
  ];
}

function scoreHappened({ instrument: id, day, total, subscales, recordIds }: ScoreRow): Happened {
  const { name, subscales: known } = instrument(id);
  const parts = known.flatMap((one) => {
    const value = subscales[one.id] ?? null;
    return value === null ? [] : [`${one.name} ${value}`];
  });
  return happened({
    id: `score:${id}:${day}`,
    kind: 'score',
    on: day,
    what: name,
    detail: total === null ? parts.join(', ') || 'no total' : `${total}`,
    recordId: recordIds[0] ?? null,
  });
}
