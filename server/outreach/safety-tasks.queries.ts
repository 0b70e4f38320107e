import { sql } from 'kysely';
import { localTime, startOfDay } from '#domain/calendar/calendar-day';
import type { SafetyTask, SafetyTasks } from '#domain/outreach/safety.contract';
import { type SafetyEntry, safetyState } from '#domain/outreach/safety-task';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';

interface Row {
  clientId: string;
  key: string;
  familyName: string;
  givenName: string;
  rule: SafetyTask['rule'];
  what: string;
  evidence: string;
  aroseOn: string;
  aroseAt: string | null;
  knownAt: string;
  recordIds: string[];
  timeZone: string | null;
  inReach: boolean;
  /** Of medication: it was missed in the episode of care that goes on. */
  inCare: boolean;
  counselor: string | null;
  onCall: string[] | null;
  session: SafetyTask['session'];
  entries: { id: string; act: SafetyEntry['act']; by: string; at: string }[] | null;
  risks: Record<string, NonNullable<SafetyTask['assessed']>['riskLevel']> | null;
}

const DAY = 86_400_000;

/** Lets the policies know what today is at the clinic: a facilitator sees whom they lead today. */
export const tellNow = (scoped: Scoped, now: Date) =>
  sql`SELECT set_config('throughline.now', ${now.toISOString()}, true)`.execute(scoped);

/** What is open for the reader, and what was assessed within a day. */
export async function findSafetyTasks(
  scoped: Scoped,
  reader: Reader,
  now: Date,
): Promise<SafetyTasks> {
  await tellNow(scoped, now);
  const rules = (await rulesOf(scoped, reader.organizationId)).at(now);
  const rows = await findSignals(scoped, reader, now, rules);
  const tasks = rows.flatMap((row) => taskOf(row, now, rules) ?? []);
  return {
    asOf: now.toISOString(),
    open: tasks
      .filter(({ assessed }) => assessed === null)
      .sort((a, b) => Number(b.escalated) - Number(a.escalated) || instantOf(a) - instantOf(b)),
    assessed: tasks
      .filter(({ assessed }) => assessed && now.getTime() - Date.parse(assessed.at) <= DAY)
      .sort((a, b) => (b.assessed?.at ?? '').localeCompare(a.assessed?.at ?? '')),
  };
}

async function findSignals(
  scoped: Scoped,
  { organizationId, staffId }: Reader,
  now: Date,
  { lookBackDays }: ProgramDefaults,
): Promise<Row[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const today = sql`${now.toISOString()}::date`;
  const { rows } = await sql<Row>`
    SELECT s.client_id AS "clientId", s.key, c.family_name AS "familyName", c.given_name AS "givenName", s.rule, s.what,
           s.evidence, s.arose_on AS "aroseOn", s.arose_at AS "aroseAt", s.known_at AS "knownAt",
           s.record_ids AS "recordIds", p.client_id IS NOT NULL AS "inReach",
           coalesce(care.zone, led.zone) AS "timeZone", coalesce(care.goes_on, false) AS "inCare", care.counselor, care.on_call AS "onCall",
           CASE WHEN led.starts_at IS NULL THEN NULL
                ELSE json_build_object('startsAt', led.starts_at, 'service', led.service) END AS session,
           (SELECT json_agg(json_build_object('id', e.id, 'act', e.act, 'by', e.made_by, 'at', e.made_at) ORDER BY e.seq)
              FROM safety_entry e WHERE e.organization_id = s.organization_id AND e.client_id = s.client_id
               AND e.signal_key = s.key) AS entries,
           (SELECT json_object_agg(a.entry_id, a.risk_level) FROM safety_assessment a
              JOIN safety_entry e ON e.organization_id = a.organization_id AND e.id = a.entry_id
             WHERE a.organization_id = s.organization_id AND e.client_id = s.client_id AND e.signal_key = s.key) AS risks
      FROM safety_signal s
      JOIN client c ON c.organization_id = s.organization_id AND c.id = s.client_id
      -- By the particulars: a roster shows names of clients whose record is out of reach.
      LEFT JOIN LATERAL (SELECT p.client_id FROM client_particulars p
                          WHERE p.organization_id = s.organization_id AND p.client_id = s.client_id LIMIT 1) p ON true
      LEFT JOIN LATERAL (
        SELECT concat_ws(' ', nullif(staff.given_name, ''), staff.family_name) AS counselor, zone.time_zone AS zone,
               e.status IN ('active', 'onhold') AND (e.ended_on IS NULL OR e.ended_on > ${today})
                 AND e.admitted_on <= s.arose_on AS goes_on,
               (SELECT array_agg(DISTINCT concat_ws(' ', nullif(o.given_name, ''), o.family_name)) FROM team_member t
                  JOIN staff o ON o.organization_id = t.organization_id AND o.id = t.staff_id
                 WHERE t.organization_id = e.organization_id AND t.supervises
                   AND (t.team_id = e.team_id OR t.team_id IN (SELECT own.team_id FROM team_member own
                          WHERE own.organization_id = e.organization_id AND own.staff_id = e.counselor_id))) AS on_call
          FROM episode e
          LEFT JOIN staff ON staff.organization_id = e.organization_id AND staff.id = e.counselor_id
          LEFT JOIN LATERAL (
            SELECT site.time_zone FROM program
              JOIN site ON site.organization_id = program.organization_id AND site.id = program.site_id
             WHERE program.organization_id = e.organization_id AND program.unit_id = e.unit_id ORDER BY program.id LIMIT 1) zone ON true
         WHERE e.organization_id = s.organization_id AND e.client_id = s.client_id
         ORDER BY e.admitted_on DESC, e.id LIMIT 1) care ON true
      LEFT JOIN LATERAL (
        SELECT a.starts_at, coalesce(service.name, a.service_name, a.kind) AS service, site.time_zone AS zone FROM attendance a
          LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
          LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
         WHERE a.organization_id = s.organization_id AND a.client_id = s.client_id AND a.facilitator_id = ${staffId}::uuid
           AND a.starts_at BETWEEN ${at} - interval '1 day' AND ${at} + interval '1 day'
           AND (a.starts_at AT TIME ZONE coalesce(site.time_zone, 'UTC'))::date = (${at} AT TIME ZONE coalesce(site.time_zone, 'UTC'))::date
         ORDER BY a.starts_at LIMIT 1) led ON true
     WHERE s.organization_id = ${organizationId} AND s.arose_on <= ${today} + 1
       AND s.client_id IN (SELECT r.client_id FROM client_reach r WHERE r.organization_id = ${organizationId})
       -- What arose long before anything was read here was seen to by other means; a supply that no other
       -- followed is missed today, whenever it ended.
       AND ((s.rule = 'medication' AND (s.covered_from IS NULL OR s.covered_from > ${today}))
         OR s.arose_on >= (SELECT min(started_at)::date FROM sync_run WHERE organization_id = ${organizationId}) - ${lookBackDays}::int)`.execute(
    scoped,
  );
  return rows;
}

function taskOf(row: Row, now: Date, rules: ProgramDefaults): SafetyTask | null {
  const { inReach, inCare, entries, risks, timeZone, ...signal } = row;
  const zone = timeZone ?? OWN_TIME_ZONE;
  if (signal.aroseOn > localTime(now.getTime(), zone).day) return null;
  // A supply is the program's to watch while somebody is in its care; a facilitator sees today's clients.
  if (signal.rule === 'medication' && inReach && !inCare) return null;
  // Known before it arose, as of a supply that was to end: it is known when it arises.
  const knownAt = Math.max(Date.parse(signal.knownAt), arisesAt(signal, zone));
  const state = safetyState(
    knownAt,
    (entries ?? []).map((entry) => ({ ...entry, at: Date.parse(entry.at) })),
    now.getTime(),
    rules,
  );
  const { acknowledged, assessed, escalatesAt, escalated } = state;
  return {
    ...signal,
    knownAt: iso(knownAt),
    timeZone: zone,
    recordIds: inReach ? signal.recordIds : [],
    through: inReach ? 'record' : 'session',
    onCall: signal.onCall ?? [],
    acknowledged: acknowledged && { by: acknowledged.by, at: iso(acknowledged.at) },
    escalatesAt: escalatesAt === null ? null : iso(escalatesAt),
    escalated,
    assessed: assessed && {
      by: assessed.by,
      at: iso(assessed.at),
      entryId: assessed.id,
      riskLevel: risks?.[assessed.id] ?? null,
    },
  };
}

const arisesAt = ({ rule, aroseOn }: Pick<Row, 'rule' | 'aroseOn'>, zone: string): number =>
  rule === 'medication' ? startOfDay(aroseOn, zone) : -Infinity;

const instantOf = ({ aroseAt, knownAt }: SafetyTask): number => Date.parse(aroseAt ?? knownAt);

const iso = (instant: number): string => new Date(instant).toISOString();
