import { type RawBuilder, sql } from 'kysely';
import { ATTENDED } from '#domain/attendance/attendance-status';
import { ageOn } from '#domain/calendar/age-on';
import { localTime } from '#domain/calendar/calendar-day';
import type {
  Authorization,
  ClinicalFacts,
  DatedScore,
  Hold,
} from '#domain/caseload/clinical-facts';
import { type CollectedReport, specimensOf } from '#domain/drug-tests/specimens';
import { INSTRUMENTS } from '#domain/instruments/instruments';
import { PHQ_9_SAFETY_ITEM } from '#domain/instruments/phq-9';
import { PRESCRIBER_TITLE } from '#domain/medication/prescriber-title';
import { prescribedOn, type Supply } from '#domain/medication/supply';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import type { CaseloadRow } from './caseload-rows.queries.ts';

interface SupplyRow extends Supply {
  recordId: string;
  inForce: boolean;
}

interface FactsRow {
  episodeId: string;
  birthDate: string | null;
  scores: DatedScore[] | null;
  reports: CollectedReport[] | null;
  supplies: SupplyRow[] | null;
  opioidUse: boolean;
  prescriberVisitOn: string | null;
  authorization: Omit<Authorization, 'usedDays'> | null;
  usedDays: string[] | null;
  bookedDays: string[] | null;
  hold: Hold | null;
  handedOverAt: string | null;
  continues: boolean;
}

/** Who is asked for: a client in an episode, on a day of the site's calendar. */
export type Asked = Pick<
  CaseloadRow,
  'clientId' | 'episodeId' | 'admittedOn' | 'today' | 'timeZone'
>;

const CHANGING = INSTRUMENTS.filter(({ change }) => change !== null).map(({ id }) => id);
/** Prescriptions this long over may still explain a test; bookings further ahead change no flag. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 21;

/** What the clinical record holds of many clients, by their episodes: one statement for all. */
export async function findClinicalFacts(
  scoped: Scoped,
  { organizationId }: Reader,
  asked: readonly Asked[],
  asOf: Date,
): Promise<Map<string, ClinicalFacts>> {
  if (asked.length === 0) return new Map();
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = l.client_id`;
  const { rows } = await sql<FactsRow>`
    SELECT l.episode_id AS "episodeId", p.birth_date AS "birthDate", scores.scores, tests.reports, rx.supplies,
           rx.taken AND EXISTS (SELECT FROM diagnosis d WHERE ${own('d')} AND d.substance = 'opioids') AS "opioidUse",
           visit.day AS "prescriberVisitOn", pa.found AS "authorization", used.days AS "usedDays",
           booked.days AS "bookedDays", hold.found AS hold, handed.at AS "handedOverAt", ${continues(organizationId)} AS continues
      FROM unnest(${asked.map(({ clientId }) => clientId)}::uuid[], ${asked.map(({ episodeId }) => episodeId)}::uuid[],
                  ${asked.map(({ admittedOn }) => admittedOn)}::date[], ${asked.map(({ today }) => today)}::date[])
           AS l(client_id, episode_id, admitted_on, today)
      LEFT JOIN LATERAL (SELECT p.birth_date FROM client_particulars p WHERE ${own('p')} LIMIT 1) p ON true
      LEFT JOIN LATERAL (${scoresOf(own)}) scores ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', t.record_id, 'collectedAt', coalesce(t.collected_at::text, t.collected_on::text),
                 'collectedOn', t.collected_on, 'state', t.state, 'findings', t.findings, 'creatinine', t.creatinine,
                 'specificGravity', t.specific_gravity, 'confirmsAll', t.confirms_all, 'memberIds', t.member_ids,
                 'isTest', t.is_test) ORDER BY t.collected_on, t.record_id) AS reports
          FROM drug_test_report t
         WHERE ${own('t')} AND t.collected_on BETWEEN l.today - ${PROGRAM_DEFAULTS.unexpectedTestDays}::int AND l.today) tests ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', m.record_id, 'medication', m.medication, 'startsOn', m.starts_on,
                 'endsOn', m.ends_on, 'supplyEndsOn', m.supply_ends_on, 'inForce', m.status = 'active')
                 ORDER BY m.starts_on, m.record_id) AS supplies,
               coalesce(bool_or(m.status = 'active'), false) AS taken
          FROM medication_supply m
         WHERE ${own('m')} AND m.medication IS NOT NULL AND m.starts_on <= l.today
           AND (m.ends_on IS NULL OR m.ends_on >= l.today - ${DAYS_BACK}::int)) rx ON true
      LEFT JOIN LATERAL (
        SELECT ${DAY} AS day FROM attendance a
         WHERE rx.taken AND ${own('a')} AND ${isAhead(at)} AND EXISTS (
               SELECT FROM staff_role r WHERE r.organization_id = ${organizationId} AND r.staff_id = a.facilitator_id
                  AND r.title ~* ${PRESCRIBER_TITLE})
         ORDER BY a.starts_at LIMIT 1) visit ON true
      LEFT JOIN LATERAL (
        SELECT json_build_object('recordId', pa.record_id, 'units', pa.units, 'startsOn', pa.starts_on, 'endsOn', pa.ends_on) AS found,
               pa.units, coalesce(pa.starts_on, l.admitted_on) AS starts_on
          FROM payer_authorization pa
         WHERE ${own('pa')} AND pa.outcome IN ('complete', 'partial') AND coalesce(pa.decided_on, l.today) <= l.today
           AND coalesce(pa.ends_on, l.today) >= l.admitted_on
         ORDER BY pa.ends_on DESC NULLS FIRST, pa.starts_on DESC NULLS LAST, pa.record_id LIMIT 1) pa ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(DISTINCT ${DAY}) AS days FROM attendance a
         WHERE pa.units IS NOT NULL AND ${own('a')} AND ${IS_TREATMENT}
           AND a.starts_at >= pa.starts_on::timestamptz - interval '1 day' AND a.starts_at <= ${at}
           AND ${DAY} >= pa.starts_on AND (a.walk_in OR a.outcome = ANY(${[...ATTENDED]}::text[]))) used ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(DISTINCT ${DAY}) AS days FROM attendance a
         WHERE pa.units IS NOT NULL AND ${own('a')} AND ${IS_TREATMENT} AND ${isAhead(at)}
           AND a.starts_at < ${at} + ${`${DAYS_AHEAD} days`}::interval) booked ON true
      LEFT JOIN LATERAL (
        SELECT json_build_object('recordId', coalesce(f.record_id, h.episode_id), 'startsOn', h.starts_on, 'endsOn', h.ends_on,
                                 'words', f.words) AS found
          FROM episode_hold h
          -- A hold has no words of its own; a notice that begins with it says where the client is.
          LEFT JOIN LATERAL (
            SELECT f.record_id, f.words FROM client_flag f
             WHERE ${own('f')} AND f.category = 'admin' AND f.starts_on BETWEEN h.starts_on AND h.starts_on + 1
             ORDER BY f.starts_on, f.record_id LIMIT 1) f ON true
         WHERE h.organization_id = ${organizationId} AND h.episode_id = l.episode_id AND h.starts_on <= l.today
         ORDER BY h.starts_on DESC LIMIT 1) hold ON true
      LEFT JOIN LATERAL (${handedOver(organizationId, at, sql`${at} - ${`${PROGRAM_DEFAULTS.newClientDays} days`}::interval`)}) handed ON true`.execute(
    scoped,
  );
  const zones = new Map(asked.map(({ episodeId, timeZone }) => [episodeId, timeZone]));
  return new Map(
    rows.map((row) => [row.episodeId, factsOf(row, zones.get(row.episodeId) ?? 'UTC', asOf)]),
  );
}

/** The day of a session on its site's calendar. */
const DAY = sql`(a.week + a.weekday - 1)`;
/** What a payer's day is made of: no visit to a prescriber, and nothing before treatment. */
const IS_TREATMENT = sql`a.kind IN ('group', 'individual', 'family', 'skills')`;

const isAhead = (at: RawBuilder<unknown>) =>
  sql`a.starts_at > ${at} AND NOT a.waitlisted AND NOT a.walk_in
         AND (a.outcome IS NULL OR a.outcome = ANY(${[...ATTENDED]}::text[]))`;

/** The last two totals of each instrument that changes by rule, and the last answers to what is asked of safety. */
const scoresOf = (own: (table: string) => RawBuilder<unknown>) => sql`
        SELECT json_agg(json_build_object('instrument', s.instrument, 'day', s.day, 'total', s.total,
                 'answers', s.answers, 'recordIds', s.record_ids) ORDER BY s.day DESC, s.instrument) AS scores
          FROM (SELECT last.* FROM unnest(${CHANGING}::text[]) AS i(id)
                 CROSS JOIN LATERAL (
                   SELECT s.instrument, s.day, s.total, '{}'::jsonb AS answers, s.record_ids FROM score s
                    WHERE ${own('s')} AND s.instrument = i.id AND s.day BETWEEN l.admitted_on AND l.today
                      AND s.total IS NOT NULL
                    ORDER BY s.day DESC LIMIT 2) last
                 UNION ALL
                (SELECT s.instrument, s.day, NULL, jsonb_build_object(${PHQ_9_SAFETY_ITEM}::text, s.answers -> ${PHQ_9_SAFETY_ITEM}::text), s.record_ids
                   FROM score s
                  WHERE ${own('s')} AND s.instrument = 'phq-9' AND s.day BETWEEN l.admitted_on AND l.today
                    AND jsonb_exists(s.answers, ${PHQ_9_SAFETY_ITEM}) ORDER BY s.day DESC LIMIT 1)
                 UNION ALL
                (SELECT s.instrument, s.day, NULL, s.answers, s.record_ids FROM score s
                  WHERE ${own('s')} AND s.instrument = 'c-ssrs' AND s.day BETWEEN l.admitted_on AND l.today
                  ORDER BY s.day DESC LIMIT 3)) s`;

/**
 * When the episode `l` came to name another counselor than its revision before: only of those that
 * changed after a moment, since the revisions themselves must be read.
 */
export const handedOver = (
  organizationId: string,
  at: RawBuilder<unknown>,
  after: RawBuilder<unknown>,
) => sql`
        SELECT max(revision.at) AS at
          FROM (SELECT coalesce(r.last_updated, r.received_at) AS at,
                       r.body::json #>> '{careManager,reference}' AS named,
                       lag(r.body::json #>> '{careManager,reference}') OVER (ORDER BY r.received_seq) AS before,
                       row_number() OVER (ORDER BY r.received_seq) AS number
                  FROM source_record r
                 WHERE r.organization_id = ${organizationId} AND r.identity_id = l.episode_id AND NOT r.deleted
                   AND EXISTS (SELECT FROM source_record recent
                                WHERE recent.organization_id = ${organizationId} AND recent.identity_id = l.episode_id
                                  AND coalesce(recent.last_updated, recent.received_at) > ${after})) revision
         WHERE revision.number > 1 AND revision.named IS NOT NULL AND revision.named IS DISTINCT FROM revision.before
           AND revision.at > ${after} AND revision.at <= ${at}`;

/** Whether the counselor of the episode `l` had the client in one that ended as it began. */
export const continues = (organizationId: string) => sql<boolean>`EXISTS (
             SELECT FROM episode now
               JOIN episode before ON before.organization_id = ${organizationId} AND before.client_id = l.client_id
                AND before.counselor_id = now.counselor_id AND before.id <> now.id
                AND before.admitted_on < l.admitted_on AND before.ended_on BETWEEN l.admitted_on - 7 AND l.admitted_on + 1
              WHERE now.organization_id = ${organizationId} AND now.id = l.episode_id)`;

function factsOf(row: FactsRow, timeZone: string, asOf: Date): ClinicalFacts {
  const { birthDate, handedOverAt } = row;
  const supplies = row.supplies ?? [];
  return {
    age: birthDate === null ? null : ageOn(birthDate, localTime(asOf.getTime(), timeZone).day),
    scores: row.scores ?? [],
    specimens: specimensOf(row.reports ?? [], (day) => prescribedOn(day, supplies)),
    supplies: supplies.filter(({ inForce }) => inForce),
    opioidUse: row.opioidUse,
    prescriberVisitOn: row.prescriberVisitOn,
    authorization: row.authorization && { ...row.authorization, usedDays: row.usedDays ?? [] },
    bookedDays: row.bookedDays ?? [],
    hold: row.hold,
    continues: row.continues,
    handedOver: handedOverAt
      ? {
          on: localTime(Date.parse(handedOverAt), timeZone).day,
          at: handedOverAt,
          recordId: row.episodeId,
        }
      : null,
  };
}
