import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import fc from 'fast-check';
import { sql } from 'kysely';
import { measured } from '../testing/clinical-record.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { Identities } from './identities.ts';
import { takeInPage } from './read-page.ts';

const HOLDER = '00000000-0000-0000-0000-000000000001';
const TOTAL = '44261-6';
const ITEMS = '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' ');

interface AssembledScore {
  total: number | null;
  from: string | null;
  missing: string[];
  mismatch: boolean;
}

let clinic: TestClinic;
let version = 0;
before(async () => {
  clinic = await openTestClinic();
  await clinic.sync.stop();
});
after(() => clinic.close());
beforeEach(() => take(ITEMS_AND_TOTAL.map((one) => ({ ...one, status: 'entered-in-error' }))));

/** Nine answers of 1 each, and a total that somebody put down as 12. */
const items = ITEMS.map((code, index) => measured(`item-${index + 1}`, 'ada', code, 1));
const total = measured('total', 'ada', TOTAL, 12);
const ITEMS_AND_TOTAL = [...items, total];

test('members of a form that come one by one make one score, once all of them are there', async () => {
  await take(items.slice(0, 8));
  assert.deepEqual(await scores(), [{ total: null, from: null, missing: ['9'], mismatch: false }]);
  await take(items.slice(8));
  assert.deepEqual(await scores(), [{ total: 9, from: 'computed', missing: [], mismatch: false }]);
  await take([total]);
  assert.deepEqual(await scores(), [{ total: 12, from: 'stored', missing: [], mismatch: true }]);
});

test('what is withdrawn at the source is taken out again', async () => {
  await take(ITEMS_AND_TOTAL);
  await take([{ ...total, status: 'entered-in-error' }]);
  assert.deepEqual(await scores(), [{ total: 9, from: 'computed', missing: [], mismatch: false }]);
  await take(items.map((item) => ({ ...item, status: 'entered-in-error' })));
  assert.deepEqual(await scores(), []);
});

test('a form whose answers nobody added up makes a score, until it is withdrawn', async () => {
  const form = (status: 'completed' | 'entered-in-error'): FhirResource => ({
    resourceType: 'QuestionnaireResponse',
    id: 'form',
    status,
    subject: { reference: 'Patient/ada' },
    authored: '2026-11-16',
    item: ITEMS.map((code) => ({ linkId: `/${code}`, answer: [{ valueInteger: 2 }] })),
  });
  await take([form('completed')]);
  assert.deepEqual(await scores(), [{ total: 18, from: 'computed', missing: [], mismatch: false }]);
  await take([form('entered-in-error')]);
  assert.deepEqual(await scores(), []);
});

test('a score that is moved to another day leaves none behind', async () => {
  await take([total]);
  await take([{ ...total, effectiveDateTime: '2026-11-09T14:30:00Z' }]);
  assert.deepEqual(
    (await scores()).map(({ total: value }) => value),
    [12],
  );
});

test('law: in whatever order and pages its records come, the score is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(ITEMS_AND_TOTAL, { minLength: ITEMS_AND_TOTAL.length }),
      fc.integer({ min: 1, max: 9 }),
      async (shuffled, cut) => {
        await take(ITEMS_AND_TOTAL.map((one) => ({ ...one, status: 'entered-in-error' })));
        await take(shuffled.slice(0, cut));
        await take(shuffled.slice(cut));
        const expected = { total: 12, from: 'stored', missing: [], mismatch: true };
        assert.deepEqual(await scores(), [expected]);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
});

async function take(resources: readonly FhirResource[]): Promise<void> {
  version += 1;
  await takeInPage(
    clinic.database,
    clinic.source,
    { resources: resources.map((one) => ({ ...one, meta: { versionId: `v${version}` } })) },
    {
      holder: HOLDER,
      receivedAt: new Date(Date.UTC(2026, 10, 18, 13, version)),
      live: false,
      ids: new Identities(),
    },
    async () => undefined,
  );
}

const scores = () =>
  clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<AssembledScore>`
      SELECT total, total_from AS "from", missing, mismatch FROM score ORDER BY day`.execute(
      scoped,
    );
    return rows;
  });
