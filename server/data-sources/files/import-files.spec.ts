import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { DataSources } from '#domain/data-sources/data-sources.contract';
import { smallClinic } from '../../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../../testing/test-clinic.fixture.ts';
import { rebuild } from '../rebuild.ts';
import { ensureFiles } from './file-source.ts';
import { importFiles } from './import-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'));
after(() => rmSync(folder, { recursive: true }));
let clinic: TestClinic;
beforeEach(async () => void (clinic = await openTestClinic({ read: false })));
afterEach(() => clinic.close());

const write = (name: string, ...lines: (object | string)[]) => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(join(folder, name), text.join('\n'));
  return join(folder, name);
};

const take = async (...paths: string[]) =>
  importFiles(
    {
      database: clinic.database,
      source: await ensureFiles(clinic.database),
      clock: { now: () => new Date('2026-11-18T13:02:00Z') },
      say: () => undefined,
    },
    paths,
  );

test('a folder of NDJSON fills a caseload as the endpoint would have', async () => {
  const asNdjson = join(folder, 'export');
  mkdirSync(asNdjson, { recursive: true });
  for (const resource of smallClinic())
    writeFileSync(
      join(asNdjson, `${resource.resourceType}.ndjson`),
      `${JSON.stringify(resource)}\n`,
      { flag: 'a' },
    );
  await take(asNdjson);
  const imported = await caseload('Imported files');
  await clinic.sync.readOnce();
  const read = await caseload('Test');
  assert.deepEqual(imported, read);
  assert.equal(imported.length, 2);
});

test('repeated, an import takes in nothing new', async () => {
  const file = write('people.ndjson', patient('one'), patient('two'));
  assert.match(await take(file), /2 resources of 1 files read, 2 of them new/);
  assert.match(await take(file), /2 resources of 1 files read, 0 of them new/);
});

test('what several files hold counts once, and its revisions follow each other', async () => {
  const named = (id: string, version: string, family: string) => ({
    ...patient(id),
    meta: { versionId: version },
    name: [{ family }],
  });
  const parts = mkdtempSync(join(folder, 'parts-'));
  const part = (number: number, ...lines: object[]) =>
    writeFileSync(
      join(parts, `Patient.${number}.ndjson`),
      lines.map((one) => JSON.stringify(one)).join('\n'),
    );
  part(1, named('ada', '1', 'First'), named('bo', '1', 'First'));
  part(2, named('ada', '1', 'First'), named('cy', '1', 'First'));
  part(3, named('ada', '2', 'Second'), named('bo', '1', 'First'));
  assert.match(await take(parts), /6 resources of 3 files read, 4 of them new/);
  const { body } = await clinic.get(await clinic.reader('admin', null), '/api/data-sources');
  const received = (body as DataSources).counts.find(
    ({ resourceType }) => resourceType === 'Patient',
  );
  assert.equal(received?.received, 3);
});

test('a line that is no resource is named, and keeps nothing else back', async () => {
  const file = write(
    'broken.ndjson',
    patient('three'),
    '{"resourceType":"Pat',
    '[]',
    '',
    patient('four'),
  );
  const said = await take(file);
  assert.match(said, /2 of them new/);
  assert.match(said, /No FHIR resource stands at: broken.ndjson, line 2; broken.ndjson, line 3\./);
});

test('a resource without an id is kept all the same, once', async () => {
  const file = write('nameless.ndjson', {
    resourceType: 'Patient',
    name: [{ family: 'Nameless' }],
  });
  assert.match(await take(file), /1 of them new/);
  assert.match(await take(file), /0 of them new/);
});

test('entries of a transaction that refer to each other by urn are brought together', async () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      { fullUrl: 'urn:uuid:p', resource: patient('in-a-bundle') },
      {
        fullUrl: 'urn:uuid:e',
        resource: {
          resourceType: 'Encounter',
          id: 'e',
          status: 'finished',
          class: { code: 'AMB' },
          subject: { reference: 'urn:uuid:p' },
          period: { start: '2026-11-17T14:00:00Z', end: '2026-11-17T15:00:00Z' },
        },
      },
    ],
  };
  const file = join(folder, 'bundle.json');
  writeFileSync(file, JSON.stringify(bundle, null, 2));
  assert.match(await take(file), /2 of them new, 0 held back/);
});

test('what is nowhere, or is no file that can be read, is said before anything is taken in', async () => {
  await assert.rejects(take(join(folder, 'nowhere')), /There is no file or folder/);
  writeFileSync(join(folder, 'notes.txt'), 'x');
  await assert.rejects(take(join(folder, 'notes.txt')), /ends in .ndjson or .json/);
  const { body } = await clinic.get(await clinic.reader('admin', null), '/api/data-sources');
  assert.deepEqual((body as DataSources).counts, []);
});

test('a rebuild brings back what came from files and from the endpoint', async () => {
  await take(write('late.ndjson', patient('from-a-file')));
  await clinic.sync.readOnce();
  const before = await counts();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await counts(), before);
});

const patient = (id: string) => ({ resourceType: 'Patient', id, name: [{ family: id }] });

async function counts() {
  const { body } = await clinic.get(await clinic.reader('admin', null), '/api/data-sources');
  return (body as DataSources).counts;
}

/** Ruth's caseload by one source, without ids: those differ by source. */
async function caseload(sourceName: string) {
  const staffId = await clinic.idOf('Practitioner/ruth', sourceName);
  const reader = { ...(await clinic.reader('counselor', null)), staffId };
  const { body } = await clinic.get(reader, '/api/caseload');
  return (body as Caseload).lines.map(
    ({ familyName, hours, attendance, daysSinceSeen, strip }) => ({
      familyName,
      hours,
      attendance,
      daysSinceSeen,
      strip,
    }),
  );
}
