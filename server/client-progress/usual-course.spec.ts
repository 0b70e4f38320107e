import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import type { ProgramUsualCourse } from '#domain/client-progress/usual-course.contract';
import { measured } from '../testing/clinical-record.fixture.ts';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Sam's clients, of the program that Ada, Ruth's, is in: from Monday 1 June on for three weeks. */
const stay = (index: number): FhirResource[] => [
  { resourceType: 'Patient', id: `p${index}`, name: [{ family: 'Former' }] },
  {
    resourceType: 'EpisodeOfCare',
    id: `e${index}`,
    status: 'finished',
    patient: { reference: `Patient/p${index}` },
    managingOrganization: { reference: 'Organization/unit' },
    period: { start: '2026-06-01', end: '2026-06-22' },
    careManager: { reference: 'Practitioner/sam' },
  },
];
/** Of the third client on, an hour more each: none of three came in the second week. */
const came = (index: number): FhirResource[] =>
  index < 3
    ? []
    : [
        booking(`b${index}`, `p${index}`, '2026-06-09', 'fulfilled'),
        presence(`here${index}`, `p${index}`, '2026-06-09', 60 * (index - 2)),
      ];
const scored = (index: number): FhirResource =>
  measured(`s${index}`, `p${index}`, '44261-6', index, {
    effectiveDateTime: '2026-06-09T15:00:00Z',
  });

async function open(clients: number) {
  clinic = await openTestClinic({ read: false });
  const each = Array.from({ length: clients }, (_, index) => index);
  clinic.endpoint.put(
    '2026-11-16T12:00:00Z',
    ...each.flatMap((index) => [...stay(index), ...came(index), scored(index)]),
  );
  await clinic.sync.readOnce();
  const reader = await clinic.reader('counselor', 'ruth');
  const ada = await clinic.idOf('Patient/ada');
  return async (asOf = '') => {
    const { body } = await clinic.get(reader, `/api/clients/${ada}/usual-course${asOf}`);
    const { weeks } = body as ProgramUsualCourse;
    return (quantity: string, week: number) =>
      weeks.find((one) => one.quantity === quantity && one.week === week) ?? null;
  };
}

test('the middle half by week of the stay, whoever’s clients they were; who did not come had no hours', async () => {
  const ask = await open(11);
  const usual = await ask();
  // 0, 0, 0, 1, 2 … 8 hours, of Ada and the two others who are in the program nothing yet in June.
  assert.equal(usual('phq-9', 2)?.clients, 11);
  assert.deepEqual(
    [usual('phq-9', 2)?.low, usual('phq-9', 2)?.middle, usual('phq-9', 2)?.high],
    [2, 5, 8],
  );
  const hours = usual('hours', 2);
  assert.ok(hours && hours.clients >= 11);
  assert.equal(hours.low, 0);
});

test('of ten clients nothing is told, nor of a week in which ten were left', async () => {
  const ask = await open(10);
  assert.equal((await ask())('phq-9', 2), null);
});

test('stays that began more than a year before tell nothing', async () => {
  const ask = await open(11);
  assert.equal((await ask('?asOf=2027-07-01T12:00:00Z'))('phq-9', 2), null);
});

test('whose client it is not learns nothing', async () => {
  await open(1);
  const sam = await clinic.reader('counselor', 'sam');
  const ada = await clinic.idOf('Patient/ada');
  assert.equal((await clinic.get(sam, `/api/clients/${ada}/usual-course`)).status, 404);
});
