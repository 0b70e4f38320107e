import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { EpisodeOfCare, FhirResource, PractitionerRole } from 'fhir/r4';
import { sql } from 'kysely';
import type { FollowUpList } from '#domain/aftercare/follow-up.contract';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import type { Reader } from '../database/reader.ts';
import { setValue } from '../testing/settings.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let pam: Reader;

const left = (client: string, on: string): EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  id: `episode-${client}`,
  status: 'finished',
  patient: { reference: `Patient/${client}` },
  managingOrganization: { reference: 'Organization/unit' },
  careManager: { reference: 'Practitioner/ruth' },
  period: { start: '2025-06-01', end: on },
});
const works = (staff: string, title: string, site: string): [FhirResource, PractitionerRole] => [
  { resourceType: 'Practitioner', id: staff, name: [{ family: staff, given: ['P.'] }] },
  {
    resourceType: 'PractitionerRole',
    id: `role-${staff}`,
    practitioner: { reference: `Practitioner/${staff}` },
    code: [{ text: title }],
    location: [{ reference: `Location/${site}` }],
  },
];

beforeEach(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put(
    '2026-11-16T12:01:00Z',
    left('ada', '2026-11-11'),
    ...works('pam', 'Peer specialist', 'harbor'),
    ...works('alex', 'Aftercare coordinator', 'harbor'),
    ...works('far', 'Peer specialist', 'elsewhere'),
  );
  await clinic.sync.readOnce();
  pam = await clinic.reader('peer', 'pam');
});
afterEach(() => clinic.close());

const tell = async (...resources: FhirResource[]) => {
  clinic.endpoint.put('2026-11-18T13:01:00Z', ...resources);
  await clinic.sync.readOnce();
};
const askedAfter = async (reader: Reader) => {
  const { status, body } = await clinic.get(reader, '/api/aftercare/follow-ups');
  assert.equal(status, 200);
  return [...new Set((body as FollowUpList).lines.map(({ familyName }) => familyName))];
};
/** Without any filter of ours, on the morning of the 18th unless another is named. */
const rowsSeen = (reader: Reader, table: string, now = '2026-11-18T13:02:00Z') =>
  clinic.database.read({ ...reader, now: new Date(now) }, async (scoped) => {
    const { rows } = await sql`SELECT * FROM ${sql.table(table)}`.execute(scoped);
    return rows.length;
  });
const log = async (reader: Reader, client: string) => {
  const { status } = await clinic.send(reader, 'POST', '/api/outreach/contacts', {
    ...{ id: randomUUID(), clientId: await clinic.idOf(`Patient/${client}`) },
    ...{ at: '2026-11-18T13:00:00Z', mode: 'phone', result: 'not-reached', barrier: null },
    ...{ nextStep: null, nextStepOn: null, corrects: null },
  });
  return status;
};

test('who asks after those who left sees them where they work, and nobody in care or elsewhere', async () => {
  assert.deepEqual(await askedAfter(pam), ['Ada']);
  assert.deepEqual(await askedAfter(await clinic.reader('aftercare', 'alex')), ['Ada']);
  assert.deepEqual(await askedAfter(await clinic.reader('peer', 'far')), []);
  assert.deepEqual(await askedAfter(await clinic.reader('peer', null)), []);
});

test('the database shows them names, log and stay of those alone, whatever a query forgot', async () => {
  for (const table of ['client', 'client_particulars', 'episode'])
    assert.equal(await rowsSeen(pam, table), 1, table);
  const treatment = [
    ...['attendance', 'encounter', 'score', 'drug_test_report', 'diagnosis'],
    ...['medication_supply', 'goal', 'plan_phase', 'consent', 'safety_assessment', 'client_entry'],
    ...['task_entry', 'safety_signal', 'referral', 'disclosure', 'program_week'],
  ];
  for (const table of treatment) assert.equal(await rowsSeen(pam, table), 0, table);
  const asked = { ...pam, now: new Date('2026-11-18T13:02:00Z') };
  const records = await clinic.database.read(asked, async (scoped) => {
    const named = sql`SELECT FROM source_record WHERE client_ids <> '{}'`;
    return (await named.execute(scoped)).rows.length;
  });
  assert.equal(records, 0);
  assert.equal(await rowsSeen({ ...pam, role: 'counselor' }, 'client'), 0);
});

test('from the day of discharge to the end of the last window, on the calendar of the site', async () => {
  // Ada left on the 11th; 396 days later it is 12 December 2027.
  const last = '2027-12-12';
  const seen = (now: string) => rowsSeen(pam, 'client_particulars', now);
  assert.equal(await seen('2026-11-11T04:59:00Z'), 0, 'the evening before');
  assert.equal(await seen('2026-11-11T13:00:00Z'), 1, 'the day itself');
  assert.equal(await seen(`${last}T23:00:00Z`), 1, 'the last day');
  assert.equal(await seen('2027-12-13T23:00:00Z'), 0, 'after it');
});

test('no page of treatment answers them', async () => {
  const ada = await clinic.idOf('Patient/ada');
  for (const reader of [pam, await clinic.reader('aftercare', 'alex')])
    for (const url of [
      ...['/api/caseload', '/api/aftercare', '/api/rosters', '/api/intake', '/api/tasks'],
      ...[`/api/clients/${ada}`, `/api/clients/${ada}/aftercare-plan`, '/api/disclosures'],
      ...[
        `/api/outreach/clients/${ada}`,
        '/api/safety-tasks',
        '/api/settings',
        '/api/data-sources',
      ],
      '/api/measures/attended',
    ])
      assert.equal((await clinic.get(reader, url)).status, 403, url);
});

test('their try stands in the contact log, by their name, until they withdraw it; of others they write nothing', async () => {
  assert.equal(await log(pam, 'ada'), 204);
  const ruth = await clinic.reader('counselor', 'ruth');
  const url = `/api/outreach/clients/${await clinic.idOf('Patient/ada')}`;
  const logged = async () => ((await clinic.get(ruth, url)).body as ClientOutreach).contacts;
  const [contact] = await logged();
  assert.equal(contact?.madeBy, 'pam');
  const withdrawn = await clinic.send(pam, 'POST', '/api/outreach/contacts/withdrawn', {
    ...{ id: randomUUID(), corrects: contact.id },
  });
  assert.equal(withdrawn.status, 204);
  assert.deepEqual(await logged(), []);
  assert.equal(await log(pam, 'bo'), 404);
  assert.equal(await log(await clinic.reader('peer', 'far'), 'ada'), 404);
});

test('work of the aftercare coordinator is not shown to a peer specialist', async () => {
  const admin = await clinic.reader('admin', null);
  const set = { setting: 'followUpOwner', value: 2, effectiveOn: '2026-11-01' } as const;
  assert.equal((await setValue(clinic, admin, set)).status, 201);
  assert.deepEqual(await askedAfter(pam), []);
  assert.deepEqual(await askedAfter(await clinic.reader('aftercare', 'alex')), ['Ada']);
});

test('whose record says that they died is nobody to ask after', async () => {
  await tell({
    ...{ resourceType: 'Patient', id: 'ada', name: [{ family: 'Ada', given: ['A.'] }] },
    deceasedBoolean: true,
  });
  assert.deepEqual(await askedAfter(pam), []);
});

test('what they looked at is in the access log under their role', async () => {
  await askedAfter(pam);
  const entries = await clinic.database.own(async (scoped) => {
    const { rows } = await sql<{ act: string; role: string }>`
      SELECT act, role FROM access_log WHERE reader_name = 'pam' ORDER BY at DESC LIMIT 1`.execute(
      scoped,
    );
    return rows;
  });
  assert.deepEqual(entries, [{ act: 'follow-ups', role: 'peer' }]);
});
