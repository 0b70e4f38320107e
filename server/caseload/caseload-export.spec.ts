import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { CaseloadExport } from '#domain/caseload/caseload-export.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
before(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', {
    resourceType: 'Patient',
    id: 'bo',
    name: [{ family: '=HYPERLINK("x")', given: ['Test'] }],
  });
  await clinic.sync.readOnce();
});
after(() => clinic.close());

const idsOf = async (reader: Reader, query = ''): Promise<string[]> => {
  const { body } = await clinic.get(reader, `/api/caseload${query}`);
  return (body as Caseload).lines.map(({ clientId }) => clientId);
};

const take = (reader: Reader, about: Partial<CaseloadExport>, format = 'csv') =>
  clinic.download(reader, `/api/caseload/export?format=${format}`, {
    query: {},
    clientIds: [],
    columns: ['client', 'why', 'next'],
    narrowed: 'by Client',
    ...about,
  });

const linesOf = (csv: string) => csv.split('\r\n').filter((line) => line && !line.includes('# '));

test('a file has those who were listed, in that order, with the columns that were chosen', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const clientIds = (await idsOf(ruth)).toReversed();
  const { raw } = await take(ruth, { clientIds });
  const [head, ...rows] = linesOf(raw.toString());
  assert.equal(
    head,
    'Group,Family name,Given name,Record number,Why listed,Substances,Medication supply ends,Last overdose,Last release,Naloxone prescribed,Next session,Next session starts,Next service',
  );
  assert.equal(rows.length, 2);
  assert.match(rows.join(), /Act today|This week/);
  const ada = rows.find((row) => row.includes('Ada')) ?? '';
  assert.match(ada, /2026-11-18,09:00,Group A$/);
  assert.match(ada, /,not recorded,not recorded,not recorded,not recorded,not recorded,/);
  const one = await take(ruth, { clientIds: clientIds.slice(0, 1), columns: ['client', 'hours'] });
  assert.equal(linesOf(one.raw.toString()).length, 2);
});

test('it says whose clients, how many of how many, who took it and when, with the notice', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const { raw } = await take(ruth, { clientIds: (await idsOf(ruth)).slice(0, 1) });
  const csv = raw.toString();
  assert.match(csv, /# Caseload: your clients; as of 2026-11-18T13:02/);
  assert.match(csv, /# 1 of 2 active clients; by Client/);
  assert.match(csv, /# Exported by ruth, 2026-11-18T13:02/);
  assert.match(csv, /# 42 CFR part 2 prohibits unauthorized use or disclosure/);
});

test('a workbook has the definitions of its columns and the rules with their thresholds', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const { raw } = await take(ruth, { clientIds: await idsOf(ruth) }, 'xlsx');
  const text = Object.values(unzipSync(raw))
    .map((sheet) => strFromU8(sheet))
    .join(' ');
  for (const words of [
    'Definitions',
    'Every rule that is met, the gravest first',
    'Misses in a row',
    '2 or more no-shows or late cancellations in a row',
    '7 days or more since the last attended session',
  ])
    assert.ok(text.includes(words), words);
});

test('nobody beyond the reader’s reach leaves with it, and it says that somebody was left out', async () => {
  const sam = await clinic.reader('counselor', 'sam');
  const ofSam = await idsOf(sam);
  const ruth = await clinic.reader('counselor', 'ruth');
  const { raw } = await take(ruth, { clientIds: [...(await idsOf(ruth)), ...ofSam] });
  assert.ok(ofSam.length > 0);
  assert.equal(linesOf(raw.toString()).length, 3);
  assert.match(raw.toString(), /# 1 of those that were listed are no longer in this caseload/);
});

test('who was taken along, by whom, is written down', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const clientIds = await idsOf(ruth);
  await take(ruth, { clientIds });
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ act: string; by: string; ids: string[] }>`
      SELECT act, reader_name AS by, client_ids AS ids FROM access_log ORDER BY id DESC LIMIT 1`.execute(
      scoped,
    ),
  );
  assert.deepEqual(rows, [{ act: 'caseload-export', by: 'ruth', ids: clientIds }]);
});

test('a name that begins like a formula does not become one', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const { raw } = await take(ruth, { clientIds: await idsOf(ruth) });
  assert.match(raw.toString(), /,"'=HYPERLINK/);
});

test('clients without a counselor, for whoever may see them; the admin takes nothing', async () => {
  const vera = await clinic.reader('supervisor', 'vera');
  const clientIds = await idsOf(vera, '?counselor=none');
  const { raw } = await take(vera, { query: { counselor: 'none' }, clientIds });
  assert.match(raw.toString(), /# Caseload: clients of your teams, without a counselor/);
  assert.equal(linesOf(raw.toString()).length, 2);
  const { status } = await take(await clinic.reader('admin', null), {});
  assert.equal(status, 403);
});
