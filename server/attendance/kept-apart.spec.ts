import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { Patient } from 'fhir/r4';
import { sql } from 'kysely';
import type {
  ClientKeptApart,
  NewKeptApart,
  StandingPair,
} from '#domain/attendance/kept-apart.contract';
import type { CaseloadBrief } from '#domain/caseload/brief.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { merged } from '../testing/clinical-record.fixture.ts';
import { knownBefore } from '../testing/record-of-ada.fixture.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Ada is short of hours. Thursday's group would have room; Cy, Sam's client, is booked there. */
async function open() {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put(
    '2026-11-16T12:00:00Z',
    ...knownBefore(),
    booking('ada-fri', 'ada', '2026-11-20', 'booked'),
    booking('cy-thu', 'cy', '2026-11-19', 'booked', { by: 'sam' }),
  );
  await clinic.sync.readOnce();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    vera: await clinic.reader('supervisor', 'vera'),
    walt: await clinic.reader('supervisor', 'walt'),
    ada: await clinic.idOf('Patient/ada'),
    bo: await clinic.idOf('Patient/bo'),
    cy: await clinic.idOf('Patient/cy'),
  };
}

type Pair = Pick<NewKeptApart, 'clientId' | 'otherId'>;
const write = (reader: Reader, pair: Pair, id: string = randomUUID()) =>
  clinic.send(reader, 'POST', '/api/attendance/kept-apart', {
    id,
    reason: 'A protective order',
    ...pair,
  });
const keep = async (reader: Reader, pair: Pair, id?: string) =>
  (await write(reader, pair, id)).status;
const keptFrom = async (reader: Reader, clientId: string, asOf = '') => {
  const { body } = await clinic.get(
    reader,
    `/api/attendance/clients/${clientId}/kept-apart${asOf && `?asOf=${asOf}`}`,
  );
  return (body as ClientKeptApart).from;
};
const withdraw = async (reader: Reader, id: string) =>
  (await clinic.send(reader, 'POST', `/api/attendance/kept-apart/${id}/withdrawal`)).status;
const offers = async (reader: Reader) => {
  const { body } = await clinic.get(reader, '/api/caseload/brief');
  const ada = (body as CaseloadBrief).hours.short.find(({ familyName }) => familyName === 'Ada');
  return ada?.makeUp.length;
};

test('who is kept apart is not offered a session where the other is booked, until it is withdrawn', async () => {
  const { ruth, ada, cy } = await open();
  assert.equal(await offers(ruth), 1);
  const id = randomUUID();
  // Cy's name she knows from the roster of her group.
  const pair = { clientId: ada, otherId: cy };
  assert.deepEqual([await keep(ruth, pair, id), await keep(ruth, pair, id)], [200, 200]);
  assert.equal(await offers(ruth), 0);
  const [kept, ...more] = await keptFrom(ruth, ada);
  assert.deepEqual(
    [kept?.other?.familyName, kept?.reason, kept?.by, more.length],
    ['Cy', 'A protective order', 'ruth', 0],
  );
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.equal(await offers(ruth), 0);
  clinic.setClock('2026-11-18T14:00:00Z');
  assert.deepEqual([await withdraw(ruth, id), await withdraw(ruth, id)], [204, 404]);
  assert.equal(await offers(ruth), 1);
  assert.deepEqual(await keptFrom(ruth, ada), []);
  assert.equal((await keptFrom(ruth, ada, '2026-11-18T13:30:00Z')).length, 1);
});

test('it holds for both, and of who is out of scope the name is not told', async () => {
  const { ruth, sam, walt, ada, cy } = await open();
  assert.equal(await keep(ruth, { clientId: ada, otherId: cy }), 200);
  for (const reader of [sam, walt])
    assert.deepEqual(
      (await keptFrom(reader, cy)).map(({ other, reason }) => [other, reason]),
      [[null, 'A protective order']],
    );
  assert.equal(await keep(sam, { clientId: cy, otherId: ada }), 404);
});

test('who reaches neither of two sees nothing of it, and cannot write or withdraw it', async () => {
  const { ruth, sam, ada, bo } = await open();
  const id = randomUUID();
  assert.equal(await keep(ruth, { clientId: ada, otherId: bo }, id), 200);
  assert.equal(await keep(sam, { clientId: ada, otherId: bo }), 404);
  assert.equal(await withdraw(sam, id), 404);
  assert.deepEqual(await keptFrom(sam, ada), []);
  assert.deepEqual(await selectAsLogin(clinic.database, sam, 'kept_apart'), []);
  assert.equal((await selectAsLogin(clinic.database, ruth, 'kept_apart')).length, 1);
  assert.equal(await keep(ruth, { clientId: ada, otherId: ada }), 400);
});

test('of two there is one entry that stands; who writes it once more is told whose it is, and since when', async () => {
  const { ruth, vera, ada, bo } = await open();
  const answers = await Promise.all([
    write(ruth, { clientId: ada, otherId: bo }),
    write(vera, { clientId: bo, otherId: ada }),
  ]);
  const [kept, ...more] = await keptFrom(ruth, ada);
  assert.equal(more.length, 0);
  for (const { status, body } of answers) {
    assert.equal(status, 200);
    const { id, reason, by, at } = body as StandingPair;
    assert.deepEqual([id, reason, by, at], [kept?.id, kept?.reason, kept?.by, kept?.at]);
  }
  // Withdrawn, it can be written anew.
  clinic.setClock('2026-11-18T14:00:00Z');
  await withdraw(vera, kept?.id ?? '');
  const { body } = await write(vera, { clientId: bo, otherId: ada });
  assert.notEqual((body as StandingPair).id, kept?.id);
  assert.equal((body as StandingPair).by, 'vera');
});

test('an entry can be withdrawn, once; nothing else of it is ever changed', async () => {
  const { ruth, ada, bo } = await open();
  const id = randomUUID();
  await keep(ruth, { clientId: ada, otherId: bo }, id);
  const change = (to: string) =>
    clinic.database.read(ruth, async (scoped) => {
      const { numAffectedRows } = await sql`UPDATE kept_apart SET ${sql.raw(to)}`.execute(scoped);
      return Number(numAffectedRows);
    });
  await assert.rejects(change(`reason = 'Another'`), /permission denied/);
  await assert.rejects(change(`withdrawn_by = 'Ruth'`));
  assert.equal(await withdraw(ruth, id), 204);
  assert.equal(await change(`withdrawn_by = 'Somebody else'`), 0);
  assert.equal(await change('withdrawn_by = NULL, withdrawn_at = NULL'), 0);
  const insert = sql`
    INSERT INTO kept_apart (organization_id, id, client_id, other_id, reason, made_by, made_by_staff, made_at,
                            withdrawn_by, withdrawn_at)
    VALUES (${ruth.organizationId}, ${randomUUID()}, ${ada}, ${bo}, 'r', 'ruth', ${ruth.staffId}::uuid, now(),
            'ruth', now())`;
  await assert.rejects(
    clinic.database.read(ruth, (scoped) => insert.execute(scoped)),
    /row-level security/,
  );
});

/** The scheduling system finds out whose a record is, or takes it back. */
const then = async (...patients: Patient[]) => {
  clinic.endpoint.put('2026-11-18T13:01:30Z', ...patients);
  await clinic.sync.readOnce();
};
const parted = (client: string): Patient => ({ ...merged(client, 'nobody'), link: [] });

test('written of a record that was merged since, it holds for the survivor, and goes with it when they are parted', async () => {
  const { ruth, walt, ada, bo, cy } = await open();
  await keep(ruth, { clientId: ada, otherId: cy });
  assert.equal(await offers(ruth), 0);
  // Cy's record turns out to be Bo's, and Di's to be one more.
  await then(merged('cy', 'di'), merged('di', 'bo'));
  assert.equal(await offers(ruth), 0);
  const named = async (reader: Reader, clientId: string) =>
    (await keptFrom(reader, clientId)).map(({ other }) => other?.familyName ?? null);
  assert.deepEqual(await named(ruth, bo), ['Ada']);
  assert.deepEqual(await named(ruth, ada), ['Bo']);
  const { body } = await write(ruth, { clientId: bo, otherId: ada });
  assert.equal((body as StandingPair).at, '2026-11-18T13:02:00.000Z');
  assert.equal((await keptFrom(ruth, ada)).length, 1);
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.equal(await offers(ruth), 0);

  await then(parted('cy'));
  assert.equal(await offers(ruth), 0);
  assert.deepEqual(await named(ruth, bo), []);
  assert.deepEqual(await named(walt, cy), [null]);
});

test('two records that turn out to be one person’s are kept apart no longer, and merged in a circle stay two', async () => {
  const { ruth, ada, cy } = await open();
  await keep(ruth, { clientId: ada, otherId: cy });
  await then(merged('cy', 'ada'));
  assert.deepEqual(await keptFrom(ruth, ada), []);
  await then(merged('cy', 'ada'), merged('ada', 'cy'));
  assert.equal(await offers(ruth), 0);
  assert.equal((await keptFrom(ruth, ada)).length, 1);
});
