import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { FoundClients } from '#domain/client-search/client-search.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let director: Reader;

before(async () => {
  clinic = await openTestClinic({ read: false });
  const people: [id: string, family: string, given: string, number: string][] = [
    ['plum', 'Plum', 'Odette', 'MRN-1001'],
    ['plumb', 'Plumb', 'Otto', 'MRN-1002'],
    ['oneil', "O'Neil", 'Plácida', 'MRN-2001'],
    ['sorrel', 'Sorrel', 'Marlo', 'MRN-2002'],
  ];
  clinic.endpoint.put(
    '2026-11-16T12:00:00Z',
    ...people.map(([id, family, given, value]) => ({
      resourceType: 'Patient' as const,
      id,
      name: [{ family, given: [given] }],
      identifier: [{ type: { coding: [{ code: 'MR' }] }, value }],
    })),
    {
      resourceType: 'EpisodeOfCare',
      id: 'plumb-was-here',
      status: 'finished',
      patient: { reference: 'Patient/plumb' },
      managingOrganization: { reference: 'Organization/unit' },
      period: { start: '2026-01-05', end: '2026-03-06' },
    },
  );
  await clinic.sync.readOnce();
  director = await clinic.reader('director', null);
});
after(() => clinic.close());

test('a client is found by how a name begins, in any order', async () => {
  assert.deepEqual(await namesFound(director, 'plu'), ['Plum', 'Plumb']);
  assert.deepEqual(await namesFound(director, 'ODE'), ['Plum']);
  assert.deepEqual(await namesFound(director, 'plum, od'), ['Plum']);
  assert.deepEqual(await namesFound(director, 'odette plum'), ['Plum']);
  assert.deepEqual(await namesFound(director, 'plum marlo'), []);
  assert.deepEqual(await namesFound(director, "o'n"), ["O'Neil"]);
});

test('by initials, the given name’s first', async () => {
  assert.deepEqual(await namesFound(director, 'M. S.'), ['Sorrel']);
  assert.deepEqual(await namesFound(director, 'op'), ['Plum', 'Plumb']);
  assert.deepEqual(await namesFound(director, 'po'), ["O'Neil"]);
});

test('by the record number, as far as it is known', async () => {
  assert.deepEqual(await namesFound(director, 'mrn-2'), ["O'Neil", 'Sorrel']);
  assert.deepEqual(await namesFound(director, 'MRN-1002'), ['Plumb']);
});

test('says who is in care, and since when somebody no longer is', async () => {
  const { clients } = await search(director, 'ada');
  assert.deepEqual(
    clients.map(({ inCare, program, counselor }) => ({ inCare, program, counselor })),
    [{ inCare: true, program: 'Harbor Day IOP', counselor: 'Test Ruth' }],
  );
  const [plumb] = (await search(director, 'plumb')).clients;
  assert.equal(plumb?.inCare, false);
  assert.equal(plumb?.leftOn, '2026-03-06');
});

test('nobody finds a client whose record is out of reach, not even one of their roster', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  assert.deepEqual(await namesFound(ruth, 'ada'), ['Ada']);
  // Cy comes to Ruth's group: she sees the name on the roster, and no record.
  assert.deepEqual(await namesFound(ruth, 'cy'), []);
  assert.deepEqual(await namesFound(await clinic.reader('supervisor', 'walt'), 'cy'), ['Cy']);
  const admin = await clinic.reader('admin', null);
  assert.equal(
    (await clinic.send(admin, 'POST', '/api/clients/search', { text: 'ada' })).status,
    403,
  );
});

test('who was shown is logged, and never what was typed', async () => {
  await namesFound(director, 'sorrel');
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ act: string; clientIds: string[] }>`
      SELECT act, client_ids AS "clientIds" FROM access_log ORDER BY id DESC LIMIT 1`.execute(
      scoped,
    ),
  );
  assert.deepEqual(rows, [
    { act: 'client search', clientIds: [await clinic.idOf('Patient/sorrel')] },
  ]);
});

test('one letter finds nobody', async () => {
  assert.deepEqual(await namesFound(director, 'p'), []);
});

async function search(reader: Reader, text: string): Promise<FoundClients> {
  const { status, body } = await clinic.send(reader, 'POST', '/api/clients/search', { text });
  assert.equal(status, 200);
  return body as FoundClients;
}

const namesFound = async (reader: Reader, text: string) =>
  (await search(reader, text)).clients.map(({ familyName }) => familyName);
