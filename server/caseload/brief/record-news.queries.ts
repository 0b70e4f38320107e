import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import { isUnexpected } from '#domain/caseload/drug-test-flags';
import { type CollectedReport, specimensOf } from '#domain/drug-tests/specimens';
import { INSTRUMENTS } from '#domain/instruments/instruments';
import { changeOf } from '#domain/instruments/reliable-change';
import { prescribedOn, type Supply } from '#domain/medication/supply';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { currentPlan, type PlanRecord, planRecord } from '../current-plan.ts';
import { type Asked, continues, handedOver } from '../clinical-facts.queries.ts';

/** What was recorded of a client since a moment, beside their sessions. */
export interface RecordNews {
  episodeId: string;
  /** Came to this counselor. */
  assigned: 'admitted' | 'handed over' | null;
  /** 'phase 1 to 2', 'level 2.5 to 2.1'. */
  moved: string | null;
  scores: { count: number; worse: number; better: number };
  specimens: { count: number; unexpected: number };
}

interface NewsRow extends PlanRecord {
  episodeId: string;
  today: Day;
  admittedOn: Day;
  admissionKnownAt: string | null;
  continues: boolean;
  handedOverAt: string | null;
  levelBefore: string | null;
  level: string | null;
  scores: [instrument: string, total: number | null, before: number | null][] | null;
  reports: (CollectedReport & { isNew: boolean })[] | null;
  supplies: Supply[] | null;
}

/** A result that arrives later than this after its day is no news of today. */
const DAYS_BACK = 30;

/**
 * What was recorded since a moment, of many clients: known by when the source last changed the record,
 * or by when it came where the source does not say. Days without a time are news from the day after
 * `since` on, and on its own day where the record was made after that moment.
 */
export async function findRecordNews(
  scoped: Scoped,
  { organizationId }: Reader,
  asked: readonly Asked[],
  sinceDay: Day,
  since: Date,
  asOf: Date,
): Promise<Map<string, RecordNews>> {
  const from = sql`${since.toISOString()}::timestamptz`;
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = l.client_id`;
  const knownAt = (id: RawBuilder<unknown>) => sql`(
        SELECT min(coalesce(r.last_updated, r.received_at)) FROM source_record r
         WHERE r.organization_id = ${organizationId} AND r.identity_id = ${id})`;
  const isNew = (id: RawBuilder<unknown>) =>
    sql`(${knownAt(id)} > ${from} AND ${knownAt(id)} <= ${at})`;
  const { rows } = await sql<NewsRow>`
    SELECT l.episode_id AS "episodeId", l.today, l.admitted_on AS "admittedOn", ${knownAt(sql`l.episode_id`)} AS "admissionKnownAt",
           ${continues(organizationId)} AS continues, handed.at AS "handedOverAt", before.level_code AS "levelBefore",
           episode.level_code AS level, plan.phases, plan.changes, scores.scores, tests.reports, rx.supplies
      FROM unnest(${asked.map(({ clientId }) => clientId)}::uuid[], ${asked.map(({ episodeId }) => episodeId)}::uuid[],
                  ${asked.map(({ counselorId }) => counselorId)}::uuid[],
                  ${asked.map(({ admittedOn }) => admittedOn)}::date[], ${asked.map(({ today }) => today)}::date[])
           AS l(client_id, episode_id, counselor_id, admitted_on, today)
      JOIN episode ON episode.organization_id = ${organizationId} AND episode.id = l.episode_id
      LEFT JOIN LATERAL (${handedOver(organizationId, at, from)}) handed ON true
      LEFT JOIN LATERAL (
        SELECT e.level_code FROM episode e
         WHERE ${own('e')} AND e.id <> l.episode_id AND e.ended_on BETWEEN l.admitted_on - 7 AND l.admitted_on + 1
         ORDER BY e.ended_on DESC, e.id LIMIT 1) before ON true
     CROSS JOIN LATERAL (${planRecord(organizationId, sql`l.client_id`, sql`l.episode_id`, asOf)}) plan
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(s.instrument, s.total, s.before)) AS scores
          FROM (SELECT s.instrument, s.day, s.total, s.record_ids,
                       lag(s.total) OVER (PARTITION BY s.instrument, s.total IS NULL ORDER BY s.day) AS before
                  FROM score s WHERE ${own('s')} AND s.day BETWEEN l.admitted_on AND l.today) s
         WHERE s.day > ${sinceDay}::date - ${DAYS_BACK}::int
           AND EXISTS (SELECT FROM unnest(s.record_ids) AS record(id) WHERE ${isNew(sql`record.id`)})) scores ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', t.record_id, 'collectedAt', coalesce(t.collected_at::text, t.collected_on::text),
                 'collectedOn', t.collected_on, 'state', t.state, 'findings', t.findings, 'creatinine', t.creatinine,
                 'specificGravity', t.specific_gravity, 'confirmsAll', t.confirms_all, 'memberIds', t.member_ids,
                 'isTest', t.is_test, 'isNew', ${isNew(sql`t.record_id`)}) ORDER BY t.collected_on, t.record_id) AS reports
          FROM drug_test_report t
         WHERE ${own('t')} AND t.collected_on BETWEEN ${sinceDay}::date - ${DAYS_BACK}::int AND l.today) tests ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('medication', m.medication, 'startsOn', m.starts_on, 'endsOn', m.ends_on,
                                          'supplyEndsOn', m.supply_ends_on)) AS supplies
          FROM medication_supply m
         WHERE tests.reports IS NOT NULL AND ${own('m')} AND m.medication IS NOT NULL) rx ON true`.execute(
    scoped,
  );
  return new Map(rows.map((row) => [row.episodeId, newsOf(row, sinceDay, since)]));
}

function newsOf(row: NewsRow, sinceDay: Day, since: Date): RecordNews {
  const { admittedOn, admissionKnownAt, level, levelBefore } = row;
  const phase = phaseBegun(row, sinceDay);
  const admittedSince =
    admittedOn > sinceDay ||
    (admittedOn === sinceDay &&
      admissionKnownAt !== null &&
      Date.parse(admissionKnownAt) > since.getTime());
  const newLevel = admittedSince && levelBefore !== null && level !== null && level !== levelBefore;
  return {
    episodeId: row.episodeId,
    assigned: row.handedOverAt
      ? 'handed over'
      : admittedSince && !row.continues
        ? 'admitted'
        : null,
    moved: newLevel
      ? `level ${levelBefore} to ${level}`
      : phase
        ? `phase ${phase.before} to ${phase.number}`
        : null,
    scores: scoresOf(row.scores ?? []),
    specimens: specimensIn(row),
  };
}

/** The last phase that began since a day, with the one before it; of a plan of an earlier stay none. */
function phaseBegun(
  { admittedOn, today, ...record }: NewsRow,
  sinceDay: Day,
): { before: number; number: number } | null {
  const plan = currentPlan(record, today);
  if (!plan || plan.startsOn < admittedOn) return null;
  const index = plan.phases.findLastIndex(
    ({ startsOn }) => startsOn > sinceDay && startsOn <= today,
  );
  const [before, begun] = [plan.phases[index - 1], plan.phases[index]];
  return before && begun ? { before: before.number, number: begun.number } : null;
}

function scoresOf(scores: NonNullable<NewsRow['scores']>): RecordNews['scores'] {
  const changes = scores.map(([name, total, before]) => {
    const instrument = INSTRUMENTS.find(({ id }) => id === name);
    return instrument && total !== null && before !== null
      ? changeOf(instrument, before, total)
      : null;
  });
  const having = (change: string) => changes.filter((one) => one === change).length;
  return {
    count: scores.length,
    worse: having('reliable-deterioration'),
    better: having('reliable-improvement'),
  };
}

function specimensIn({ reports, supplies }: NewsRow): RecordNews['specimens'] {
  const news = new Set(
    (reports ?? []).filter(({ isNew }) => isNew).map(({ recordId }) => recordId),
  );
  const specimens = specimensOf(reports ?? [], (day) => prescribedOn(day, supplies ?? [])).filter(
    ({ recordIds }) => recordIds.some((id) => news.has(id)),
  );
  return {
    count: specimens.length,
    unexpected: specimens.filter(({ results }) => results.some(isUnexpected)).length,
  };
}
