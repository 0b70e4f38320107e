import { sql } from 'kysely';
import {
  DISCHARGE_REASONS,
  dischargeReasonOf,
  type DischargeStatement,
} from '#domain/episode/discharge-reason';
import type { Scoped } from '../../database/database.ts';
import { type AskedOf, happened, type Happened } from './happened.ts';
import { findSupersededPhases } from './superseded-phases.ts';

interface Row {
  episodes:
    | {
        id: string;
        inferred: boolean;
        program: string | null;
        level: string | null;
        admittedOn: string;
        endedOn: string | null;
        counselor: string | null;
        statements: DischargeStatement[] | null;
      }[]
    | null;
  phases: { planId: string; number: number; startsOn: string; minutes: number | null }[] | null;
  holds:
    { recordId: string; startsOn: string; endsOn: string | null; words: string | null }[] | null;
  referrals: { recordId: string; on: string; to: string | null; words: string | null }[] | null;
  steps: { recordId: string; on: string; step: string; by: string | null }[] | null;
  appointments:
    { recordId: string; at: string; outcome: string | null; to: string | null }[] | null;
}

/** Beginnings and ends: episodes, phases, holds, referrals with their steps and appointments. */
export async function findWayMarks(scoped: Scoped, asked: AskedOf): Promise<Happened[]> {
  const { organizationId, clientId, asOf, today } = asked;
  const day = sql`${today}::date`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${clientId}`;
  const { rows } = await sql<Row>`
    SELECT (SELECT json_agg(json_build_object('id', e.id, 'inferred', e.inferred, 'program', unit.name, 'level', e.level_code,
                     'admittedOn', e.admitted_on, 'endedOn', CASE WHEN e.ended_on <= ${day} THEN e.ended_on END,
                     'counselor', nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), ''),
                     'statements', (SELECT json_agg(json_build_object('recordId', d.record_id, 'way', d.way, 'statedOn', d.stated_on, 'reason', d.reason))
                        FROM discharge_statement d WHERE ${own('d')}
                         AND (d.episode_id = e.id OR (d.episode_id IS NULL AND d.stated_on BETWEEN e.admitted_on AND e.ended_on)))))
              FROM episode e
              LEFT JOIN unit ON unit.organization_id = e.organization_id AND unit.id = e.unit_id
              LEFT JOIN staff s ON s.organization_id = e.organization_id AND s.id = e.counselor_id
             WHERE ${own('e')} AND e.admitted_on <= ${day} AND e.status IN ('active', 'onhold', 'finished')) AS episodes,
           (SELECT json_agg(json_build_object('planId', ph.plan_id, 'number', ph.number, 'startsOn', ph.starts_on, 'minutes', ph.minutes_per_week))
              FROM plan_phase ph WHERE ${own('ph')} AND ph.starts_on <= ${day}) AS phases,
           (SELECT json_agg(json_build_object('recordId', coalesce(f.record_id, h.episode_id), 'startsOn', h.starts_on, 'endsOn', h.ends_on, 'words', f.words))
              FROM episode_hold h
              -- A hold has no words of its own; a notice that begins with it says where the client is.
              LEFT JOIN LATERAL (SELECT f.record_id, f.words FROM client_flag f
                 WHERE ${own('f')} AND f.category = 'admin' AND f.starts_on BETWEEN h.starts_on AND h.starts_on + 1
                 ORDER BY f.starts_on, f.record_id LIMIT 1) f ON true
             WHERE ${own('h')} AND h.starts_on <= ${day}) AS holds,
           (SELECT json_agg(json_build_object('recordId', r.record_id, 'on', r.requested_on, 'to', coalesce(u.name, r.performer_name), 'words', r.words))
              FROM referral r LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.performer_id
             WHERE ${own('r')} AND r.requested_on <= ${day}) AS referrals,
           (SELECT json_agg(json_build_object('recordId', t.record_id, 'on', t.starts_on, 'step', t.step, 'by', t.owner_name))
              FROM referral_task t WHERE ${own('t')} AND t.step IS NOT NULL AND t.starts_on <= ${day}) AS steps,
           (SELECT json_agg(json_build_object('recordId', ra.record_id, 'at', ra.starts_at, 'outcome', ra.outcome,
                     'to', coalesce(u.name, r.performer_name)))
              FROM referral_appointment ra
              LEFT JOIN referral r ON r.organization_id = ra.organization_id AND r.record_id = ra.referral_id
              LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.performer_id
             WHERE ${own('ra')} AND ra.starts_at <= ${asOf.toISOString()}::timestamptz
               AND NOT EXISTS (SELECT FROM attendance a WHERE ${own('a')} AND a.record_id = ra.record_id)) AS appointments`.execute(
    scoped,
  );
  const [row] = rows;
  const superseded = await findSupersededPhases(scoped, asked);
  return [
    ...(row?.episodes ?? []).flatMap(episodeMarks),
    ...(row?.phases ?? []).map(({ planId, number, startsOn, minutes }) =>
      happened({
        id: `phase:${planId}:${number}`,
        kind: 'phase',
        on: startsOn,
        what: `Phase ${number}`,
        detail: superseded.has(`${planId} ${number}`)
          ? 'superseded by what staff wrote'
          : minutes === null
            ? null
            : `${Math.round(minutes / 6) / 10} h a week`,
        recordId: planId,
      }),
    ),
    ...(row?.holds ?? []).flatMap(({ recordId, startsOn, endsOn, words }) => {
      const hold = { kind: 'hold', what: words ?? 'On hold', recordId } as const;
      const began = happened({
        ...hold,
        id: `hold:${recordId}:${startsOn}`,
        on: startsOn,
        detail: 'away',
      });
      return endsOn !== null && endsOn <= today
        ? [
            began,
            happened({ ...hold, id: `back:${recordId}:${startsOn}`, on: endsOn, detail: 'back' }),
          ]
        : [began];
    }),
    ...(row?.referrals ?? []).map(({ recordId, on, to, words }) =>
      happened({
        id: `referral:${recordId}`,
        kind: 'referral',
        on,
        what: words ?? 'Referral',
        detail: to === null ? null : `to ${to}`,
        recordId,
      }),
    ),
    ...(row?.steps ?? []).map(({ recordId, on, step, by }) =>
      happened({
        id: `referral-step:${recordId}`,
        kind: 'referral',
        on,
        what: 'Referral',
        detail: step.replaceAll('-', ' '),
        recordId,
        by,
      }),
    ),
    ...(row?.appointments ?? []).map(({ recordId, at, outcome, to }) =>
      happened({
        id: `appointment:${recordId}`,
        kind: 'referral',
        at: new Date(at).toISOString(),
        what: to === null ? 'Appointment' : `Appointment, ${to}`,
        detail: outcome === null ? 'no outcome recorded' : null,
        status: outcome,
        recordId,
      }),
    ),
  ];
}

function episodeMarks(episode: NonNullable<Row['episodes']>[number]): Happened[] {
  const { id, inferred, program, level, admittedOn, endedOn, counselor, statements } = episode;
  const mark = { kind: 'episode', recordId: inferred ? null : id } as const;
  const where = [program, level && `level ${level}`].filter(Boolean).join(', ');
  const reason = dischargeReasonOf(statements ?? []);
  return [
    happened({
      ...mark,
      id: `admitted:${id}`,
      on: admittedOn,
      what: inferred ? 'First session' : 'Admitted',
      detail: where || null,
      by: counselor,
    }),
    ...(endedOn === null
      ? []
      : [
          happened({
            ...mark,
            id: `ended:${id}`,
            on: endedOn,
            what: 'Ended',
            detail: reason ? DISCHARGE_REASONS[reason.reason] : 'reason not recorded',
            recordId: reason?.recordId ?? mark.recordId,
          }),
        ]),
  ];
}
