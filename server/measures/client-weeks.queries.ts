import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { periodOf } from '#domain/calendar/periods';
import { prescribedMinutes } from '#domain/settings/prescribed-minutes';
import { prescribedOf } from '../caseload/caseload-line.ts';
import { currentPlan, type PlanRecord, planRecord } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { endOf, type EpisodeRow, episodesInScope } from './episodes-in-scope.ts';
import type { SessionScope } from './session-scope.ts';

/** One client's week that is over, in minutes. */
export interface ClientWeek {
  episode: EpisodeRow;
  week: Day;
  /** `null` where the plan of the week is not known. */
  prescribed: number | null;
  delivered: number;
  assumed: number;
  planId: string | null;
}

interface Row extends EpisodeRow, PlanRecord {
  weeks: [week: Day, delivered: number, assumed: number][] | null;
}

/** Every week that is over of every episode of the scope: what was prescribed, what was attended. */
export async function findClientWeeks(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  today: Day,
  asOf: Date,
): Promise<ClientWeek[]> {
  const to = earlier(scope.to, addDays(periodOf(today, 'week').start, -1));
  const { rows } = await sql<Row>`
    SELECT e.*, plan.phases, plan.changes, minutes.weeks
      FROM ${episodesInScope(reader, { ...scope, to }, asOf)}
      CROSS JOIN LATERAL (${planRecord(reader.organizationId, sql`e."clientId"`, sql`e."episodeId"`, asOf)}) plan
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(w.week, w.delivered, w.assumed)) AS weeks
          FROM (SELECT w.week, sum(w.recorded_minutes) AS delivered, sum(w.assumed_minutes) AS assumed
                  FROM episode_week w
                 WHERE w.organization_id = e.organization_id AND w.client_id = e."clientId" AND w.episode_id = e."episodeId"
                   AND w.week BETWEEN ${scope.from}::date AND ${to}::date
                 GROUP BY w.week) w) minutes ON true`.execute(scoped);
  const rules = await rulesOf(scoped, reader.organizationId);
  return rows.flatMap((row) => weeksOf(row, { from: scope.from, to, today }, rules));
}

/** The day of discharge is no longer one of the episode. */
function weeksOf(
  { phases, changes, weeks, ...episode }: Row,
  { from, to, today }: { from: Day; to: Day; today: Day },
  rules: Rules,
): ClientWeek[] {
  const { admittedOn, programId } = episode;
  const endedOn = endOf(episode, today, rules);
  const minutes = new Map(weeks?.map(([week, ...rest]) => [week, rest]) ?? []);
  const lastDay = endedOn ? earlier(to, addDays(endedOn, -1)) : to;
  const found: ClientWeek[] = [];
  let { start } = periodOf(admittedOn > from ? admittedOn : from, 'week');
  for (; start <= lastDay; start = addDays(start, 7)) {
    const day = earlier(addDays(start, 6), lastDay);
    const plan = currentPlan({ phases, changes }, day);
    const [delivered = 0, assumed = 0] = minutes.get(start) ?? [];
    found.push({
      episode,
      week: start,
      prescribed: prescribedOf({ admittedOn, endedOn }, plan, start, (phase) =>
        prescribedMinutes(rules.on(start, programId), episode.level || null, phase),
      ),
      delivered,
      assumed,
      planId: plan?.planId ?? null,
    });
  }
  return found;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
