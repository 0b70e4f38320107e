import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { GroupRoster, TherapyGroups } from '#domain/attendance/therapy-group.contract';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const LATER = '2026-11-18T13:01:00Z';

test('a group with its members, and with those who stopped', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    // Di came in September and no more.
    booking('di-then', 'di', '2026-09-22', 'fulfilled'),
    booking('di-last', 'di', '2026-09-29', 'noshow'),
  );
  await clinic.sync.readOnce();
  const { groups } = await ask<TherapyGroups>('counselor', 'ruth', '/api/attendance/groups');
  const [group] = groups;
  assert.deepEqual(
    [group?.name, group?.site, group?.program, group?.members, group?.capacity, group?.fill],
    ['Group A', 'Harbor Street', 'Harbor Day IOP', 3, null, null],
  );
  const roster = await ask<GroupRoster>('counselor', 'ruth', `/api/attendance/groups/${group?.id}`);
  assert.deepEqual(
    roster.members.map((one) => [
      one.familyName,
      one.since,
      one.until,
      one.attended,
      one.sessions,
      one.state,
    ]),
    [
      ['Ada', '2026-11-16', '2026-11-18', 1, 2, 'member'],
      ['Cy', '2026-11-17', '2026-11-18', 0, 1, 'member'],
      ['Bo', '2026-11-17', '2026-11-17', 0, 1, 'member'],
      ['Di', '2026-09-22', '2026-09-29', 1, 2, 'stopped'],
    ],
  );
});

test('who is known by sessions alone is in care no longer, a month after the last of them', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    { resourceType: 'Patient', id: 'ed', name: [{ family: 'Ed', given: ['Test'] }] },
    { resourceType: 'Patient', id: 'fay', name: [{ family: 'Fay', given: ['Test'] }] },
    booking('ed-came', 'ed', '2026-10-13', 'fulfilled'),
    booking('fay-came', 'fay', '2026-10-27', 'fulfilled'),
  );
  await clinic.sync.readOnce();
  const id = await clinic.idOf('HealthcareService/group-a');
  const roster = await ask<GroupRoster>('counselor', 'ruth', `/api/attendance/groups/${id}`);
  const stopped = roster.members.filter(({ state }) => state === 'stopped');
  assert.deepEqual(
    stopped.map(({ familyName, inCare }) => [familyName, inCare]),
    [
      ['Fay', true],
      ['Ed', false],
    ],
  );
});

test('a capacity holds from its day on, and what held before stays', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(LATER, booking('earlier', 'ada', '2026-11-10', 'fulfilled'));
  await clinic.sync.readOnce();
  const vera = await clinic.reader('supervisor', 'vera');
  const id = await clinic.idOf('HealthcareService/group-a');
  const set = (since: string, capacity: number) =>
    clinic.send(vera, 'PUT', `/api/attendance/groups/${id}/capacity`, { since, capacity });
  assert.equal((await set('2026-11-09', 10)).status, 204);
  assert.equal((await set('2026-11-16', 5)).status, 204);
  const { groups } = await ask<TherapyGroups>('supervisor', 'vera', '/api/attendance/groups');
  const [before, now] = groups[0]?.weeks.slice(-2) ?? [];
  assert.equal(groups[0]?.capacity, 5);
  assert.deepEqual([before?.fill, now?.fill], [0.1, 0.2]);
  assert.deepEqual([groups[0].fill?.numerator, groups[0].fill?.denominator], [1, 10]);
  const ruth = await clinic.reader('counselor', 'ruth');
  const path = `/api/attendance/groups/${id}/capacity`;
  assert.equal(
    (await clinic.send(ruth, 'PUT', path, { since: '2026-11-16', capacity: 8 })).status,
    403,
  );
  assert.equal((await set('2026-11-16', 0)).status, 400);
});

test('a group nobody of which is within reach looks as one that does not exist', async () => {
  clinic = await openTestClinic();
  const id = await clinic.idOf('HealthcareService/program');
  const ruth = await clinic.reader('counselor', 'ruth');
  assert.equal((await clinic.get(ruth, `/api/attendance/groups/${id}`)).status, 404);
  assert.equal(
    (
      await clinic.send(
        await clinic.reader('supervisor', 'vera'),
        'PUT',
        `/api/attendance/groups/${id}/capacity`,
        {
          since: '2026-11-16',
          capacity: 8,
        },
      )
    ).status,
    404,
  );
});

async function ask<T>(role: 'counselor' | 'supervisor', who: string, path: string): Promise<T> {
  const { body, status } = await clinic.get(await clinic.reader(role, who), path);
  assert.equal(status, 200, JSON.stringify(body));
  return body as T;
}
