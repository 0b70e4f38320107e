import { type RawBuilder, sql } from 'kysely';
import type { WrittenChange } from '#domain/episode/against-source';
import { type PlanInForce, planInForce } from '#domain/episode/plan-in-force';

/** One phase of one of the client's plans, as the source tells it. */
export type PhaseTuple = [
  planId: string,
  planStartsOn: string,
  planEndsOn: string | null,
  number: number,
  startsOn: string,
  endsOn: string,
  minutesPerWeek: number | null,
  weekdays: number[] | null,
];

/** All that is known of an episode's plan: which one holds on a day is for `currentPlan` to say. */
export interface PlanRecord {
  /** Of every plan of the client. */
  phases: PhaseTuple[] | null;
  /** What staff wrote of this episode's since, in their order. */
  changes: WrittenChange[] | null;
}

/** One row: what the source says of a client's plans, and what staff wrote of one episode's, as it stands at `at`. */
export const planRecord = (
  organizationId: string,
  clientId: RawBuilder<unknown>,
  episodeId: RawBuilder<unknown>,
  at: Date,
): RawBuilder<unknown> => sql`
  SELECT (SELECT json_agg(json_build_array(ph.plan_id, ph.plan_starts_on, ph.plan_ends_on, ph.number,
                                           ph.starts_on, ph.ends_on, ph.minutes_per_week, ph.weekdays))
            FROM plan_phase ph
           WHERE ph.organization_id = ${organizationId} AND ph.client_id = ${clientId}) AS phases,
         (SELECT json_agg(json_build_object('kind', entry.kind, 'says', entry.says,
                                            'basedOn', entry.based_on) ORDER BY entry.seq)
            FROM client_entry entry
           WHERE entry.organization_id = ${organizationId} AND entry.episode_id = ${episodeId}
             AND entry.kind IN ('phase', 'planned-discharge') AND entry.made_at <= ${at.toISOString()}::timestamptz
             AND (entry.withdrawn_at IS NULL OR entry.withdrawn_at > ${at.toISOString()}::timestamptz)) AS changes`;

/** The plan of an episode on a day: as staff wrote it, else as the source tells it. */
export const currentPlan = (record: PlanRecord, today: string): PlanInForce | null =>
  planInForce(sourcePlan(record.phases ?? [], today), record.changes ?? []);

/** Of a client's plans the one that began last by `today`; of several that day, the one that ends last. */
export function sourcePlan(phases: readonly PhaseTuple[], today: string): PlanInForce | null {
  const begun = phases.filter(([, planStartsOn]) => planStartsOn <= today);
  const [latest] = begun.toSorted(
    (a, b) => b[1].localeCompare(a[1]) || b[5].localeCompare(a[5]) || a[0].localeCompare(b[0]),
  );
  if (!latest) return null;
  return {
    planId: latest[0],
    startsOn: latest[1],
    endsOn: latest[2],
    phases: begun
      .filter(([planId]) => planId === latest[0])
      .map(([, , , number, startsOn, endsOn, minutesPerWeek, weekdays]) => ({
        number,
        startsOn,
        endsOn,
        minutesPerWeek,
        weekdays,
      }))
      .sort((a, b) => a.number - b.number),
  };
}
