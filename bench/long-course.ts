import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { instrument } from '../domain/instruments/instruments.ts';
import { scoreAnswers } from '../domain/instruments/score-answers.ts';
import type { Database, Scoped } from '../server/database/database.ts';
import { recountRollups } from './recount-rollups.ts';

/** A client who has come for long: two years, three episodes, many sessions and scores. */
const sessions = 500;
const scores = 120;
const days = 730;
/** Since when the episode goes on that the page shows. */
const daysOfLast = 300;

/** Gives such a course to a client of a counselor's, in plain SQL; whose it is. */
export async function longCourse(
  database: Database,
  counselorId: string,
  clinicNow: Date,
): Promise<string> {
  const clientId = await database.own(async (scoped) => {
    const own = await ownClient(scoped, counselorId);
    await addEpisodes(scoped, own, clinicNow);
    await addSessions(scoped, own, clinicNow);
    await addScores(scoped, own, clinicNow);
    await addTestsAndSupplies(scoped, own, clinicNow);
    await recountRollups(scoped);
    return own.clientId;
  });
  await database.analyze();
  return clientId;
}

interface OwnClient {
  clientId: string;
  episodeId: string;
}

async function ownClient(scoped: Scoped, counselorId: string): Promise<OwnClient> {
  const { rows } = await sql<OwnClient>`
    SELECT e.client_id AS "clientId", e.id AS "episodeId" FROM episode e
     WHERE e.counselor_id = ${counselorId} AND e.ended_on IS NULL AND e.status = 'active'
     ORDER BY e.admitted_on, e.id LIMIT 1`.execute(scoped);
  const [own] = rows;
  if (!own) throw new Error('The counselor has no client in care.');
  return own;
}

async function addEpisodes(
  scoped: Scoped,
  { clientId, episodeId }: OwnClient,
  clinicNow: Date,
): Promise<void> {
  const today = sql`${clinicNow.toISOString().slice(0, 10)}::date`;
  await sql`DELETE FROM episode WHERE client_id = ${clientId} AND id <> ${episodeId}`.execute(
    scoped,
  );
  await sql`UPDATE episode SET admitted_on = ${today} - ${daysOfLast}::int WHERE id = ${episodeId}`.execute(
    scoped,
  );
  for (const [from, to] of [
    [days, daysOfLast + 220],
    [daysOfLast + 200, daysOfLast],
  ] as const)
    await sql`
      INSERT INTO episode (organization_id, id, client_id, status, admitted_on, ended_on, level_code, level_edition, unit_id, counselor_id, team_id)
      SELECT organization_id, ${randomUUID()}, client_id, 'finished', ${today} - ${from}::int, ${today} - ${to}::int, '2.5', '4',
             unit_id, counselor_id, team_id FROM episode WHERE id = ${episodeId}`.execute(scoped);
}

/** Evenly over the two years; the episode that goes on has those of its days. */
async function addSessions(
  scoped: Scoped,
  { clientId, episodeId }: OwnClient,
  clinicNow: Date,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute
     WHERE attrelid = 'attendance'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`.execute(
    scoped,
  );
  const made: Record<string, ReturnType<typeof sql>> = {
    record_id: sql`gen_random_uuid()`,
    session_id: sql`gen_random_uuid()`,
    encounter_id: sql`NULL::uuid`,
    starts_at: sql`moved.starts_at`,
    ends_at: sql`moved.starts_at + (one.ends_at - one.starts_at)`,
    week: sql`date_trunc('week', moved.starts_at AT TIME ZONE 'UTC')::date`,
    weekday: sql`extract(isodow FROM moved.starts_at AT TIME ZONE 'UTC')::int`,
    episode_id: sql`CASE WHEN moved.starts_at > ${clinicNow.toISOString()}::timestamptz - make_interval(days => ${daysOfLast})
                         THEN ${episodeId}::uuid END`,
  };
  await sql`
    INSERT INTO attendance (${sql.join(rows.map(({ name }) => sql.ref(name)))})
    SELECT ${sql.join(rows.map(({ name }) => made[name] ?? sql`one.${sql.ref(name)}`))}
      FROM (SELECT a.*, row_number() OVER (ORDER BY a.starts_at) - 1 AS number, count(*) OVER () AS existing FROM attendance a
             WHERE a.client_id = ${clientId} AND a.starts_at < ${clinicNow.toISOString()}::timestamptz) one
      JOIN generate_series(0, ${sessions - 1}::int) AS copy ON copy % one.existing = one.number AND copy < ${sessions} - one.existing
     CROSS JOIN LATERAL (SELECT ${clinicNow.toISOString()}::timestamptz
                          - make_interval(hours => (copy + 1) * ${Math.floor((days * 24) / sessions)}::int) AS starts_at) moved`.execute(
    scoped,
  );
}

/** Three instruments by turns, each answered in full: of the last score each, back through the episode. */
async function addScores(scoped: Scoped, { clientId }: OwnClient, clinicNow: Date): Promise<void> {
  await sql`DELETE FROM score WHERE client_id = ${clientId}`.execute(scoped);
  for (const [place, id] of (['phq-9', 'gad-7', 'bam-iop'] as const).entries()) {
    const { items, total, subscales } = instrument(id);
    const answers = Object.fromEntries(items.map((item) => [item.id, item.min + 1]));
    const known = scoreAnswers(instrument(id), answers);
    await sql`
      INSERT INTO score (organization_id, client_id, instrument, day, total, total_from, mismatch, subscales, answers, missing, record_ids)
      SELECT e.organization_id, e.client_id, ${id}, ${clinicNow.toISOString().slice(0, 10)}::date - ${place}::int - 7 * week,
             ${known.total}::double precision, ${total ? 'computed' : null}::text, false,
             ${JSON.stringify(subscales.length > 0 ? known.subscales : {})}::jsonb, ${JSON.stringify(answers)}::jsonb, '{}',
             ARRAY[gen_random_uuid()]
        FROM (SELECT DISTINCT organization_id, client_id FROM episode WHERE client_id = ${clientId}) e
       CROSS JOIN generate_series(0, ${scores / 3 - 1}::int) AS week`.execute(scoped);
  }
}

/** A test a week, of five analytes, and a supply every four weeks. */
async function addTestsAndSupplies(
  scoped: Scoped,
  { clientId }: OwnClient,
  clinicNow: Date,
): Promise<void> {
  const today = sql`${clinicNow.toISOString().slice(0, 10)}::date`;
  const findings = ['fentanyl', 'cannabinoids', 'cocaine', 'benzodiazepines', 'buprenorphine'].map(
    (analyte) => ({ analyte, detected: analyte === 'buprenorphine', confirmed: false }),
  );
  const of = sql`(SELECT DISTINCT organization_id, client_id FROM episode WHERE client_id = ${clientId}) e`;
  await sql`
    INSERT INTO drug_test_report (organization_id, record_id, client_id, collected_on, collected_at, findings, confirms_all, is_test, member_ids)
    SELECT e.organization_id, gen_random_uuid(), e.client_id, ${today} - 7 * week, NULL, ${JSON.stringify(findings)}::jsonb, false, true, '{}'
      FROM ${of} CROSS JOIN generate_series(1, 42) AS week`.execute(scoped);
  await sql`
    INSERT INTO medication_supply (organization_id, record_id, client_id, medication, words, status, starts_on, ends_on, supply_ends_on)
    SELECT e.organization_id, gen_random_uuid(), e.client_id, 'buprenorphine', 'buprenorphine 8 MG', 'completed',
           ${today} - 28 * month, ${today} - 28 * month + 27, ${today} - 28 * month + 27
      FROM ${of} CROSS JOIN generate_series(1, 26) AS month`.execute(scoped);
}
