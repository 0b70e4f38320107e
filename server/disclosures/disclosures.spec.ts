import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { Consent } from 'fhir/r4';
import { sql } from 'kysely';
import type { ClientDisclosures, NewDisclosure } from '#domain/disclosures/disclosure.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { payers } from '../testing/payers.fixture.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Ada's consent for treatment, payment and operations, as it is signed at admission. */
const consent = (about: Partial<Consent> = {}): Consent => ({
  resourceType: 'Consent',
  id: 'consent-ada',
  status: 'active',
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ coding: [{ code: 'IDSCL' }] }],
  patient: { reference: 'Patient/ada' },
  provision: {
    type: 'permit',
    period: { start: '2026-10-05', end: '2027-10-04' },
    purpose: ['TREAT', 'HPAYMT', 'HOPERAT'].map((code) => ({ code })),
  },
  ...about,
});

type Packet = Extract<NewDisclosure, { kind: 'utilization-review' }>;

/** Ada is Ruth's client and paid for by Harbor Health Plan; Sam works in another team. */
async function open(...consents: Consent[]) {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...payers(), ...consents);
  await clinic.sync.readOnce();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    ada: await clinic.idOf('Patient/ada'),
  };
}

const found = async (reader: Reader, client: string) => {
  const { status, body } = await clinic.get(reader, `/api/clients/${client}/disclosures`);
  return { status, ...(body as ClientDisclosures) };
};
const disclose = (reader: Reader, client: string, about: Partial<Packet> = {}) =>
  clinic.send(reader, 'POST', `/api/clients/${client}/disclosures`, {
    id: randomUUID(),
    kind: 'utilization-review',
    recipient: 'Harbor Health Plan',
    address: '1 Plan Street',
    what: ['drug tests', 'client and authorization'],
    ...about,
  });

test('under a consent in force a packet is accounted for: to whom, what, why, by whom, under which', async () => {
  const { ruth, ada } = await open(consent());
  const { utilizationReview } = await found(ruth, ada);
  assert.equal(utilizationReview.payer, 'Harbor Health Plan');
  assert.equal(utilizationReview.refusal, null);
  assert.equal(utilizationReview.dayMinutes, 180);
  const id = randomUUID();
  assert.equal((await disclose(ruth, ada, { id })).status, 204);
  assert.equal((await disclose(ruth, ada, { id, recipient: 'Sent once more' })).status, 204);
  const { disclosures } = await found(ruth, ada);
  assert.deepEqual(
    disclosures.map(({ at: _, ...rest }) => rest),
    [
      {
        id,
        kind: 'utilization-review',
        recipient: 'Harbor Health Plan',
        address: '1 Plan Street',
        purpose: 'utilization review, for payment',
        what: ['client and authorization', 'drug tests'],
        fromDay: null,
        toDay: null,
        consentId: await clinic.idOf('Consent/consent-ada'),
        by: 'ruth',
      },
    ],
  );
  const { rows } = await clinic.database.own((scoped) =>
    sql<{
      act: string;
    }>`SELECT act FROM access_log WHERE ${ada} = ANY(client_ids) ORDER BY id DESC LIMIT 3`.execute(
      scoped,
    ),
  );
  assert.ok(rows.some(({ act }) => act === 'utilization-review disclosed'));
});

test('without a consent that holds nothing leaves, and the reason is said', async () => {
  const { ruth, ada } = await open();
  const none = await disclose(ruth, ada);
  assert.equal(none.status, 409);
  assert.match((none.body as { message: string }).message, /No consent on record permits/);
  clinic.endpoint.put('2026-11-18T13:01:00Z', consent({ status: 'inactive' }));
  await clinic.sync.readOnce();
  const revoked = await disclose(ruth, ada);
  assert.match((revoked.body as { message: string }).message, /is no longer in force/);
  const { disclosures, utilizationReview } = await found(ruth, ada);
  assert.deepEqual(disclosures, []);
  assert.equal(utilizationReview.consent, null);
});

test('whose client it is not neither reads nor writes; the table says so to a login of its own', async () => {
  const { ruth, sam, ada } = await open(consent());
  assert.equal((await found(sam, ada)).status, 404);
  assert.equal((await disclose(sam, ada)).status, 404);
  assert.equal((await disclose(ruth, ada)).status, 204);
  assert.equal((await selectAsLogin(clinic.database, ruth, 'disclosure')).length, 1);
  assert.equal((await selectAsLogin(clinic.database, sam, 'disclosure')).length, 0);
});

test('what was accounted for is changed by nobody, and a rebuild keeps it with its consent', async () => {
  const { ruth, ada } = await open(consent());
  await disclose(ruth, ada);
  for (const table of ['disclosure', 'disclosure_refusal'])
    for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET recipient = 'Nobody'`])
      await assert.rejects(
        clinic.database.read(ruth, (scoped) => sql.raw(change).execute(scoped)),
        /permission denied/,
      );
  await rebuild(clinic.database, clinic.source.organizationId);
  const { disclosures, utilizationReview } = await found(ruth, ada);
  assert.equal(disclosures[0]?.consentId, utilizationReview.consent?.recordId);
});
