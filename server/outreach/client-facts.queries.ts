import { sql } from 'kysely';
import { statusAt } from '#domain/attendance/status-at';
import type { CollectedReport, CollectedSpecimen } from '#domain/drug-tests/specimens';
import { specimensOf } from '#domain/drug-tests/specimens';
import type { InstrumentId } from '#domain/instruments/instrument';
import { prescribedOn, type Supply } from '#domain/medication/supply';
import type { Authorization, TreatmentDay } from '#domain/caseload/clinical-facts';
import type { ClientFacts, LoggedContact, ScorePair } from '#domain/outreach/client-facts';
import { payerOf } from '#domain/payer/payer-on';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { type CaseloadRow, findCaseloadRows } from '../caseload/caseload-rows.queries.ts';
import { currentPlan } from '../caseload/current-plan.ts';
import { lastAuthorization, treatmentDays } from '../caseload/payer-authorization.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findCoverages } from '../payer/payers.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { standingContacts } from './standing-contacts.ts';

/** Whom a task is about, and what the rules look at. */
export interface NamedClient {
  facts: ClientFacts;
  /** The rules of the client's program, and payer, on the day. */
  rules: ProgramDefaults;
  familyName: string;
  givenName: string;
}

/** What nobody looked at for so long is found on the client's own page. */
const LONGEST_DAYS = 90;

/** The facts of every client in care whom the reader may see. */
export async function findClientFacts(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
): Promise<NamedClient[]> {
  const rows = await findCaseloadRows(scoped, reader, {}, asOf);
  if (rows.length === 0) return [];
  const all = await rulesOf(scoped, reader.organizationId);
  const more = await findMore(scoped, reader, rows, asOf, all.at(asOf));
  const clientIds = rows.map(({ clientId }) => clientId);
  const coverages = await findCoverages(scoped, reader.organizationId, clientIds, all);
  return rows.map((row) => {
    const { clientId, today, familyName, givenName } = row;
    const own = more.get(clientId);
    const coverageId = own?.authorization?.coverageId ?? null;
    const payer = payerOf(coverages.get(clientId) ?? [], coverageId, today);
    const rules = all.on(today, row.programId, payer);
    const facts = factsOf(row, own, asOf.getTime(), rules);
    return { familyName, givenName, rules, facts };
  });
}

/** What the caseload's own line does not need. */
interface MoreRow {
  clientId: string;
  deceased: boolean;
  resultsSince: string;
  supervisorId: string | null;
  loggedSince: string | null;
  seenRecordId: string | null;
  contacts:
    | [
        id: string,
        at: number,
        mode: string,
        result: string,
        next: string | null,
        on: string | null,
      ][]
    | null;
  hold: {
    episodeId: string;
    startsOn: string;
    endsOn: string;
    words: string | null;
    recordIds: string[] | null;
  } | null;
  scores: { instrument: InstrumentId; day: string; total: number; recordIds: string[] }[] | null;
  measured: ClientFacts['measured'][number][] | null;
  reports: CollectedReport[] | null;
  supplies: Supply[] | null;
  authorization: Omit<Authorization, 'usedDays'> | null;
  usedDays: TreatmentDay[] | null;
  bookedDays: TreatmentDay[] | null;
}

async function findMore(
  scoped: Scoped,
  { organizationId }: Reader,
  clients: readonly CaseloadRow[],
  asOf: Date,
  { lookBackDays }: ProgramDefaults,
): Promise<Map<string, MoreRow>> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const day = sql`${asOf.toISOString()}::date`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = c.id`;
  const { rows } = await sql<MoreRow>`
    SELECT c.id AS "clientId", coalesce(p.deceased, false) AS deceased,
           (SELECT min(started_at)::date FROM sync_run WHERE organization_id = ${organizationId}) - ${lookBackDays}::int AS "resultsSince",
           supervisor.id AS "supervisorId", log.since AS "loggedSince",
           seen.record_id AS "seenRecordId", logged.contacts, hold.hold, score.scores, given.measured, test.reports,
           supply.supplies, pa.found AS "authorization", visits.used AS "usedDays", visits.booked AS "bookedDays"
      FROM unnest(${clients.map(({ clientId }) => clientId)}::uuid[], ${clients.map(({ admittedOn }) => admittedOn)}::date[],
                  ${clients.map(({ today }) => today)}::date[]) AS l(client_id, admitted_on, today)
     CROSS JOIN LATERAL (SELECT l.client_id AS id) c
     CROSS JOIN (SELECT outreach_logged_since() AS since) log
      LEFT JOIN LATERAL (SELECT p.deceased FROM client_particulars p WHERE ${own('p')} LIMIT 1) p ON true
      LEFT JOIN LATERAL (
        SELECT s.id FROM episode e
          LEFT JOIN team_member counselor ON counselor.organization_id = e.organization_id AND counselor.staff_id = e.counselor_id
          JOIN team_member t ON t.organization_id = e.organization_id AND t.supervises
           AND t.team_id IN (e.team_id, counselor.team_id)
          JOIN staff s ON s.organization_id = t.organization_id AND s.id = t.staff_id
         WHERE ${own('e')} AND e.admitted_on <= ${day} + 1
         ORDER BY e.admitted_on DESC, s.family_name, s.id LIMIT 1) supervisor ON true
      LEFT JOIN LATERAL (
        SELECT a.record_id FROM attendance a
         WHERE ${own('a')} AND a.starts_at <= ${at} AND a.outcome IN ('attended', 'attended-late', 'left-early')
         ORDER BY a.starts_at DESC LIMIT 1) seen ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(l.id, date_part('epoch', l.at) * 1000, l.mode, l.result, l.next_step, l.next_step_on)) AS contacts
          FROM ${standingContacts('l')} WHERE l.client_id = c.id AND l.at <= ${at}) logged ON true
      LEFT JOIN LATERAL (
        SELECT json_build_object('episodeId', h.episode_id, 'startsOn', h.starts_on, 'endsOn', h.ends_on,
                 'words', flag.words, 'recordIds', to_json(array_remove(ARRAY[flag.record_id], NULL))) AS hold
          FROM episode_hold h
          -- The hold itself gives no reason; a flag that began with it may.
          LEFT JOIN LATERAL (
            SELECT f.words, f.record_id FROM client_flag f
             WHERE ${own('f')} AND f.category = 'admin' AND f.starts_on BETWEEN h.starts_on - 1 AND h.starts_on + 1
             ORDER BY f.starts_on, f.record_id LIMIT 1) flag ON true
         WHERE ${own('h')} AND h.ends_on <= ${day} + 1
         ORDER BY h.ends_on DESC LIMIT 1) hold ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('instrument', s.instrument, 'day', s.day, 'total', s.total, 'recordIds', s.record_ids)
                        ORDER BY s.instrument, s.day DESC) AS scores
          FROM (SELECT s.*, row_number() OVER (PARTITION BY s.instrument ORDER BY s.day DESC) AS place
                  FROM score s WHERE ${own('s')} AND s.total IS NOT NULL AND s.day <= l.today) s
         WHERE s.place <= 2) score ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('instrument', s.instrument, 'day', s.day, 'recordIds', s.record_ids)
                        ORDER BY s.instrument) AS measured
          FROM (SELECT DISTINCT ON (s.instrument) s.instrument, s.day, s.record_ids
                  FROM score s WHERE ${own('s')} AND s.day <= l.today
                 ORDER BY s.instrument, s.day DESC) s) given ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', d.record_id, 'state', d.state, 'findings', d.findings,
                 'creatinine', d.creatinine, 'specificGravity', d.specific_gravity,
                 'confirmsAll', d.confirms_all, 'collectedAt', coalesce(d.collected_at::text, d.collected_on::text),
                 'collectedOn', d.collected_on, 'memberIds', d.member_ids, 'isTest', d.is_test) ORDER BY d.record_id) AS reports
          FROM drug_test_report d
         WHERE ${own('d')} AND d.collected_on BETWEEN l.today - ${LONGEST_DAYS}::int AND l.today) test ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('medication', m.medication, 'startsOn', m.starts_on, 'endsOn', m.ends_on,
                                          'supplyEndsOn', m.supply_ends_on)) AS supplies
          FROM medication_supply m WHERE ${own('m')} AND m.medication IS NOT NULL) supply ON true
      LEFT JOIN LATERAL (${lastAuthorization(organizationId)}) pa ON true
      LEFT JOIN LATERAL (${treatmentDays(
        at,
        sql`pa.units IS NOT NULL AND ${own('a')}
                   AND a.starts_at >= pa.starts_on::timestamptz - interval '1 day'`,
      )}) visits ON true`.execute(scoped);
  return new Map(rows.map((row) => [row.clientId, row]));
}

function factsOf(
  row: CaseloadRow,
  more: MoreRow | undefined,
  now: number,
  rules: ProgramDefaults,
): ClientFacts {
  const hold = more?.hold;
  return {
    clientId: row.clientId,
    episodeId: row.episodeId,
    timeZone: row.timeZone,
    today: row.today,
    admittedOn: row.admittedOn,
    onHold: row.onHold,
    deceased: more?.deceased ?? false,
    counselorId: row.counselorId,
    supervisorId: more?.supervisorId ?? null,
    sessions: begunSessions(row, now, rules),
    seen:
      row.lastSeenAt && more?.seenRecordId
        ? { at: Date.parse(row.lastSeenAt), recordId: more.seenRecordId }
        : null,
    contacts: (more?.contacts ?? []).map(([id, at, mode, result, nextStep, nextStepOn]) => ({
      id,
      at,
      mode: mode as LoggedContact['mode'],
      result: result as LoggedContact['result'],
      nextStep,
      nextStepOn,
    })),
    outreachLoggedSince: more?.loggedSince ? Date.parse(more.loggedSince) : null,
    lastHold:
      hold && hold.episodeId === row.episodeId && hold.endsOn <= row.today
        ? { ...hold, recordIds: hold.recordIds ?? [] }
        : null,
    resultsSince: more?.resultsSince ?? row.today,
    scores: scorePairs(more?.scores ?? []),
    measured: more?.measured ?? [],
    specimens: specimens(more),
    authorization: more?.authorization
      ? { ...more.authorization, usedDays: more.usedDays ?? [] }
      : null,
    bookedDays: more?.bookedDays ?? [],
    plan: endingPlan(row),
  };
}

const begunSessions = (
  row: CaseloadRow,
  now: number,
  rules: ProgramDefaults,
): ClientFacts['sessions'] =>
  (row.sessions ?? []).flatMap(
    ([recordId, startsAt, endsAt, , outcome, , , walkIn, waitlisted, ofEpisode]) =>
      walkIn || waitlisted || !ofEpisode || startsAt > now
        ? []
        : [
            {
              recordId,
              startsAt,
              status: statusAt({ startsAt, endsAt, outcome }, now, rules),
            },
          ],
  );

function scorePairs(scores: NonNullable<MoreRow['scores']>): ScorePair[] {
  return [...Map.groupBy(scores, ({ instrument }) => instrument)].flatMap(
    ([instrument, [last, before]]) => (last && before ? [{ instrument, last, before }] : []),
  );
}

function specimens(more: MoreRow | undefined): CollectedSpecimen[] {
  const supplies = more?.supplies ?? [];
  const reports = (more?.reports ?? []).map((report) => ({
    ...report,
    // The database writes an instant on its own clock.
    collectedAt: new Date(report.collectedAt).toISOString(),
  }));
  return specimensOf(reports, (day) => prescribedOn(day, supplies));
}

/** The plan that holds, where something says when it ends. */
function endingPlan({ phases, changes, today }: CaseloadRow): ClientFacts['plan'] {
  const plan = currentPlan({ phases, changes }, today);
  if (!plan?.endsOn) return null;
  const hasSuccessor = (phases ?? []).some(([, startsOn]) => startsOn > today);
  return { planId: plan.planId, endsOn: plan.endsOn, hasSuccessor };
}
