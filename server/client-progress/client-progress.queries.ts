import { sql } from 'kysely';
import { ageOn } from '#domain/calendar/age-on';
import { addDays, localTime } from '#domain/calendar/calendar-day';
import type {
  ClientEpisode,
  ClientProgress,
  ClientWeek,
} from '#domain/client-progress/client-progress.contract';
import { prescribedOf } from '../caseload/caseload-line.ts';
import { findCaseloadLines } from '../caseload/caseload-lines.ts';
import type { CaseloadRow } from '../caseload/caseload-rows.queries.ts';
import { prescribedMinutes } from '#domain/settings/prescribed-minutes';
import { hasContact } from '../attendance/has-contact.ts';
import { rulesOf } from '../settings/rules.ts';
import { currentPlan, type PlanRecord, planRecord } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import { findAssessedByStaff } from './assessed-by-staff.queries.ts';
import { findBackground } from './background.queries.ts';
import { findMeasures } from './client-measures.queries.ts';
import { findSessions, type SessionRead } from './client-sessions.queries.ts';
import { curriculumOf } from './curriculum-of.ts';
import { levelReviewOf } from './level-review.ts';
import { nextPhaseOf } from './next-phase.ts';
import { findGoals } from './plan.queries.ts';
import { findStays, type ShownEpisode } from './shown-episode.ts';
import { findTestsAndMedication } from './tests-and-medication.queries.ts';
import { findWay } from './way.queries.ts';
import { zoneOfClient } from './zone-of-client.ts';
import type { Reader } from '../database/reader.ts';

type Person = Pick<CaseloadRow, 'familyName' | 'givenName' | 'recordNumber' | 'birthDate'>;

/** One client's record at `asOf`; `null` when there is none within the reader's reach. */
export async function findClientProgress(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  asOf: Date,
): Promise<ClientProgress | null> {
  const { organizationId } = reader;
  const [entry] = await findCaseloadLines(scoped, reader, { client: clientId }, asOf);
  // Whoever reaches a stay reaches the particulars, which came with it.
  const person = entry?.row ?? (await findPerson(scoped, organizationId, clientId));
  if (!person) return null;
  const { row, line } = entry ?? { row: null, line: null };
  const today = row?.today ?? asOf.toISOString().slice(0, 10);
  const age = person.birthDate ? ageOn(person.birthDate, today) : null;
  const sessions = await findSessions(scoped, organizationId, clientId, asOf);
  const stays = await findStays(scoped, organizationId, clientId, asOf);
  const shown = stays.find(({ id }) => id === line?.episodeId) ?? stays[0] ?? null;
  return {
    asOf: asOf.toISOString(),
    clientId,
    familyName: person.familyName,
    givenName: person.givenName,
    recordNumber: person.recordNumber,
    age,
    timeZone:
      row?.timeZone ?? shown?.timeZone ?? (await zoneOfClient(scoped, organizationId, clientId)),
    team: row?.teamName ?? null,
    line,
    episodes: await findEpisodes(scoped, organizationId, clientId, today, asOf),
    sessions,
    weeks: row ? await findWeeks(scoped, organizationId, row) : [],
    ...(shown
      ? await findCourse(scoped, organizationId, { shown, stays, line, sessions, age }, asOf)
      : await findBeforeCourse(scoped, organizationId, clientId, today, asOf)),
  };
}

/** Who is in no stay; `null` where their record is not within the reader's reach. */
async function findPerson(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
): Promise<Person | null> {
  // By the particulars, not the name: a roster shows names of clients whose record is out of reach.
  const { rows } = await sql<Person>`
    SELECT c.family_name AS "familyName", c.given_name AS "givenName", p.record_number AS "recordNumber",
           p.birth_date AS "birthDate"
      FROM client c JOIN client_particulars p ON p.organization_id = c.organization_id AND p.client_id = c.id
     WHERE c.organization_id = ${organizationId} AND c.id = ${clientId}`.execute(scoped);
  return rows[0] ?? null;
}

type Course = Pick<
  ClientProgress,
  'background' | 'request' | 'way' | 'measures' | 'alliance' | 'specimens' | 'medication' | 'plan'
>;

/** Of a stay that there is none of. */
const NO_STAY: Omit<Course, 'background' | 'request'> = {
  way: null,
  measures: [],
  alliance: [],
  specimens: [],
  medication: { supplies: [], gaps: [], visits: [], naloxoneOn: null },
  plan: { goals: [], curriculum: [], nextPhase: null, levelReview: [], dimensions: [] },
};

/** Of somebody who asked for help and was never admitted: who they are, and nothing of a stay. */
async function findBeforeCourse(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  today: string,
  asOf: Date,
): Promise<Course> {
  const rules = await rulesOf(scoped, organizationId);
  const before = { clientId, admittedOn: today, today, lastDay: today, programId: null };
  return {
    background: await findBackground(scoped, organizationId, before, rules, asOf),
    request: await findRequest(scoped, organizationId, clientId, today),
    ...NO_STAY,
  };
}

/** The last time somebody asked for help, by or for a client. */
async function findRequest(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  today: string,
): Promise<ClientProgress['request']> {
  const { rows } = await sql<NonNullable<ClientProgress['request']>>`
    SELECT r.requested_on AS "on", r.record_id AS "recordId",
           coalesce(r.requester_name, nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), ''), unit.name) AS by
      FROM referral r
      LEFT JOIN staff s ON s.organization_id = r.organization_id AND s.id = r.requester_id
      LEFT JOIN unit ON unit.organization_id = r.organization_id AND unit.id = r.requester_id
     WHERE r.organization_id = ${organizationId} AND r.client_id = ${clientId} AND r.status <> 'entered-in-error'
       AND coalesce(r.requested_on, ${today}::date) <= ${today}::date
     ORDER BY r.requested_on DESC NULLS LAST, r.record_id LIMIT 1`.execute(scoped);
  return rows[0] ?? null;
}

interface Shown extends Pick<ClientProgress, 'line' | 'age'> {
  sessions: readonly SessionRead[];
  shown: ShownEpisode;
  stays: readonly ShownEpisode[];
}

/** Everything of one episode: its way, what was measured, tested, prescribed, planned. */
async function findCourse(
  scoped: Scoped,
  organizationId: string,
  { shown, stays, line, sessions, age }: Shown,
  asOf: Date,
): Promise<Course> {
  const allRules = await rulesOf(scoped, organizationId);
  const rules = allRules.on(shown.today, shown.programId);
  const { way } = await findWay(
    scoped,
    organizationId,
    { stays, shown, sessions, age },
    allRules,
    asOf,
  );
  const background = await findBackground(scoped, organizationId, shown, allRules, asOf);
  const { dimensions, alliance, reviews } = await findAssessedByStaff(
    scoped,
    organizationId,
    shown,
    asOf,
  );
  const onHold = line?.onHold ?? false;
  const measures = await findMeasures(scoped, organizationId, shown, reviews, onHold);
  const { specimens, medication } = await findTestsAndMedication(
    scoped,
    organizationId,
    shown,
    sessions,
  );
  const goals = await findGoals(scoped, organizationId, shown, asOf);
  const curriculum = curriculumOf(sessions, shown.id, rules, asOf);
  const read = { line, way, sessions, specimens, goals, background };
  const nextPhase = nextPhaseOf(shown, read, rules);
  const levelReview = levelReviewOf(shown, {
    ...{ line, goals, dimensions },
    ...{ measures, background },
  });
  return {
    background,
    request: null,
    way,
    measures,
    alliance,
    specimens,
    medication,
    plan: { goals, curriculum, nextPhase, levelReview, dimensions },
  };
}

async function findEpisodes(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  today: string,
  asOf: Date,
): Promise<ClientEpisode[]> {
  const { noContactDays } = (await rulesOf(scoped, organizationId)).on(today);
  const goesOn = hasContact(sql`e.last_contact_on`, sql`${today}::date`, sql`${noContactDays}`);
  const { rows } = await sql<
    Omit<ClientEpisode, 'level' | 'plannedEnd'> & {
      code: string | null;
      edition: string | null;
    } & PlanRecord
  >`
    SELECT e.id, e.inferred, coalesce(p.name, unit.name) AS program, e.level_code AS code, e.level_edition AS edition,
           e.admitted_on AS "admittedOn", 
           CASE WHEN ${goesOn} THEN e.ended_on ELSE e.last_contact_on END AS "endedOn",
           nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), '') AS counselor,
           plan.phases, plan.changes
      FROM episode e
     CROSS JOIN LATERAL (${planRecord(organizationId, sql`e.client_id`, sql`e.id`, asOf)}) plan
      LEFT JOIN unit ON unit.organization_id = e.organization_id AND unit.id = e.unit_id
      LEFT JOIN LATERAL (SELECT p.name FROM program p WHERE p.organization_id = e.organization_id
                            AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
      LEFT JOIN staff s ON s.organization_id = e.organization_id AND s.id = e.counselor_id
     WHERE e.organization_id = ${organizationId} AND e.client_id = ${clientId}
     ORDER BY e.admitted_on DESC, e.id`.execute(scoped);
  return rows.map(({ code, edition, phases, changes, ...episode }) => ({
    ...episode,
    plannedEnd: currentPlan({ phases, changes }, lastDayOf(episode, today))?.endsOn ?? null,
    level: code ? { code, edition } : null,
  }));
}

/** Every full week since admission, from the weekly rollup; the week of asOf is not over: the line has it. */
async function findWeeks(
  scoped: Scoped,
  organizationId: string,
  row: CaseloadRow,
): Promise<ClientWeek[]> {
  const { rows } = await sql<{ week: string; delivered: number; assumed: number }>`
    SELECT week, sum(recorded_minutes) AS delivered, sum(assumed_minutes) AS assumed
      FROM episode_week
     WHERE organization_id = ${organizationId} AND client_id = ${row.clientId} AND episode_id = ${row.episodeId}
     GROUP BY week`.execute(scoped);
  const counted = new Map(rows.map((week) => [week.week, week]));
  const plan = currentPlan(row, row.today);
  const rules = await rulesOf(scoped, organizationId);
  const weeks: ClientWeek[] = [];
  for (let monday = mondayOf(row.admittedOn); monday < row.monday; monday = addDays(monday, 7)) {
    weeks.push({
      monday,
      deliveredMinutes: counted.get(monday)?.delivered ?? 0,
      assumedMinutes: counted.get(monday)?.assumed ?? 0,
      prescribedMinutes: prescribedOf(row, plan, monday, (phase) =>
        prescribedMinutes(rules.on(monday, row.programId), row.levelCode, phase),
      ),
    });
  }
  return weeks;
}

/** A stay that ended goes by the plan of its last day; one that is still to begin by that of its first. */
const lastDayOf = (
  { admittedOn, endedOn }: Pick<ClientEpisode, 'admittedOn' | 'endedOn'>,
  today: string,
): string =>
  endedOn !== null && endedOn <= today
    ? addDays(endedOn, -1)
    : today < admittedOn
      ? admittedOn
      : today;

const mondayOf = (day: string): string => localTime(Date.parse(day), 'UTC').monday;
