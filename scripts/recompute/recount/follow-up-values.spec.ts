import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_WRITTEN, type OwnEntries } from '../own-entries/own-entries.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { followUpValues } from './follow-up-values.ts';

const now = Date.parse('2026-11-18T13:00:00Z');
const held: Record<string, object[]> = {
  EpisodeOfCare: [
    {
      ...{ resourceType: 'EpisodeOfCare', id: 'e', status: 'finished' },
      ...{ patient: { reference: 'Patient/ada' } },
      period: { start: '2026-09-01', end: '2026-11-09' },
    },
  ],
};
const records = {
  all: (type: string) => held[type] ?? [],
  named: () => ({ identifier: [{ value: 'TL-1' }] }),
  client: (reference: string | undefined) => reference,
  firstReadAt: Date.parse('2026-11-10T13:00:00Z'),
} as unknown as ClinicRecords;

const statusOf = (name: string, written: Partial<OwnEntries> = {}, asOf = now) =>
  followUpValues(records, { ...NOTHING_WRITTEN, ...written }, asOf).get(
    `EpisodeOfCare/e ${name}`,
  )?.['status'];

test('nobody tried who could have logged it, from the first reading on', () => {
  assert.equal(statusOf('72 h'), 'not-made');
  const readLater = { ...records, firstReadAt: now } as unknown as ClinicRecords;
  const values = followUpValues(readLater, NOTHING_WRITTEN, now);
  assert.equal(values.get('EpisodeOfCare/e 72 h')?.['status'], 'not-known');
});

test('a talk counts wherever it was logged', () => {
  const at = Date.parse('2026-11-16T15:00:00Z');
  const talk = { recordNumber: 'TL-1', at, mode: 'phone', result: 'reached', nextStepOn: null };
  assert.equal(statusOf('7 days'), 'due');
  assert.equal(
    statusOf('7 days', { contacts: [talk as OwnEntries['contacts'][number]] }),
    'reached',
  );
});
