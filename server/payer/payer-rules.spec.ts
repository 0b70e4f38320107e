import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import type { CaseloadBrief } from '#domain/caseload/brief.contract';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import type { Reader } from '../database/reader.ts';
import { authorized, coverage, payers } from '../testing/payers.fixture.ts';
import { type Asked, setValue } from '../testing/settings.fixture.ts';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let ruth: Reader;
afterEach(() => clinic.close());

const HARBOR = 'Harbor Health Plan';
const TODAY = '2026-11-18';

async function open(...more: FhirResource[]): Promise<void> {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...payers(), ...more);
  await clinic.sync.readOnce();
  ruth = await clinic.reader('counselor', 'ruth');
}

test('by the hour for one payer: what is left of its clients’ authorizations, from its day on', async () => {
  await open(authorized('ada', 6), authorized('bo', 6));
  assert.equal(await left('Ada'), undefined);
  await set({ setting: 'payerUnit', value: 3, effectiveOn: TODAY, payer: HARBOR });
  // Of six hours Monday's 175 minutes took two; three are booked for today.
  assert.equal(await left('Ada'), 'Authorization, 4 hours left, 1 visit; ends 13 Dec');
  assert.equal(await left('Ada', '2026-11-17T23:00:00Z'), undefined);
  assert.equal(await left('Bo'), undefined);
  const { tasks } = (await clinic.get(ruth, '/api/tasks?whose=mine')).body as Tasks;
  assert.deepEqual(
    tasks.filter(({ rule }) => rule === 'authorization').map(({ evidence }) => evidence),
    ['ends 13 Dec, 4 hours left, 1 visit'],
  );
});

test('a session attended without recorded minutes takes what was scheduled: it will be billed', async () => {
  await open(authorized('ada', 6), booking('ada-thu', 'ada', '2026-11-12', 'fulfilled'));
  await set({ setting: 'payerUnit', value: 3, effectiveOn: TODAY, payer: HARBOR });
  assert.equal(await left('Ada'), 'Authorization, 1 hour left, 0 visits; ends 13 Dec');
});

test('by the half-day a whole day, as long as the payer asks, takes two', async () => {
  await open(authorized('ada', 4));
  await set({ setting: 'payerUnit', value: 2, effectiveOn: TODAY, payer: HARBOR });
  // 175 minutes are short of 180: half a day.
  assert.equal(await left('Ada'), 'Authorization, 3 half-days left, 1 visit; ends 13 Dec');
  await set({ setting: 'payerDayMinutes', value: 175, effectiveOn: TODAY, payer: HARBOR });
  assert.equal(await left('Ada'), 'Authorization, 2 half-days left, 1 visit; ends 13 Dec');
});

test('a payer that is read as an organization has its rules by that organization’s name', async () => {
  await open(authorized('cy', 5));
  const sam = await clinic.reader('counselor', 'sam');
  await set({
    setting: 'authorizationVisits',
    value: 5,
    effectiveOn: TODAY,
    payer: 'Northway Commercial',
  });
  assert.equal(await left('Cy', '', sam), 'Authorization, 5 visits left; ends 13 Dec');
});

test('without a coverage of its own an authorization is of whoever pays for the client', async () => {
  await open({ ...authorized('ada', 6), insurance: [] });
  await set({ setting: 'authorizationVisits', value: 5, effectiveOn: TODAY, payer: HARBOR });
  assert.equal(await left('Ada'), 'Authorization, 5 visits left; ends 13 Dec');
  clinic.endpoint.put('2026-11-18T13:01:00Z', {
    ...coverage('ada', { display: HARBOR }),
    period: { start: '2026-10-01', end: '2026-11-17' },
  });
  await clinic.sync.readOnce();
  assert.equal(await left('Ada'), undefined);
});

test('payer days go by what the client’s payer asks on each day', async () => {
  await open(presence('bo-there', 'bo', '2026-11-17', 175));
  const counted = async () => {
    const { body } = await clinic.get(
      ruth,
      '/api/measures/payer-days?from=2026-11-09&to=2026-11-22',
    );
    return (body as MeasureAnswer).whole.figure;
  };
  assert.deepEqual([(await counted()).value, (await counted()).denominator], [0, 2]);
  await set({ setting: 'payerDayMinutes', value: 175, effectiveOn: '2026-11-17', payer: HARBOR });
  // Ada came on Monday, a day before.
  assert.equal((await counted()).value, 0);
  await set({ setting: 'payerDayMinutes', value: 175, effectiveOn: '2026-11-16', payer: HARBOR });
  assert.equal((await counted()).value, 1);
});

test('the brief counts payer days so too, and names the payer where it asks otherwise', async () => {
  await open();
  await set({ setting: 'intensiveHours', value: 12, effectiveOn: '2026-11-16' });
  await set({ setting: 'payerDayMinutes', value: 150, effectiveOn: '2026-11-16', payer: HARBOR });
  await set({ setting: 'payerUnit', value: 2, effectiveOn: '2026-11-16', payer: HARBOR });
  const { hours } = (await clinic.get(ruth, '/api/caseload/brief')).body as CaseloadBrief;
  assert.deepEqual(
    hours.short.map(({ familyName, payerDays, payerDayMinutes, payer }) => [
      familyName,
      payerDays,
      payerDayMinutes,
      payer,
    ]),
    [
      ['Bo', 0, 180, null],
      ['Ada', 1, 150, { name: HARBOR, unit: 'half-day' }],
    ],
  );
});

async function set(asked: Asked): Promise<void> {
  const admin = await clinic.reader('admin', null);
  const { status, body } = await setValue(clinic, admin, { basedOn: 1000, ...asked });
  assert.equal(status, 201, JSON.stringify(body));
}

/** What the list says is left of a client's authorization. */
async function left(client: string, asOf = '', reader = ruth): Promise<string | undefined> {
  const { body } = await clinic.get(reader, `/api/caseload${asOf && `?asOf=${asOf}`}`);
  const line = (body as Caseload).lines.find(({ familyName }) => familyName === client);
  assert.ok(line, client);
  const flag = line.flags.find(({ rule }) => rule === 'authorization-units');
  return flag && `${flag.what}; ${flag.evidence}`;
}
