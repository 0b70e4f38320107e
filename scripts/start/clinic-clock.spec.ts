import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { clinicClock } from './clinic-clock.ts';

const now = new Date('2026-11-20T15:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-clock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const clockAfter = (remembered: string): string => {
  writeFileSync(join(folder, 'clinic-clock'), remembered);
  return clinicClock(folder, now).toISOString();
};

it('opens on the working morning in a fresh folder', () => {
  assert.equal(clinicClock(folder, now).toISOString(), '2026-11-18T13:02:00.000Z');
});

it('goes on from where the folder had come to', () => {
  assert.equal(clockAfter('2026-11-18T16:40:00.000Z\n'), '2026-11-18T16:40:00.000Z');
});

it('moves to a newer working morning', () => {
  assert.equal(clockAfter('2026-11-11T16:40:00.000Z'), '2026-11-18T13:02:00.000Z');
});

it('says which file holds what is no instant', () => {
  assert.throws(() => clockAfter('yesterday'), /clinic-clock holds 'yesterday'/);
});
