import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { Consent, FhirResource } from 'fhir/r4';
import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import { HAND_OFF_PARTS } from '#domain/disclosures/disclosed-parts';
import type {
  ClientDisclosures,
  DisclosureLog,
  NewDisclosure,
} from '#domain/disclosures/disclosure.contract';
import type { Reader } from '../database/reader.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const RIVERBEND = 'Riverbend Counseling';
const COURT = 'Harbor County Drug Court';
const PHASE: ['phase'] = ['phase'];

const riverbend: FhirResource = {
  resourceType: 'Organization',
  id: 'riverbend',
  name: RIVERBEND,
  address: [{ line: ['88 Mill Road'], city: 'Salem', state: 'MA', postalCode: '01970' }],
};
const referral: FhirResource = {
  resourceType: 'ServiceRequest',
  id: 'onward-ada',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/ada' },
  authoredOn: '2026-11-09T15:00:00Z',
  performer: [{ display: RIVERBEND }],
};
const consent = (id: string, to: string, about: Partial<Consent> = {}): Consent => ({
  resourceType: 'Consent',
  id,
  status: 'active',
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ coding: [{ code: 'IDSCL' }] }],
  patient: { reference: 'Patient/ada' },
  provision: {
    type: 'permit',
    period: { start: '2026-10-05', end: '2027-10-04' },
    purpose: [{ code: 'TREAT' }],
    actor: [
      {
        role: {},
        reference: to === RIVERBEND ? { reference: 'Organization/riverbend' } : { display: to },
      },
    ],
  },
  ...about,
});
const toCourt = (about: Partial<Consent> = {}): Consent => {
  const { provision, ...rest } = consent('consent-court', COURT);
  const cited = [{ uri: 'https://www.ecfr.gov/current/title-42/section-2.35' }];
  return { ...rest, provision: { ...provision, purpose: undefined }, policy: cited, ...about };
};

/** Ada is Ruth's client, in Vera's team, and goes on to Riverbend; Sam works in another team. */
async function open(...resources: FhirResource[]) {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', riverbend, referral, ...resources);
  await clinic.sync.readOnce();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    ada: await clinic.idOf('Patient/ada'),
  };
}

const found = async (reader: Reader, client: string) =>
  (await clinic.get(reader, `/api/clients/${client}/disclosures`)).body as ClientDisclosures;
const disclose = async (reader: Reader, client: string, about: Partial<NewDisclosure> = {}) => {
  const { status, body } = await clinic.send(reader, 'POST', `/api/clients/${client}/disclosures`, {
    id: randomUUID(),
    kind: 'hand-off',
    recipient: RIVERBEND,
    address: '88 Mill Road',
    what: [...HAND_OFF_PARTS],
    ...about,
  });
  return { status, message: (body as { message?: string } | null)?.message ?? '' };
};
const write = (reader: Reader, client: string, entry: object) =>
  clinic.send(reader, 'POST', `/api/clients/${client}/entries`, { id: randomUUID(), ...entry });
const later = async (...resources: FhirResource[]) => {
  clinic.endpoint.put('2026-11-18T13:01:00Z', ...resources);
  await clinic.sync.readOnce();
};

test('where the client goes is a recipient, with the address of their record, under the consent that names them', async () => {
  const { ruth, ada } = await open(consent('consent-next', RIVERBEND));
  const { handOff } = await found(ruth, ada);
  assert.deepEqual(
    handOff.recipients.map(({ name, address, isDestination, refusal }) => [
      ...[name, address, isDestination, refusal],
    ]),
    [[RIVERBEND, '88 Mill Road, Salem, MA 01970', true, null]],
  );
  assert.equal(handOff.recipients[0]?.consent?.recordId, await clinic.idOf('Consent/consent-next'));
  assert.equal((await disclose(ruth, ada)).status, 204);
  const [logged] = (await found(ruth, ada)).disclosures;
  assert.deepEqual(
    [logged?.recipient, logged?.purpose, logged?.by, logged?.what.length],
    [RIVERBEND, 'treatment: hand-off to who treats next', 'ruth', HAND_OFF_PARTS.length],
  );
});

test('refused with the reason: none, another recipient, another purpose, ended, not signed, revoked and when', async () => {
  const { ruth, ada } = await open();
  const reason = async () => (await disclose(ruth, ada)).message;
  assert.match(await reason(), /No consent on record permits a disclosure to Riverbend/);
  await later(consent('consent-next', 'Elm Street'));
  assert.match(await reason(), /names other recipients than Riverbend Counseling/);
  const { provision } = consent('', RIVERBEND);
  const about = (part: object) =>
    later(consent('consent-next', RIVERBEND, { provision: { ...provision, ...part } }));
  await about({ purpose: [{ code: 'HPAYMT' }] });
  assert.match(await reason(), /is not for treatment/);
  await about({ period: { start: '2026-10-05', end: '2026-11-17' } });
  assert.match(await reason(), /of Mon 5 Oct ended on Tue 17 Nov/);
  await later(consent('consent-next', RIVERBEND, { status: 'proposed' }));
  assert.match(await reason(), /is not signed/);
  await about({});
  await later(consent('consent-next', RIVERBEND, { status: 'inactive' }));
  assert.match(await reason(), /was revoked on Wed 18 Nov/);
  const { disclosures, refusals } = await found(ruth, ada);
  assert.deepEqual(disclosures, []);
  assert.equal(refusals.length, 6);
});

test('a court is told under its own consent alone, and the next report is due after the one that was made', async () => {
  const { ruth, ada } = await open(consent('consent-next', RIVERBEND), consent('treats', COURT));
  const duty = {
    ...{ kind: 'court-report', episodeId: null },
    says: { to: COURT, officer: 'J. Moss', address: null, every: 'month', dueOn: '2026-11-20' },
  };
  assert.equal((await write(ruth, ada, duty)).status, 204);
  const [asked] = (await found(ruth, ada)).courtReports;
  assert.deepEqual([asked?.dueOn, asked?.refusal?.reason], ['2026-11-20', 'other-purpose']);
  const report = () =>
    disclose(ruth, ada, {
      ...{ kind: 'court-report', dutyId: asked?.dutyId ?? '', recipient: COURT },
      what: ['client and dates', 'attendance counts'],
    });
  assert.match((await report()).message, /is not for a report to the criminal justice system/);
  await later(toCourt());
  const due = async () => {
    const { body } = await clinic.get(ruth, '/api/tasks');
    const { tasks } = body as { tasks: { rule: string; dueOn: string }[] };
    return tasks.flatMap(({ rule, dueOn }) => (rule === 'court-report' ? [dueOn] : []));
  };
  assert.deepEqual(await due(), ['2026-11-20']);
  assert.equal((await report()).status, 204);
  assert.deepEqual(await due(), []);
  const { courtReports, disclosures } = await found(ruth, ada);
  assert.deepEqual([courtReports[0]?.dueOn, courtReports[0]?.lastOn], ['2026-12-20', '2026-11-18']);
  assert.deepEqual([disclosures[0]?.fromDay, disclosures[0]?.toDay], ['2026-10-19', '2026-11-18']);
  assert.equal(disclosures[0]?.consentId, await clinic.idOf('Consent/consent-court'));
  // Of a duty that is nobody's there is no report.
  const other = { kind: 'court-report', dutyId: randomUUID(), what: PHASE } as const;
  assert.equal((await disclose(ruth, ada, { ...other, recipient: COURT })).status, 404);
});

test('a report that is asked for once is made once, and then no plan asks for its consent', async () => {
  const { ruth, ada } = await open(toCourt());
  const says = { to: COURT, officer: null, address: null, every: 'once', dueOn: '2026-11-18' };
  await write(ruth, ada, { kind: 'court-report', episodeId: null, says });
  const recipients = async () => {
    const { body } = await clinic.get(ruth, `/api/clients/${ada}/aftercare-plan`);
    return (body as AftercarePlan).plan?.contents.find(({ id }) => id === 'consents')?.words ?? '';
  };
  assert.match(await recipients(), /Harbor County Drug Court: covered/);
  const dutyId = (await found(ruth, ada)).courtReports[0]?.dutyId ?? '';
  const report = { kind: 'court-report', dutyId, recipient: COURT, what: PHASE } as const;
  assert.equal((await disclose(ruth, ada, report)).status, 204);
  assert.equal((await found(ruth, ada)).courtReports[0]?.dueOn, null);
  assert.doesNotMatch(await recipients(), /Drug Court/);
});

test('the log lists ten sheets and reports, and the refusals, and nothing else; each to whom it is in reach of', async () => {
  const { ruth, sam, ada } = await open(consent('consent-next', RIVERBEND), toCourt());
  const duty = {
    ...{ kind: 'court-report', episodeId: null },
    says: { to: COURT, officer: null, address: null, every: 'week', dueOn: '2026-11-02' },
  };
  await write(ruth, ada, duty);
  const dutyId = (await found(ruth, ada)).courtReports[0]?.dutyId ?? '';
  const sent: string[] = [];
  for (let count = 0; count < 10; count += 1) {
    const id = randomUUID();
    const court = { kind: 'court-report', dutyId, recipient: COURT, what: PHASE } as const;
    const { status } = await disclose(ruth, ada, { id, ...(count % 2 ? court : {}) });
    assert.equal(status, 204);
    // However often it is sent.
    await disclose(ruth, ada, { id, ...(count % 2 ? court : {}) });
    sent.unshift(id);
  }
  const tried = [randomUUID(), randomUUID()];
  for (const id of tried) await disclose(ruth, ada, { id, recipient: 'Elm Street' });
  assert.equal((await disclose(sam, ada)).status, 404);
  const log = async (reader: Reader, query = '') => {
    const { status, body } = await clinic.get(reader, `/api/disclosures${query}`);
    return { status, ...(body as DisclosureLog) };
  };
  const director = await clinic.reader('director', null);
  const all = await log(director);
  assert.deepEqual([all.disclosed, all.refused, all.lines.length], [10, 2, 12]);
  const ids = (lines: DisclosureLog['lines']) => lines.map(({ id }) => id);
  assert.deepEqual(ids((await log(director, '?show=disclosed')).lines), sent);
  assert.deepEqual(ids((await log(director, '?show=refused')).lines), tried.toReversed());
  assert.equal((await log(director, '?kind=court-report')).disclosed, 5);
  assert.equal((await log(director, '?to=2026-11-17')).lines.length, 0);
  assert.equal((await log(await clinic.reader('supervisor', 'vera'))).disclosed, 10);
  assert.equal((await log(await clinic.reader('supervisor', 'walt'))).disclosed, 0);
  assert.equal((await log(ruth)).status, 403);
  assert.equal((await log(await clinic.reader('admin', null))).status, 403);
  assert.equal((await selectAsLogin(clinic.database, ruth, 'disclosure_refusal')).length, 2);
  assert.equal((await selectAsLogin(clinic.database, sam, 'disclosure_refusal')).length, 0);
});
