import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '#domain/calendar/calendar-day';
import type { Database } from '../database/database.ts';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import { type EpisodeRow, episodesOf, isOf } from './episode-of-session.ts';
import { hadContact, hasContact } from './has-contact.ts';

const ORGANIZATION = '5bd0b0e2-6b77-4f0d-8e0b-0a7b6a3c1f10';
const CLIENT = '1f0d5a8e-3f53-4b7e-9d86-6a4c1a2b3c4d';

let database: Database;
before(async () => void (database = await openTestDatabase()));

const stay = (dates: Partial<EpisodeRow>): EpisodeRow => ({
  id: '00000000-0000-4000-8000-000000000001',
  client_id: CLIENT,
  admitted_on: '2026-10-05',
  ended_on: '2026-11-18',
  last_contact_on: null,
  level_code: '2.1',
  unit_id: null,
  track: null,
  ...dates,
});

describe('The episode of a session', () => {
  it('holds sessions from the day of admission to the day it ended, both among them', () => {
    const holds = (day: string, one = stay({})) => isOf(one, day, 30);
    assert.deepEqual(
      ['2026-10-04', '2026-10-05', '2026-11-18', '2026-11-19'].map((day) => holds(day)),
      [false, true, true, false],
    );
    assert.ok(holds('2030-01-01', stay({ ended_on: null })));
  });

  it('inferred, goes on for as many days after the last contact as a query says it does', async () => {
    const last = '2026-11-01';
    const days = [28, 29, 30, 31].map((later) => addDays(last, later));
    const { rows } = await database.own((scoped) =>
      sql<{ day: string; goesOn: boolean }>`
        SELECT day, ${hasContact(sql`${last}::date`, sql`day`, sql`30`)} AS "goesOn"
          FROM unnest(${days}::date[]) AS day ORDER BY day`.execute(scoped),
    );
    assert.deepEqual(
      rows.map(({ goesOn }) => goesOn),
      [true, true, false, false],
    );
    for (const { day, goesOn } of rows) assert.equal(hadContact(last, day, 30), goesOn, day);
  });

  it('of two that hold a day is the one admitted to last', async () => {
    await database.sync(ORGANIZATION, (scoped) =>
      sql`
        INSERT INTO episode (organization_id, id, client_id, status, admitted_on)
        SELECT ${ORGANIZATION}, gen_random_uuid(), ${CLIENT}, 'active', day
          FROM unnest(ARRAY['2026-10-05', '2026-11-02', '2026-09-01']::date[]) AS day`.execute(
        scoped,
      ),
    );
    const found = await database.sync(ORGANIZATION, (scoped) =>
      episodesOf(scoped, ORGANIZATION, [{ client_id: CLIENT }, { client_id: CLIENT }]),
    );
    assert.deepEqual(
      found.get(CLIENT)?.map(({ admitted_on }) => admitted_on),
      ['2026-11-02', '2026-10-05', '2026-09-01'],
    );
  });
});
