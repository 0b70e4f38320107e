import { sql } from 'kysely';
import { followUpsMade } from '#domain/aftercare/follow-up-days';
import { ATTENDED, isAttended } from '#domain/attendance/attendance-status';
import { addDays, type Day, localTime } from '#domain/calendar/calendar-day';
import { levelMinimum } from '#domain/caseload/plan-flags';
import { ASSESSED_WITHIN_DAYS } from '#domain/client-progress/initial-assessment';
import { levelsOf } from '#domain/client-progress/treatment-chain';
import type { ClientWay, WayHold, WayReferral } from '#domain/client-progress/way.contract';
import {
  DISCHARGE_REASONS,
  dischargeReasonOf,
  type DischargeStatement,
} from '#domain/episode/discharge-reason';
import type { PlanInForce } from '#domain/episode/plan-in-force';
import { prescribedMinutes } from '#domain/settings/prescribed-minutes';
import { currentPlan, type PlanRecord, planRecord } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Rules } from '../settings/rules.ts';
import type { SessionRead } from './client-sessions.queries.ts';
import type { ShownEpisode } from './shown-episode.ts';

interface RecordedDay {
  on: Day;
  recordId: string;
}

interface WayRow extends PlanRecord {
  requested: RecordedDay | null;
  holds: WayHold[] | null;
  statements: DischargeStatement[] | null;
  referrals: WayReferral[] | null;
  stay: { from: number; to: number; episodes: number } | null;
}

interface Stay {
  stays: readonly ShownEpisode[];
  shown: ShownEpisode;
  sessions: readonly SessionRead[];
  age: number | null;
}

/** Assessments so long before admission belong to another request. */
const DAYS_BEFORE = 90;

/** One episode's way from the request to what follows it, with the plan it follows. */
export async function findWay(
  scoped: Scoped,
  organizationId: string,
  { stays, shown, sessions, age }: Stay,
  rules: Rules,
  asOf: Date,
): Promise<{ way: ClientWay; plan: PlanInForce | null }> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${shown.clientId}`;
  const { rows } = await sql<WayRow>`
    SELECT (SELECT json_build_object('on', r.requested_on, 'recordId', r.record_id) FROM referral r
             WHERE ${own('r')} AND r.record_id = ${shown.referralId}::uuid AND r.requested_on IS NOT NULL) AS requested,
           plan.phases, plan.changes,
           (SELECT json_agg(json_build_object('startsOn', h.starts_on, 'endsOn', h.ends_on, 'words', f.words,
                     'recordId', coalesce(f.record_id, h.episode_id)) ORDER BY h.starts_on) FROM episode_hold h
              -- A hold has no words of its own; a notice that begins with it says where the client is.
              LEFT JOIN LATERAL (SELECT f.record_id, f.words FROM client_flag f
                 WHERE ${own('f')} AND f.category = 'admin' AND f.starts_on BETWEEN h.starts_on AND h.starts_on + 1
                 ORDER BY f.starts_on, f.record_id LIMIT 1) f ON true
             WHERE h.organization_id = ${organizationId} AND h.episode_id = ${shown.id} AND h.starts_on <= ${shown.today}::date) AS holds,
           (SELECT json_agg(json_build_object('recordId', d.record_id, 'way', d.way, 'statedOn', d.stated_on, 'reason', d.reason))
              FROM discharge_statement d
             WHERE ${own('d')} AND (d.episode_id = ${shown.id}
                OR (d.episode_id IS NULL AND d.stated_on BETWEEN ${shown.admittedOn}::date AND ${shown.endedOn}::date))) AS statements,
           (SELECT json_agg(json_build_object('recordId', r.record_id, 'sentOn', r.requested_on,
                     'to', coalesce(u.name, t.owner_name, r.performer_name), 'step', t.step,
                     'appointment', ap.found) ORDER BY r.requested_on, r.record_id)
              FROM referral r
              LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.performer_id
              LEFT JOIN LATERAL (SELECT t.step, t.owner_name FROM referral_task t
                 WHERE t.organization_id = ${organizationId} AND t.referral_id = r.record_id
                 ORDER BY t.starts_on DESC NULLS LAST, t.record_id LIMIT 1) t ON true
              LEFT JOIN LATERAL (SELECT json_build_object('on', (ra.starts_at AT TIME ZONE ${shown.timeZone})::date,
                        'outcome', CASE WHEN ra.starts_at <= ${at} OR NOT ra.outcome = ANY(${[...ATTENDED, 'no-show']}::text[]) THEN ra.outcome END,
                        'recordId', ra.record_id) AS found FROM referral_appointment ra
                 WHERE ra.organization_id = ${organizationId} AND ra.referral_id = r.record_id
                 ORDER BY ra.starts_at DESC, ra.record_id LIMIT 1) ap ON true
             -- Made in care, so to what comes after; another request for help begins another way.
             WHERE ${own('r')} AND r.status <> 'revoked'
               AND r.requested_on BETWEEN ${shown.admittedOn}::date AND coalesce(${shown.endedOn}::date, ${shown.today}::date)
               AND NOT EXISTS (SELECT FROM episode e WHERE ${own('e')} AND e.referral_id = r.record_id)) AS referrals,
           (SELECT json_build_object('from', s.from_days, 'to', s.to_days, 'episodes', s.episodes)
              FROM usual_stay(${shown.unitId}::uuid, ${shown.today}::date) s) AS stay
      FROM (${planRecord(organizationId, sql`${shown.clientId}`, sql`${shown.id}`, asOf)}) plan`.execute(
    scoped,
  );
  const [row] = rows;
  if (!row) throw new Error('The way of an episode is one row.');
  const plan = currentPlan(row, shown.lastDay);
  const plannedEnd = plan?.endsOn ?? null;
  const end = shown.endedOn ?? plannedEnd;
  const reason = shown.endedOn ? dischargeReasonOf(row.statements ?? [])?.reason : null;
  const levelCode = shown.level?.code ?? null;
  const way: ClientWay = {
    episodeId: shown.id,
    requested: row.requested,
    assessed: assessedOn(sessions, shown),
    admittedOn: shown.admittedOn,
    phases: (plan?.phases ?? []).map(({ number, startsOn, endsOn, minutesPerWeek }) => ({
      number,
      startsOn,
      endsOn,
      minutesPerWeek:
        minutesPerWeek ?? prescribedMinutes(rules.on(startsOn, shown.programId), levelCode, number),
    })),
    holds: row.holds ?? [],
    levels: levelsOf(stays, shown.id),
    minimumMinutes: levelMinimum(levelCode, age, rules.on(shown.today, shown.programId)),
    plannedEnd,
    endedOn: shown.endedOn,
    endReason: reason ? DISCHARGE_REASONS[reason] : null,
    referrals: row.referrals ?? [],
    followUps:
      end === null
        ? []
        : followUpsMade(rules.on(shown.today, shown.programId)).map(({ name, days }) => ({
            name,
            on: addDays(end, days),
          })),
    usualStay: row.stay,
  };
  return { way, plan };
}

/** The assessment that the admission rests on: of those attended around it the first. */
function assessedOn(
  sessions: readonly SessionRead[],
  { admittedOn, today, timeZone }: ShownEpisode,
): RecordedDay | null {
  const from = addDays(admittedOn, -DAYS_BEFORE);
  const last = addDays(admittedOn, ASSESSED_WITHIN_DAYS);
  const around = sessions
    .filter(({ kind, outcome }) => kind === 'assessment' && outcome !== null && isAttended(outcome))
    .map(({ recordId, startsAt }) => ({
      on: localTime(Date.parse(startsAt), timeZone).day,
      recordId,
    }))
    .filter(({ on }) => on >= from && on <= last && on <= today);
  return around.at(-1) ?? null;
}
