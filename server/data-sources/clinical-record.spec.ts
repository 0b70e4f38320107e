import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { Reader } from '../database/reader.ts';
import { clinicalRecord } from '../testing/clinical-record.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

const TABLES = [
  'diagnosis',
  'score_report',
  'score',
  'drug_test_report',
  'goal',
  'medication_supply',
  'coverage',
  'payer_authorization',
  'consent',
  'consent_recipient',
  'support_person',
  'client_flag',
  'referral',
  'referral_task',
  'referral_appointment',
  'admission_answer',
  'discharge_statement',
];

let clinic: TestClinic;
before(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...['ada', 'cy'].flatMap(clinicalRecord));
  await clinic.sync.readOnce();
});
after(() => clinic.close());

/** Cy comes to Ruth's group: her roster shows the name, and nothing of the record. */
const WITHIN_REACH: [role: Reader['role'], staff: string | null, clients: string[]][] = [
  ['counselor', 'ruth', ['ada']],
  ['counselor', 'sam', ['cy']],
  ['supervisor', 'vera', ['ada']],
  ['director', null, ['ada', 'cy']],
  ['admin', null, []],
];

for (const [role, staff, clients] of WITHIN_REACH) {
  test(`a raw SELECT as ${staff ?? role} shows the clinical record of their clients alone`, async () => {
    const expected = await Promise.all(clients.map((client) => clinic.idOf(`Patient/${client}`)));
    const reader = await clinic.reader(role, staff);
    for (const table of TABLES) {
      const seen = await clinic.database.read(reader, async (scoped) => {
        const { rows } = await sql<{ id: string }>`
          SELECT DISTINCT client_id AS id FROM ${sql.table(table)}`.execute(scoped);
        return rows.map(({ id }) => id);
      });
      assert.deepEqual(seen.sort(), expected.sort(), table);
    }
  });
}

test('no reader can change it', async () => {
  const director = await clinic.reader('director', null);
  for (const table of TABLES) {
    await assert.rejects(
      clinic.database.read(director, (scoped) =>
        sql`DELETE FROM ${sql.table(table)}`.execute(scoped),
      ),
      /permission denied/,
      table,
    );
  }
});

test('nothing of it is held back', async () => {
  const reasons = await clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ reason: string }>`SELECT reason FROM held_back`.execute(scoped);
    return rows.map(({ reason }) => reason);
  });
  assert.deepEqual(reasons, []);
});

test('an appointment elsewhere is in no attendance', async () => {
  const { body } = await clinic.get(await clinic.reader('counselor', 'ruth'), '/api/caseload');
  const ada = (body as Caseload).lines.find(({ familyName }) => familyName === 'Ada');
  assert.deepEqual([ada?.attendance.denominator, ada?.attendance.unrecorded], [2, 0]);
});
