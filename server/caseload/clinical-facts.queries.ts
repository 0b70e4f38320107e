import { type RawBuilder, sql } from 'kysely';
import { ageOn } from '#domain/calendar/age-on';
import { localTime } from '#domain/calendar/calendar-day';
import type {
  Authorization,
  ClinicalFacts,
  DatedScore,
  Hold,
  TreatmentDay,
} from '#domain/caseload/clinical-facts';
import { type CollectedReport, specimensOf } from '#domain/drug-tests/specimens';
import { INSTRUMENTS } from '#domain/instruments/instruments';
import { PHQ_9_SAFETY_ITEM } from '#domain/instruments/phq-9';
import { PRESCRIBER_TITLE } from '#domain/medication/prescriber-title';
import { prescribedOn, type Supply } from '#domain/medication/supply';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findCoverages } from '../payer/payers.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import type { CaseloadRow } from './caseload-rows.queries.ts';
import { lastAuthorization, treatmentDays } from './payer-authorization.ts';

interface SupplyRow extends Supply {
  recordId: string;
  inForce: boolean;
}

interface FactsRow {
  episodeId: string;
  scores: DatedScore[] | null;
  reports: CollectedReport[] | null;
  supplies: SupplyRow[] | null;
  opioidUse: boolean;
  prescriberVisitOn: string | null;
  authorization: Omit<Authorization, 'usedDays'> | null;
  usedDays: TreatmentDay[] | null;
  bookedDays: TreatmentDay[] | null;
  hold: Hold | null;
  handedOverAt: string | null;
  continues: boolean;
}

/** Who is asked for: a client in an episode, on a day of the site's calendar. */
export type Asked = Pick<
  CaseloadRow,
  'clientId' | 'episodeId' | 'counselorId' | 'birthDate' | 'admittedOn' | 'today' | 'timeZone'
>;

/** Instruments that change by rule, and those that ask about safety. */
const LOOKED_AT = [
  ...new Set([
    ...INSTRUMENTS.filter(({ change }) => change).map(({ id }) => id),
    'phq-9',
    'c-ssrs',
  ]),
];
/** Prescriptions this long over may still explain a test. */
const DAYS_BACK = 30;

/** What the clinical record holds of many clients, by their episodes: one statement for all. */
export async function findClinicalFacts(
  scoped: Scoped,
  { organizationId }: Pick<Reader, 'organizationId'>,
  asked: readonly Asked[],
  asOf: Date,
): Promise<Map<string, ClinicalFacts>> {
  if (asked.length === 0) return new Map();
  const allRules = await rulesOf(scoped, organizationId);
  const rules = allRules.at(asOf);
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = l.client_id`;
  const { rows } = await sql<FactsRow>`
    SELECT l.episode_id AS "episodeId", scores.scores, tests.reports, rx.supplies,
           rx.taken AND EXISTS (SELECT FROM diagnosis d WHERE ${own('d')} AND d.substance = 'opioids') AS "opioidUse",
           days.found AS "prescriberVisitOn", pa.found AS "authorization", days.used AS "usedDays",
           days.booked AS "bookedDays", hold.found AS hold, handed.at AS "handedOverAt", ${continues(organizationId)} AS continues
      FROM unnest(${asked.map(({ clientId }) => clientId)}::uuid[], ${asked.map(({ episodeId }) => episodeId)}::uuid[],
                  ${asked.map(({ counselorId }) => counselorId)}::uuid[],
                  ${asked.map(({ admittedOn }) => admittedOn)}::date[], ${asked.map(({ today }) => today)}::date[])
           AS l(client_id, episode_id, counselor_id, admitted_on, today)
     CROSS JOIN (SELECT min(started_at)::date - ${rules.lookBackDays}::int AS since FROM sync_run
                  WHERE organization_id = ${organizationId}) looked
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('instrument', s.instrument, 'day', s.day, 'total', s.total, 'recordIds', s.record_ids,
                 'settled', coalesce(s.day < looked.since, false) OR EXISTS (
                   SELECT FROM safety_signal g
                    WHERE ${own('g')} AND g.record_ids && s.record_ids AND 'assessed' = (
                      SELECT e.act FROM safety_entry e
                       WHERE ${own('e')} AND e.signal_key = g.key AND e.act <> 'acknowledged' AND e.made_at <= ${at}
                       ORDER BY e.seq DESC LIMIT 1)),
                 'answers', CASE s.instrument WHEN 'c-ssrs' THEN s.answers
                                              ELSE jsonb_strip_nulls(jsonb_build_object(${PHQ_9_SAFETY_ITEM}::text, s.answers -> ${PHQ_9_SAFETY_ITEM}::text)) END)
                 ORDER BY s.day DESC, s.instrument) AS scores
          FROM score s
         WHERE ${own('s')} AND s.instrument = ANY(${LOOKED_AT}::text[]) AND s.day BETWEEN least(l.admitted_on, looked.since) AND l.today) scores ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', t.record_id, 'collectedAt', coalesce(t.collected_at::text, t.collected_on::text),
                 'collectedOn', t.collected_on, 'state', t.state, 'findings', t.findings, 'creatinine', t.creatinine,
                 'specificGravity', t.specific_gravity, 'confirmsAll', t.confirms_all, 'memberIds', t.member_ids,
                 'isTest', t.is_test) ORDER BY t.collected_on, t.record_id) AS reports
          FROM drug_test_report t
         WHERE ${own('t')} AND t.collected_on BETWEEN l.today - ${rules.unexpectedTestDays}::int AND l.today) tests ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', m.record_id, 'medication', m.medication, 'startsOn', m.starts_on,
                 'endsOn', m.ends_on, 'supplyEndsOn', m.supply_ends_on, 'inForce', m.status = 'active')
                 ORDER BY m.starts_on, m.record_id) AS supplies,
               coalesce(bool_or(m.status = 'active'), false) AS taken
          FROM medication_supply m
         WHERE ${own('m')} AND m.medication IS NOT NULL AND m.starts_on <= l.today
           AND (m.ends_on IS NULL OR m.ends_on >= l.today - ${DAYS_BACK}::int)) rx ON true
      LEFT JOIN LATERAL (${lastAuthorization(organizationId)}) pa ON true
      LEFT JOIN LATERAL (${treatmentDays(
        at,
        // CASE, not COALESCE: under row level security that would not use the index (caseload-rows.queries.ts).
        sql`(pa.units IS NOT NULL OR rx.taken) AND ${own('a')}
                   AND a.starts_at >= CASE WHEN pa.starts_on IS NULL THEN l.today ELSE pa.starts_on END::timestamptz - interval '1 day'`,
        // Of those who lead these few sessions: to read every title of the staff takes longer than all the rest.
        sql`rx.taken AND a.starts_at > ${at} AND EXISTS (
                     SELECT FROM staff_role r WHERE r.organization_id = ${organizationId} AND r.staff_id = a.facilitator_id
                        AND r.title ~* ${PRESCRIBER_TITLE})`,
      )}) days ON true
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
      LEFT JOIN LATERAL (${handedOver(organizationId, at, sql`${at} - ${`${rules.newClientDays} days`}::interval`)}) handed ON true`.execute(
    scoped,
  );
  const found = new Map(rows.map((row) => [row.episodeId, row]));
  const clientIds = asked.map(({ clientId }) => clientId);
  const coverages = await findCoverages(scoped, organizationId, clientIds, allRules);
  return new Map(
    asked.flatMap((one) => {
      const row = found.get(one.episodeId);
      return row
        ? [[one.episodeId, factsOf(row, one, coverages.get(one.clientId) ?? [])] as const]
        : [];
    }),
  );
}

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
                       r.named, lag(r.named) OVER (ORDER BY r.received_seq) AS before,
                       row_number() OVER (ORDER BY r.received_seq) AS number
                  FROM (SELECT r.*, CASE WHEN max(coalesce(r.last_updated, r.received_at)) OVER () > ${after}
                                         THEN r.body::json #>> '{careManager,reference}' END AS named FROM source_record r
                 WHERE r.organization_id = ${organizationId} AND r.identity_id = l.episode_id AND NOT r.deleted) r) revision
         WHERE revision.number > 1 AND revision.named IS NOT NULL AND revision.named IS DISTINCT FROM revision.before
           AND revision.at > ${after} AND revision.at <= ${at}`;

/** Whether the counselor of the episode `l` had the client in one that ended as it began. */
export const continues = (organizationId: string) => sql<boolean>`EXISTS (
             SELECT FROM episode e
              WHERE e.organization_id = ${organizationId} AND e.client_id = l.client_id AND e.counselor_id = l.counselor_id
                AND e.id <> l.episode_id AND e.admitted_on < l.admitted_on
                AND e.ended_on BETWEEN l.admitted_on - 7 AND l.admitted_on + 1)`;

function factsOf(
  row: FactsRow,
  { birthDate, today, timeZone }: Asked,
  coverages: ClinicalFacts['coverages'],
): ClinicalFacts {
  const { handedOverAt } = row;
  const supplies = row.supplies ?? [];
  return {
    age: birthDate === null ? null : ageOn(birthDate, today),
    scores: row.scores ?? [],
    specimens: specimensOf(row.reports ?? [], (day) => prescribedOn(day, supplies)),
    supplies: supplies.filter(({ inForce }) => inForce),
    opioidUse: row.opioidUse,
    prescriberVisitOn: row.prescriberVisitOn,
    authorization: row.authorization && { ...row.authorization, usedDays: row.usedDays ?? [] },
    coverages,
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
