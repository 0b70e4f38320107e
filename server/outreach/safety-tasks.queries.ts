import { sql } from 'kysely';
import { localTime, startOfDay } from '#domain/calendar/calendar-day';
import type { SafetyTask, SafetyTasks } from '#domain/outreach/safety.contract';
import { type OnCallSpan, onCallAt } from '#domain/outreach/on-call';
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
  siteId: string | null;
  inReach: boolean;
  /** Of medication: it was missed in the episode of care that goes on. */
  inCare: boolean;
  counselor: string | null;
  supervisors: string[] | null;
  session: SafetyTask['session'];
  entries: { id: string; act: SafetyEntry['act']; by: string; at: string }[] | null;
  risks: Record<string, NonNullable<SafetyTask['assessed']>['riskLevel']> | null;
}

const DAY = 86_400_000;

/**
 * Lets the policies know what time it is at the clinic, and how long a task waits to be acknowledged: a
 * facilitator sees whom they lead today, whoever is on call what nobody took on in time.
 */
export async function tellNow(
  scoped: Scoped,
  { organizationId }: Reader,
  now: Date,
): Promise<ProgramDefaults> {
  const rules = (await rulesOf(scoped, organizationId)).at(now);
  await sql`SELECT set_config('throughline.now', ${now.toISOString()}, true),
                   set_config('throughline.acknowledge_minutes', ${`${rules.safetyAcknowledgeMinutes}`}, true)`.execute(
    scoped,
  );
  return rules;
}

/** What is open for the reader, and what was assessed within a day. */
export async function findSafetyTasks(
  scoped: Scoped,
  reader: Reader,
  now: Date,
): Promise<SafetyTasks> {
  const rules = await tellNow(scoped, reader, now);
  const rota = await findRota(scoped, reader, now);
  const rows = await findSignals(scoped, reader, now, rules);
  const tasks = rows.flatMap((row) => taskOf(row, now, rules, rota) ?? []);
  return {
    asOf: now.toISOString(),
    changesAt: await nextChange(scoped, rota, now),
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
           coalesce(care.zone, led.zone) AS "timeZone", care.site_id AS "siteId", coalesce(care.goes_on, false) AS "inCare", care.counselor, care.supervisors,
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
        SELECT concat_ws(' ', nullif(staff.given_name, ''), staff.family_name) AS counselor, zone.time_zone AS zone, zone.id AS site_id,
               e.status IN ('active', 'onhold') AND (e.ended_on IS NULL OR e.ended_on > ${today})
                 AND e.admitted_on <= s.arose_on AS goes_on,
               (SELECT array_agg(DISTINCT concat_ws(' ', nullif(o.given_name, ''), o.family_name)) FROM team_member t
                  JOIN staff o ON o.organization_id = t.organization_id AND o.id = t.staff_id
                 WHERE t.organization_id = e.organization_id AND t.supervises
                   AND (t.team_id = e.team_id OR t.team_id IN (SELECT own.team_id FROM team_member own
                          WHERE own.organization_id = e.organization_id AND own.staff_id = e.counselor_id))) AS supervisors
          FROM episode e
          LEFT JOIN staff ON staff.organization_id = e.organization_id AND staff.id = e.counselor_id
          LEFT JOIN LATERAL (
            SELECT site.id, site.time_zone FROM program
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
       AND ((SELECT reader_sees_every_client())
         OR s.client_id IN (SELECT r.client_id FROM client_reach r WHERE r.organization_id = ${organizationId}
                             UNION ALL SELECT unnest(reader_is_on_call_for())))
       -- What arose long before anything was read here was seen to by other means; a supply that no other
       -- followed is missed today, whenever it ended.
       AND ((s.rule = 'medication' AND (s.covered_from IS NULL OR s.covered_from > ${today}))
         OR s.arose_on >= (SELECT min(started_at)::date FROM sync_run WHERE organization_id = ${organizationId}) - ${lookBackDays}::int)`.execute(
    scoped,
  );
  return rows;
}

function taskOf(
  row: Row,
  now: Date,
  rules: ProgramDefaults,
  rota: readonly Shift[],
): SafetyTask | null {
  const { inReach, inCare, entries, risks, timeZone, siteId, supervisors, ...signal } = row;
  const zone = timeZone ?? rota.find(({ isReaders }) => isReaders)?.timeZone ?? OWN_TIME_ZONE;
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
    through: inReach ? 'record' : signal.session ? 'session' : 'on-call',
    onCall: inReach ? goesTo(rota, siteId, supervisors ?? [], escalatesAt, now) : [],
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

/** Who is on call when it escalates, and now if it has; without a rota, who supervises. */
function goesTo(
  rota: readonly Shift[],
  siteId: string | null,
  supervisors: string[],
  escalatesAt: number | null,
  now: Date,
): string[] {
  const onCall = onCallAt(rota, siteId, Math.max(escalatesAt ?? 0, now.getTime()));
  return onCall.length > 0 ? onCall : supervisors;
}

interface Shift extends OnCallSpan {
  timeZone: string;
  isReaders: boolean;
}

/** Who is on call now, or may come to be before a task of today escalates. */
async function findRota(
  scoped: Scoped,
  { organizationId, staffId }: Reader,
  now: Date,
): Promise<Shift[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await sql<
    Omit<Shift, 'fromAt' | 'untilAt'> & { fromAt: string; untilAt: string }
  >`
    SELECT concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS name, o.site_id AS "siteId",
           o.from_at AS "fromAt", o.until_at AS "untilAt", o.time_zone AS "timeZone",
           o.staff_id IS NOT DISTINCT FROM ${staffId}::uuid AS "isReaders"
      FROM on_call_span o
      JOIN staff s ON s.organization_id = o.organization_id AND s.id = o.staff_id
     WHERE o.organization_id = ${organizationId} AND o.withdrawn_at IS NULL
       AND o.until_at > ${at} AND o.from_at < ${at} + interval '2 days'
     ORDER BY o.from_at, o.id`.execute(scoped);
  return rows.map((row) => ({
    ...row,
    fromAt: Date.parse(row.fromAt),
    untilAt: Date.parse(row.untilAt),
  }));
}

/** The next instant at which time alone changes who has what. */
async function nextChange(
  scoped: Scoped,
  rota: readonly Shift[],
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`SELECT next_escalation() AS at`.execute(scoped);
  const shifts = rota.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt]);
  const ahead = [...shifts, ...rows.flatMap(({ at }) => (at ? [Date.parse(at)] : []))].filter(
    (instant) => instant > now.getTime(),
  );
  return ahead.length > 0 ? iso(Math.min(...ahead)) : null;
}

const arisesAt = ({ rule, aroseOn }: Pick<Row, 'rule' | 'aroseOn'>, zone: string): number =>
  rule === 'medication' ? startOfDay(aroseOn, zone) : -Infinity;

const instantOf = ({ aroseAt, knownAt }: SafetyTask): number => Date.parse(aroseAt ?? knownAt);

const iso = (instant: number): string => new Date(instant).toISOString();
