import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import { migrate } from './migrate.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(new URL('./migrations/', import.meta.url), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a schema that is up to date is left as it is', async () => {
  await migrate(await openTestDatabase(), pathToFileURL(`${folder}/`));
});

test('a database laid out by another version of a file is refused: which file, what to do', async () => {
  const database = await openTestDatabase();
  appendFileSync(join(folder, '0001_house.sql'), '-- changed since');
  await assert.rejects(migrate(database, pathToFileURL(`${folder}/`)), {
    message: /another version of 0001_house\.sql\. Set DATA_DIR to a new folder/,
  });
});
