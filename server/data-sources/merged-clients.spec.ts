import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import { clinicalRecord, merged } from '../testing/clinical-record.fixture.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Cy's record, Sam's client, turns out to be Ada's, Ruth's client. */
const MERGE = merged('cy', 'ada');

async function clinicWith(...resources: FhirResource[]): Promise<void> {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...resources);
  await clinic.sync.readOnce();
}
async function then(...resources: FhirResource[]): Promise<void> {
  clinic.endpoint.put('2026-11-18T13:01:30Z', ...resources);
  await clinic.sync.readOnce();
}

/** Of how many rows of a table each client is, by name. */
const rowsOf = (table: string) =>
  clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ key: string; n: number }>`
      SELECT i.source_key AS key, count(*)::int AS n FROM ${sql.table(table)} t
        JOIN identity i ON i.id = t.client_id GROUP BY 1 ORDER BY 1`.execute(scoped);
    return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
  });

test('facts of a merged record stand under its survivor, whichever came first', async () => {
  await clinicWith(...clinicalRecord('cy'));
  assert.deepEqual(await rowsOf('goal'), { cy: 1 });
  await then(MERGE);
  const moved = [await rowsOf('goal'), await rowsOf('score'), await rowsOf('episode')];
  assert.deepEqual(moved, [{ ada: 1 }, { ada: 1 }, { ada: 2, bo: 1, di: 1 }]);
  await clinic.close();
  await clinicWith(MERGE);
  await then(...clinicalRecord('cy'));
  assert.deepEqual([await rowsOf('goal'), await rowsOf('score'), await rowsOf('episode')], moved);
});

test('sessions move with it, and a later change of one is the survivor’s as well', async () => {
  await clinicWith();
  assert.deepEqual(await rowsOf('attendance'), { ada: 3, bo: 1, cy: 2, di: 1 });
  await then(MERGE);
  assert.deepEqual(await rowsOf('attendance'), { ada: 5, bo: 1, di: 1 });
  await then(booking('cy-wed', 'cy', '2026-11-18', 'cancelled'));
  assert.deepEqual(await rowsOf('attendance'), { ada: 5, bo: 1, di: 1 });
});

test('what speaks of somebody else by now stays theirs when the former client is merged', async () => {
  const goal = clinicalRecord('cy').find(({ resourceType }) => resourceType === 'Goal');
  assert.ok(goal);
  await clinicWith(goal);
  await then({ ...goal, subject: { reference: 'Patient/bo' } } as FhirResource);
  assert.deepEqual(await rowsOf('goal'), { bo: 1 });
  await then(MERGE);
  assert.deepEqual(await rowsOf('goal'), { bo: 1 });
});

test('when the source takes the merge back, each has their own again', async () => {
  await clinicWith(...clinicalRecord('cy'), MERGE);
  await then({ ...MERGE, active: true, link: [] });
  assert.deepEqual(await rowsOf('goal'), { cy: 1 });
  assert.deepEqual(await rowsOf('attendance'), { ada: 3, bo: 1, cy: 2, di: 1 });
});

test('a session is never left in an episode of somebody else', async () => {
  await clinicWith(MERGE);
  await then({ ...MERGE, active: true, link: [] });
  await then(merged('ada', 'cy'));
  await then({ ...merged('ada', 'cy'), link: [] });
  const strays = await clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql`
      SELECT a.record_id FROM attendance a JOIN episode e ON e.id = a.episode_id
       WHERE e.client_id <> a.client_id`.execute(scoped);
    return rows;
  });
  assert.deepEqual(strays, []);
});

test('a record merged into one that was merged itself belongs to the last', async () => {
  await clinicWith(...clinicalRecord('cy'), merged('cy', 'bo'));
  await then(merged('bo', 'ada'));
  assert.deepEqual(await rowsOf('goal'), { ada: 1 });
  await then({ ...merged('bo', 'ada'), link: [] });
  assert.deepEqual(await rowsOf('goal'), { bo: 1 });
});

test('each merge is kept as it was said: taking back one leaves the other', async () => {
  await clinicWith(...clinicalRecord('cy'), merged('bo', 'ada'));
  await then(merged('cy', 'bo'));
  assert.deepEqual(await rowsOf('goal'), { ada: 1 });
  await then({ ...merged('bo', 'ada'), link: [] });
  assert.deepEqual(await rowsOf('goal'), { bo: 1 });
});

test('records that replace each other in a circle stay as they are', async () => {
  await clinicWith(...clinicalRecord('cy'), merged('cy', 'ada'), merged('ada', 'cy'));
  assert.deepEqual(await rowsOf('goal'), { cy: 1 });
});

test('who reaches either reaches the survivor, and the old record as it came', async () => {
  await clinicWith(...clinicalRecord('cy'));
  const goal = await clinic.idOf('Goal/cy-goal');
  const asked = async (staff: string) => {
    const { status } = await clinic.get(
      await clinic.reader('counselor', staff),
      `/api/source-records/${goal}`,
    );
    return status;
  };
  assert.deepEqual([await asked('ruth'), await asked('sam')], [404, 200]);
  await then(MERGE);
  assert.deepEqual([await asked('ruth'), await asked('sam')], [200, 200]);
});

test('a caseload shows the survivor, never the record that was replaced', async () => {
  await clinicWith(MERGE);
  for (const staff of ['ruth', 'sam']) {
    const { body } = await clinic.get(await clinic.reader('counselor', staff), '/api/caseload');
    const names = (body as Caseload).lines.map(({ familyName }) => familyName);
    assert.ok(names.includes('Ada') && !names.includes('Cy'), `${staff}: ${names.join()}`);
  }
});
