import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { askServer, openControl } from './control.ts';

test('a running server does what it is asked, says how far it is, and how it ended', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-control-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const close = await openControl(folder, {
    import: (paths, say) => {
      say(`Importing ${paths.join(' and ')}`);
      return Promise.resolve('2 files read.');
    },
    sync: () => Promise.reject(new Error('The source does not answer.')),
  });
  t.after(close);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  assert.equal(await askServer(folder, 'import', ['/a', '/b'], say), '2 files read.');
  assert.deepEqual(said, ['Importing /a and /b']);
  await assert.rejects(askServer(folder, 'sync', [], say), /The source does not answer/);
  await assert.rejects(askServer(folder, 'rebuild', [], say), /cannot rebuild\. Stop it first/);
});

test('nobody but the owner of the folder may ask', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-control-'));
  t.after(() => rmSync(folder, { recursive: true }));
  t.after(await openControl(folder, {}));
  assert.equal(statSync(join(folder, 'control.sock')).mode & 0o077, 0);
});

test('where no server runs nobody answers, even if one left its door behind', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-control-'));
  t.after(() => rmSync(folder, { recursive: true }));
  assert.equal(await askServer(folder, 'sync', [], () => undefined), null);
  const close = await openControl(folder, {});
  close();
  assert.equal(await askServer(folder, 'sync', [], () => undefined), null);
});
