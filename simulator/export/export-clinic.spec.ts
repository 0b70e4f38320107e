import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { openClinic } from '../endpoint/open-clinic.fixture.ts';
import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';
import { isClientType } from '../fhir/record-archive.ts';
import { buildClinic } from '../model/clinic.ts';
import { clinicOfTotal } from './clinic-of-total.ts';
import { exportClinic } from './export-clinic.ts';

const AT = '2025-03-11T12:00:00Z';

test('an export is what the endpoint shows at that moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    const resources = await exportClinic(buildClinic(1, 16), Date.parse(AT), 120, folder, 50);
    const clinicsOwn = RESOURCE_TYPES.filter((type) => !isClientType(type)).length;
    const inThree = RESOURCE_TYPES.length - clinicsOwn;
    const files = readdirSync(folder).sort();
    assert.equal(files.length, clinicsOwn + 3 * inThree);
    const clinic = openClinic({ at: AT });
    for (const type of RESOURCE_TYPES) {
      const written = files
        .filter((file) => file.startsWith(`${type}.`))
        .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1))
        .map((line) => JSON.parse(line) as FhirResource);
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
