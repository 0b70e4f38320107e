import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { openClinic } from '../endpoint/open-clinic.fixture.ts';
import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';
import { buildClinic } from '../model/clinic.ts';
import { clinicOfTotal } from './clinic-of-total.ts';
import { exportClinic } from './export-clinic.ts';

const AT = '2025-03-11T12:00:00Z';

test('an export is what the endpoint shows at that moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    const { resources } = await exportClinic(buildClinic(1, 16), Date.parse(AT), 1e6, folder);
    assert.deepEqual(
      readdirSync(folder).sort(),
      RESOURCE_TYPES.map((one) => `${one}.ndjson`).sort(),
    );
    const clinic = openClinic({ at: AT });
    for (const type of RESOURCE_TYPES) {
      const lines = readFileSync(join(folder, `${type}.ndjson`), 'utf8')
        .split('\n')
        .slice(0, -1);
      const written = lines.map((line) => JSON.parse(line) as FhirResource);
      assert.deepEqual(written, await clinic.all(`${type}?_count=1000`), type);
      assert.equal(resources.get(type), written.length);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a clinic of a total has admitted that many, and hardly more', () => {
  const instant = Date.parse('2026-11-18T13:02:00Z');
  const { admissions, clients } = clinicOfTotal(1, 500, instant, 'as-usual');
  assert.ok(clients > 20 && clients < 80, `${clients}`);
  assert.ok(admissions.readyDay(499) <= admissions.readyDay(560));
});
