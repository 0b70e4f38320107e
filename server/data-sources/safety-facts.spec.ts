import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import { measured } from '../testing/clinical-record.fixture.ts';
import { condition, supply } from '../testing/record-of-ada.fixture.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { Identities } from './identities.ts';
import { takeInPage } from './read-page.ts';

const HOLDER = '00000000-0000-0000-0000-000000000001';
const PHQ_9_ITEM_9 = '44260-8';

let clinic: TestClinic;
let version = 0;
before(async () => {
  clinic = await openTestClinic();
  await clinic.sync.stop();
});
after(() => clinic.close());

const person = (more: object): FhirResource => ({ resourceType: 'Patient', id: 'ada', ...more });
const cancelled = (code: string) =>
  booking('ada-fri', 'ada', '2026-11-20', 'cancelled', {
    cancelationReason: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
          code,
        },
      ],
    },
  });
const form = (item9: number): FhirResource => ({
  resourceType: 'QuestionnaireResponse',
  id: 'form',
  status: 'completed',
  questionnaire: 'http://loinc.org/vs/LL358-3',
  subject: { reference: 'Patient/ada' },
  authored: '2026-11-16',
  item: [{ linkId: `/${PHQ_9_ITEM_9}`, answer: [{ valueInteger: item9 }] }],
});
const naltrexone = supply('given', 'Naltrexone 50 mg', '2026-11-02', '2026-11-03');

/** Each kind of record as it says nothing of safety, and as it does; with what has to stand beside it. */
const SPEAKING: Record<
  string,
  { silent: FhirResource; speaks: FhirResource; signal: string; beside?: FhirResource }
> = {
  'a client’s own record': {
    silent: person({ deceasedBoolean: false }),
    speaks: person({ deceasedBoolean: true }),
    signal: 'Possible death, to confirm',
  },
  'a booking': {
    silent: cancelled('pat'),
    speaks: cancelled('pat-dec'),
    signal: 'Possible death, to confirm',
  },
  'an answer by itself': {
    silent: measured('answer', 'ada', PHQ_9_ITEM_9, 0),
    speaks: measured('answer', 'ada', PHQ_9_ITEM_9, 2),
    signal: 'PHQ-9 item 9: 2',
  },
  'a form': { silent: form(0), speaks: form(3), signal: 'PHQ-9 item 9: 3' },
  'a medication': {
    silent: supply('given', 'Ibuprofen 400 mg', '2026-11-02', '2026-11-03'),
    speaks: supply('given', 'Buprenorphine 8 mg', '2026-11-02', '2026-11-03'),
    signal: 'No buprenorphine supply',
  },
  'a diagnosis': {
    silent: condition('diagnosis', 'F10.20'),
    speaks: condition('diagnosis', 'F11.20'),
    signal: 'No naltrexone supply',
    beside: naltrexone,
  },
};

for (const [kind, { silent, speaks, signal, beside }] of Object.entries(SPEAKING)) {
  test(`${kind} is heard when it first comes, when it changes, and when it takes that back`, async () => {
    if (beside) await take(beside);
    const first = { ...speaks, id: speaks.resourceType === 'Patient' ? 'eve' : 'first' };
    for (const [said, expected] of [
      [first, [signal]],
      [withdrawn(first), []],
      [silent, []],
      [speaks, [signal]],
      [silent, []],
      [withdrawn(silent), []],
    ] as const) {
      await take(said);
      assert.deepEqual(await signals(), expected, JSON.stringify(said));
    }
    if (beside) await take(withdrawn(beside));
  });
}

/** The record, as far as it says anything, entered in error. */
const withdrawn = (resource: FhirResource): FhirResource =>
  resource.resourceType === 'Patient'
    ? { ...resource, deceasedBoolean: false }
    : resource.resourceType === 'Condition'
      ? { ...resource, verificationStatus: { coding: [{ code: 'entered-in-error' }] } }
      : ({ ...resource, status: 'entered-in-error' } as FhirResource);

async function take(resource: FhirResource): Promise<void> {
  version += 1;
  await takeInPage(
    clinic.database,
    clinic.source,
    { resources: [{ ...resource, meta: { versionId: `v${version}` } }] },
    {
      holder: HOLDER,
      receivedAt: new Date(Date.UTC(2026, 10, 18, 13, version)),
      live: false,
      ids: new Identities(),
    },
    async () => undefined,
  );
}

const signals = () =>
  clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ what: string }>`SELECT what FROM safety_signal`.execute(scoped);
    return rows.map(({ what }) => what);
  });
