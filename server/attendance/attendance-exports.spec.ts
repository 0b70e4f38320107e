import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const ROWS = '/api/measures/attendance-sessions/cases/export?from=2026-11-16&to=2026-11-22';
const FILES = [
  '/api/attendance/sessions/export?',
  '/api/attendance/groups/export?',
  '/api/attendance/dose/export?',
  `${ROWS}&`,
];

test('every file of attendance says of whom it is, who took it and when, and carries the notice', async () => {
  clinic = await openTestClinic();
  const ruth = await clinic.reader('counselor', 'ruth');
  for (const path of FILES) {
    const csv = await file(ruth, `${path}format=csv`);
    assert.match(csv, /# your clients/, path);
    assert.match(csv, /# Exported by ruth, 2026-11-18T13:02/, path);
    assert.match(csv, /# 42 CFR part 2 prohibits unauthorized use or disclosure/, path);
    const sheets = unzipSync(Buffer.from(await file(ruth, `${path}format=xlsx`), 'latin1'));
    const text = Object.values(sheets)
      .map((sheet) => strFromU8(sheet))
      .join(' ');
    assert.match(text, /Definitions/, path);
    assert.match(text, /Exported by ruth/, path);
  }
});

test('what left and who took it is written down; of rows, whose they are', async () => {
  clinic = await openTestClinic();
  const ruth = await clinic.reader('counselor', 'ruth');
  for (const path of FILES) await file(ruth, `${path}format=csv`);
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ act: string; clients: number }>`
      SELECT act, cardinality(client_ids) AS clients FROM access_log ORDER BY id DESC LIMIT 4`.execute(
      scoped,
    ),
  );
  assert.deepEqual(
    rows.map(({ act, clients }) => [act, clients]),
    [
      ['measure-cases-export', 2],
      ['dose-export', 0],
      ['groups-export', 0],
      ['sessions-export', 0],
    ],
  );
});

test('a file has the rows of the page, on the site’s own clock, those asked for alone', async () => {
  clinic = await openTestClinic();
  const ruth = await clinic.reader('counselor', 'ruth');
  const sessions = await file(ruth, '/api/attendance/sessions/export?format=csv');
  assert.deepEqual(linesOf(sessions).slice(1), [
    '2026-11-17,09:00,12:00,America/New_York,Group A,group,Harbor Street,Test Ruth,2,0,0,1,0,0',
    '2026-11-16,09:00,12:00,America/New_York,Group A,group,Harbor Street,Test Ruth,1,1,0,0,0,0',
  ]);
  const waiting = await file(
    ruth,
    '/api/attendance/sessions/export?format=csv&concern=awaiting-record',
  );
  assert.equal(linesOf(waiting).length, 2);
  const rows = await file(ruth, `${ROWS}&counts=numerator&format=csv`);
  assert.equal(linesOf(rows).length, 2);
  assert.match(rows, /Ada,Test,2026-11-16,09:00/);
});

test('in files of other people’s clients counts of few are left out', async () => {
  clinic = await openTestClinic();
  const vera = await clinic.reader('supervisor', 'vera');
  const sessions = await file(vera, '/api/attendance/sessions/export?format=csv');
  assert.match(sessions, /Counts from 1 to 10/);
  assert.match(linesOf(sessions)[1] ?? '', /,fewer than 11,0,0,fewer than 11,0,0$/);
  const groups = await file(vera, '/api/attendance/groups/export?format=csv');
  assert.match(linesOf(groups)[1] ?? '', /^Group A,.*fewer than 11/);
  assert.doesNotMatch(linesOf(groups)[1] ?? '', /,[1-9],/);
  const dose = await file(vera, '/api/attendance/dose/export?format=csv');
  assert.match(dose, /Prescribed/);
});

test('nobody takes what they may not see', async () => {
  clinic = await openTestClinic();
  const sam = await clinic.reader('counselor', 'sam');
  assert.doesNotMatch(await file(sam, `${ROWS}&format=csv`), /Ada|Bo,/);
  const admin = await clinic.reader('admin', null);
  for (const path of FILES) {
    const { status } = await clinic.get(admin, `${path}format=csv`);
    assert.equal(status, 403, path);
  }
});

async function file(reader: Reader, path: string): Promise<string> {
  const { raw } = await clinic.download(reader, path);
  return raw.toString(path.includes('xlsx') ? 'latin1' : 'utf8');
}

/** The table: its head, then its rows. */
const linesOf = (csv: string): string[] =>
  csv.split('\r\n').filter((line) => line && !line.startsWith('#') && !line.startsWith('"#'));
