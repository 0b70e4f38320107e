import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import { loadSites } from './sites.ts';

const ORGANIZATION = '5bd0b0e2-6b77-4f0d-8e0b-0a7b6a3c1f10';
const NEW_YORK = '1f0d5a8e-3f53-4b7e-9d86-6a4c1a2b3c4d';
const TOKYO = '2f0d5a8e-3f53-4b7e-9d86-6a4c1a2b3c4d';

test('one moment lies on each site’s own calendar, asked again as well', async () => {
  const database = await openTestDatabase();
  const sites = await database.sync(ORGANIZATION, async (scoped) => {
    await sql`
      INSERT INTO site (organization_id, id, name, time_zone)
      VALUES (${ORGANIZATION}, ${NEW_YORK}, 'Harbor Street', 'America/New_York'),
             (${ORGANIZATION}, ${TOKYO}, 'Minato', 'Asia/Tokyo')`.execute(scoped);
    return loadSites(scoped, ORGANIZATION);
  });
  const moment = Date.parse('2026-11-15T23:30:00Z');
  for (let time = 0; time < 2; time++) {
    assert.deepEqual(sites.localTime(moment, NEW_YORK), {
      day: '2026-11-15',
      monday: '2026-11-09',
      weekday: 7,
      hour: 18,
    });
    assert.deepEqual(sites.localTime(moment, TOKYO), {
      day: '2026-11-16',
      monday: '2026-11-16',
      weekday: 1,
      hour: 8,
    });
  }
});
