import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, afterEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import type { Aftercare, AftercareCard } from '#domain/aftercare/aftercare.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let vera: Reader;
let ruth: Reader;
let sam: Reader;

const subject = (client: string) => ({ reference: `Patient/${client}` });
const planned = (client: string, end: string): FhirResource => ({
  resourceType: 'CarePlan',
  id: `plan-${client}`,
  status: 'active',
  intent: 'plan',
  subject: subject(client),
  period: { start: '2026-10-05', end },
  activity: [
    {
      detail: {
        status: 'in-progress',
        scheduledTiming: {
          repeat: {
            boundsPeriod: { start: '2026-10-05', end },
            ...{ frequency: 3, period: 1, periodUnit: 'wk', duration: 3, durationUnit: 'h' },
          },
        },
      },
    },
  ],
});
const referral = (client: string, status: 'active' | 'revoked' = 'active'): FhirResource => ({
  resourceType: 'ServiceRequest',
  id: `onward-${client}`,
  status,
  intent: 'order',
  subject: subject(client),
  authoredOn: '2026-11-09T15:00:00Z',
  performer: [{ display: 'Riverbend Counseling' }],
});
const task = (
  client: string,
  status: 'requested' | 'accepted',
  business: string,
): FhirResource => ({
  resourceType: 'Task',
  id: `task-${client}`,
  status,
  intent: 'order',
  businessStatus: { text: business },
  focus: { reference: `ServiceRequest/onward-${client}` },
  for: subject(client),
  executionPeriod: { start: '2026-11-09T16:00:00Z' },
  owner: { display: 'Riverbend Counseling' },
});
const first = (
  client: string,
  start: string,
  status: 'booked' | 'noshow' | 'fulfilled',
): FhirResource => ({
  resourceType: 'Appointment',
  id: `first-${client}`,
  status,
  start,
  end: start.replace('T15', 'T16'),
  minutesDuration: 60,
  basedOn: [{ reference: `ServiceRequest/onward-${client}` }],
  participant: [{ actor: subject(client), status: 'accepted' }],
});
const consent = (client: string, type: 'permit' | 'deny'): FhirResource => ({
  resourceType: 'Consent',
  id: `consent-${client}-${type}`,
  status: 'active',
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ text: 'Disclosure' }],
  patient: subject(client),
  policyRule: { text: '42 CFR part 2' },
  provision: {
    type,
    period: { start: '2026-10-05', end: '2027-10-05' },
    actor: [{ role: { text: 'Recipient' }, reference: { display: 'Riverbend Counseling' } }],
  },
});

beforeEach(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put(
    '2026-11-16T12:01:00Z',
    planned('ada', '2026-11-27'),
    planned('bo', '2026-12-18'),
  );
  await clinic.sync.readOnce();
  [vera, ruth, sam] = [
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('counselor', 'ruth'),
    await clinic.reader('counselor', 'sam'),
  ];
});
afterEach(() => clinic.close());
after(() => undefined);

const board = async (reader: Reader, query = '') =>
  (await clinic.get(reader, `/api/aftercare${query}`)).body as Aftercare;
const cardOf = async (name: string, query = ''): Promise<AftercareCard> => {
  const card = (await board(vera, query)).cards.find(({ familyName }) => familyName === name);
  assert.ok(card, `${name} is on the board`);
  return card;
};
const tell = async (...resources: FhirResource[]) => {
  clinic.endpoint.put('2026-11-18T13:01:00Z', ...resources);
  await clinic.sync.readOnce();
};
const milestone = async (name: string, id: string) =>
  (await cardOf(name)).milestones.find((one) => one.id === id);
const write = async (
  reader: Reader,
  { clientId, episodeId }: AftercareCard,
  says: object,
  more: object = {},
) =>
  clinic.send(reader, 'POST', `/api/clients/${clientId}/entries`, {
    id: randomUUID(),
    kind: 'aftercare-milestone',
    episodeId,
    seen: null,
    says: { on: '2026-11-18', destination: null, toldBy: null, note: null, ...says },
    ...more,
  });

test('a card moves by the facts of the source, each with its record', async () => {
  const stages = [(await cardOf('Ada')).stage];
  const told = [
    [referral('ada'), task('ada', 'requested', 'sent')],
    [task('ada', 'accepted', 'accepted')],
    [first('ada', '2026-11-30T15:00:00Z', 'booked')],
    [first('ada', '2026-11-17T15:00:00Z', 'fulfilled')],
  ];
  for (const resources of told) {
    await tell(...resources);
    stages.push((await cardOf('Ada')).stage);
  }
  assert.deepEqual(stages, ['planning', 'referred', 'accepted', 'booked', 'first-kept']);
  const card = await cardOf('Ada');
  assert.deepEqual([card.destination, card.daysTo], ['Riverbend Counseling', 9]);
  const kept = card.milestones.find(({ id }) => id === 'first-kept');
  assert.equal(kept?.recordId, await clinic.idOf('Appointment/first-ada'));
});

test('a date counts from the moment it was given: of a moment before it nobody knew', async () => {
  await tell(referral('ada'), {
    ...first('ada', '2026-11-30T15:00:00Z', 'booked'),
    created: '2026-11-16T15:00:00Z',
  } as FhirResource);
  assert.equal((await cardOf('Ada')).stage, 'booked');
  assert.equal((await cardOf('Ada', '?asOf=2026-11-16T15:00:00Z')).stage, 'booked');
  assert.equal((await cardOf('Ada', '?asOf=2026-11-16T14:59:00Z')).stage, 'referred');
});

test('a second date after the first was kept takes nothing back, nor does one that was called off', async () => {
  const another = (start: string, status: 'booked' | 'cancelled'): FhirResource =>
    ({ ...first('ada', start, 'booked'), id: 'another-ada', status }) as FhirResource;
  await tell(referral('ada'), first('ada', '2026-11-17T15:00:00Z', 'fulfilled'));
  await tell(another('2026-12-01T15:00:00Z', 'booked'));
  assert.equal((await cardOf('Ada')).stage, 'first-kept');
  await tell(first('ada', '2026-11-27T15:00:00Z', 'booked'));
  await tell(another('2026-12-01T15:00:00Z', 'cancelled'));
  const { stage, appointmentOn } = await cardOf('Ada');
  assert.deepEqual([stage, appointmentOn], ['booked', '2026-11-27']);
});

test('which coming discharges have no date, and which first appointments were missed', async () => {
  assert.deepEqual(
    (await board(vera, '?show=unbooked')).cards.map(({ familyName }) => familyName),
    ['Ada'],
  );
  assert.deepEqual((await board(vera)).summary, {
    clients: 3,
    ...{ late: 3, missed: 0, leaving: 1, unbooked: 1, leavingDays: 14 },
  });
  await tell(referral('ada'), first('ada', '2026-11-17T15:00:00Z', 'noshow'));
  const { cards, summary } = await board(vera, '?show=missed');
  assert.deepEqual(
    cards.map(({ familyName, missedOn }) => [familyName, missedOn]),
    [['Ada', '2026-11-17']],
  );
  assert.deepEqual([summary.missed, summary.unbooked], [1, 0]);
});

test('everybody sees those whom they may, and filters narrow that', async () => {
  const names = async (reader: Reader, query = '') =>
    (await board(reader, query)).cards.map(({ familyName }) => familyName).sort();
  assert.deepEqual(await names(vera), ['Ada', 'Bo', 'Di']);
  assert.deepEqual(await names(ruth), ['Ada', 'Bo']);
  assert.deepEqual(await names(sam), ['Cy']);
  const admin = await clinic.reader('admin', null);
  assert.equal((await clinic.get(admin, '/api/aftercare')).status, 403);
  await tell(referral('bo'));
  assert.deepEqual(await names(vera, '?destination=Riverbend%20Counseling'), ['Bo']);
  const id = await clinic.idOf('Practitioner/ruth');
  assert.deepEqual(await names(vera, `?counselor=${id}`), ['Ada', 'Bo']);
  assert.deepEqual(await names(vera, `?site=${randomUUID()}`), []);
});

test('a recorded milestone counts, with who told us of what happens elsewhere, until it is withdrawn', async () => {
  const card = await cardOf('Ada');
  const accepted = { milestone: 'accepted', status: 'done', destination: 'Cedar House' };
  assert.equal((await write(ruth, card, accepted)).status, 400);
  const id = randomUUID();
  assert.equal(
    (await write(ruth, card, { ...accepted, toldBy: 'Kim at intake' }, { id })).status,
    204,
  );
  const since = await cardOf('Ada');
  assert.deepEqual([since.stage, since.destination], ['accepted', 'Cedar House']);
  const { by, toldBy, entryId } = since.milestones.find((one) => one.id === 'accepted') ?? {};
  assert.deepEqual([by, toldBy, entryId], ['ruth', 'Kim at intake', id]);
  // Of two who write the same milestone the second is told; of another one it is none of theirs.
  assert.equal((await write(vera, card, { ...accepted, toldBy: 'Lee' })).status, 409);
  assert.equal(
    (await write(vera, card, { milestone: 'level-agreed', status: 'done' })).status,
    204,
  );
  clinic.setClock('2026-11-18T13:03:00Z');
  await clinic.send(ruth, 'POST', `/api/clients/${card.clientId}/entries/${id}/withdrawal`);
  assert.equal((await cardOf('Ada')).stage, 'planning');
  assert.equal((await write(sam, card, { milestone: 'level-agreed', status: 'done' })).status, 404);
});

test('a moved discharge date moves what is due', async () => {
  const due = async () => (await milestone('Ada', 'appointment-booked'))?.due;
  assert.equal(await due(), '2026-11-20');
  const { clientId, episodeId } = await cardOf('Ada');
  await clinic.send(ruth, 'POST', `/api/clients/${clientId}/entries`, {
    ...{ id: randomUUID(), kind: 'planned-discharge', episodeId, seen: null },
    says: { on: '2026-12-11', because: 'A week more' },
  });
  assert.equal(await due(), '2026-12-04');
});

test('a consent counts where it names the destination, and not where another refuses it', async () => {
  await tell(referral('ada'), consent('ada', 'permit'));
  assert.equal(
    (await milestone('Ada', 'consent-signed'))?.recordId,
    await clinic.idOf('Consent/consent-ada-permit'),
  );
  await tell(consent('ada', 'deny'));
  assert.equal((await milestone('Ada', 'consent-signed'))?.status, 'not-started');
});

test('nobody is referred on who has died; a rebuild leaves the board as it was', async () => {
  await tell(referral('bo'));
  await write(ruth, await cardOf('Ada'), { milestone: 'level-agreed', status: 'done' });
  const before = await board(vera);
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await board(vera), before);
  await tell({
    resourceType: 'Patient',
    id: 'bo',
    deceasedDateTime: '2026-11-17',
    name: [{ family: 'Bo' }],
  });
  assert.deepEqual((await board(vera)).cards.map(({ familyName }) => familyName).sort(), [
    'Ada',
    'Di',
  ]);
});
