import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { lockFolder } from './folder-lock.ts';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  lock = join(folder, 'server.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a folder is taken by this process, and given back', () => {
  const unlock = lockFolder(folder);
  assert.equal(readFileSync(lock, 'utf8'), String(process.pid));
  unlock();
  assert.ok(!existsSync(lock));
  lockFolder(folder);
});

test('a folder that a running process has is refused: which folder, by whom, what to do', () => {
  writeFileSync(lock, String(process.ppid));
  assert.throws(() => lockFolder(folder), {
    message: `The data folder ${folder} is in use by process ${process.ppid}. Stop that server first, or set DATA_DIR to another folder.`,
  });
  assert.equal(readFileSync(lock, 'utf8'), String(process.ppid));
});

test('a lock whose process is gone is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(lock, String(pid));
  lockFolder(folder);
  assert.equal(readFileSync(lock, 'utf8'), String(process.pid));
});

test('so is one that was never finished, and one of this very number, as in a new container', () => {
  for (const left of ['', String(process.pid)]) {
    writeFileSync(lock, left);
    lockFolder(folder);
    assert.equal(readFileSync(lock, 'utf8'), String(process.pid));
  }
});

test('a folder that does not exist is not taken', () => {
  assert.throws(() => lockFolder(join(folder, 'nowhere')), { code: 'ENOENT' });
});
