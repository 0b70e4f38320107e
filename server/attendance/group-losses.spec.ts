import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { EpisodeOfCare, FhirResource } from 'fhir/r4';
import type { TherapyGroups } from '#domain/attendance/therapy-group.contract';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const LATER = '2026-11-18T13:01:00Z';

test('lost is who stopped within four weeks: not who completed, and who comes back later has stopped', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    ...came('lost', '2026-08-03', '2026-08-10'),
    ...came('done', '2026-08-03', '2026-08-10'),
    stay('done', '2026-08-03', '2026-08-11', '1'),
    ...came('back', '2026-08-03', '2026-08-10', '2026-10-26', '2026-11-02', '2026-11-16'),
    ...came('stayed', '2026-08-03', '2026-08-17', '2026-08-31', '2026-09-14'),
    // Two weeks earlier there already: did not begin in the half year.
    ...came('earlier', '2026-05-12', '2026-05-21'),
  );
  await clinic.sync.readOnce();
  const director = await clinic.reader('director', null);
  const { body } = await clinic.get(director, '/api/attendance/groups');
  const [group] = (body as TherapyGroups).groups;
  assert.deepEqual([group?.loss.began, group?.loss.stoppedEarly], [4, 2]);
});

/** Somebody with an episode who had a place on these days. */
const came = (id: string, ...days: string[]): FhirResource[] => [
  { resourceType: 'Patient', id, name: [{ family: id, given: ['Test'] }] },
  stay(id, days[0] ?? ''),
  ...days.map((day) => booking(`${id}-${day}`, id, day, 'fulfilled')),
];

const stay = (id: string, start: string, end?: string, reason?: string): EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  id: `episode-${id}`,
  status: end ? 'finished' : 'active',
  patient: { reference: `Patient/${id}` },
  managingOrganization: { reference: 'Organization/unit' },
  period: { start, ...(end ? { end } : {}) },
  ...(reason
    ? {
        extension: [
          {
            url: 'http://example.org/discharge-reason',
            valueCodeableConcept: { coding: [{ code: reason }] },
          },
        ],
      }
    : {}),
});
