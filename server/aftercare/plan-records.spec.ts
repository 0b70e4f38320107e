import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { Consent, EpisodeOfCare, FhirResource, Flag, Goal, MedicationRequest } from 'fhir/r4';
import { sql } from 'kysely';
import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import type { PlanContentId } from '#domain/aftercare/plan-content';
import type { Reader } from '../database/reader.ts';
import { setValue } from '../testing/settings.fixture.ts';
import { episode } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let ruth: Reader;
let ada: string;

beforeEach(async () => {
  clinic = await openTestClinic();
  ruth = await clinic.reader('counselor', 'ruth');
  ada = await clinic.idOf('Patient/ada');
});
afterEach(() => clinic.close());

const of = (client: string) => ({ subject: { reference: `Patient/${client}` } });
const flag = (words: string, client: string, more: Partial<Flag> = {}): Flag => ({
  ...{ resourceType: 'Flag', id: randomUUID(), status: 'active', ...of(client) },
  ...{ code: { text: words }, period: { start: '2026-10-12' } },
  ...more,
});
const goal = (words: string, lifecycleStatus: Goal['lifecycleStatus']): Goal => ({
  ...{ resourceType: 'Goal', id: randomUUID(), lifecycleStatus, ...of('ada') },
  ...{ description: { text: words }, startDate: '2026-10-12' },
});
const kit = (authoredOn: string): MedicationRequest => ({
  ...{ resourceType: 'MedicationRequest', id: 'kit', status: 'active', intent: 'order' },
  ...{ ...of('ada'), medicationCodeableConcept: { text: 'naloxone nasal spray' }, authoredOn },
});
const asked = (at: 'admission' | 'discharge', needs: boolean): FhirResource => ({
  ...{ resourceType: 'QuestionnaireResponse', id: `asked-${at}`, status: 'completed' },
  ...{ ...of('ada'), questionnaire: `https://clinic.example/Questionnaire/${at}` },
  authored: at === 'admission' ? '2026-10-05T15:00:00Z' : '2026-11-17T15:00:00Z',
  item: [{ linkId: 'TRANSPORT_NEEDED', answer: [{ valueBoolean: needs }] }],
});

const tell = async (...resources: FhirResource[]) => {
  clinic.endpoint.put('2026-11-18T13:01:00Z', ...resources);
  await clinic.sync.readOnce();
};
async function planNow() {
  const { body } = await clinic.get(ruth, `/api/clients/${ada}/aftercare-plan`);
  const { plan } = body as AftercarePlan;
  assert.ok(plan);
  return plan;
}
const content = async (id: PlanContentId) =>
  (await planNow()).contents.find((one) => one.id === id);
const statusOf = async (id: PlanContentId) => (await content(id))?.status;
async function write(status: string, seen: string | null = null): Promise<string> {
  const id = randomUUID();
  const { episodeId } = await planNow();
  const says = {
    content: 'housing',
    status,
    kind: null,
    on: '2026-11-18',
    owner: null,
    note: null,
  };
  const entry = { id, kind: 'plan-content', episodeId, seen, says };
  const answer = await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries`, entry);
  assert.equal(answer.status, 204);
  return id;
}

test('a goal to write a plan is none until it is reached', async () => {
  await tell(goal('Write a crisis plan with Ruth', 'active'));
  assert.equal(await statusOf('crisis-plan'), 'not-started');
  await tell(goal('Write a relapse prevention plan', 'completed'));
  assert.equal(await statusOf('relapse-prevention'), 'done');
});

test('a notice that is over, not in force, still to come, or of somebody else is no plan of the client’s', async () => {
  await tell(
    flag('Crisis plan of last year', 'ada', { period: { start: '2026-10-06', end: '2026-11-01' } }),
    flag('Safety plan, entered in error', 'ada', { status: 'inactive' }),
    flag('Crisis plan from next week', 'ada', { period: { start: '2026-11-25' } }),
    flag('Crisis plan of Bo', 'bo'),
  );
  assert.equal(await statusOf('crisis-plan'), 'not-started');
});

test('naloxone that is to be had next week is not had', async () => {
  await tell(kit('2026-11-25T15:00:00Z'));
  assert.equal(await statusOf('naloxone'), 'not-started');
});

test('beside a content stands what was answered at admission, not at discharge', async () => {
  await tell(asked('admission', true), asked('discharge', false));
  const words = (await content('transport'))?.beside.map((one) => one.words);
  assert.deepEqual(words, ['Transport needed at admission: yes']);
});

test('of what staff wrote the last holds, and it is of the stay it was written for', async () => {
  await write('declined', await write('in-progress'));
  assert.equal(await statusOf('housing'), 'declined');
  await tell(
    {
      ...episode('ada', 'ruth', 'one'),
      status: 'finished',
      period: { start: '2026-10-05', end: '2026-11-16' },
    } as EpisodeOfCare,
    {
      ...episode('ada', 'ruth', 'one'),
      id: 'again',
      period: { start: '2026-11-18' },
    } as EpisodeOfCare,
  );
  assert.equal(await statusOf('housing'), 'not-started');
});

test('what a program’s plans do not have is that program’s own', async () => {
  const admin = await clinic.reader('admin', null);
  const programId = await clinic.database.own(async (scoped) => {
    const { rows } = await sql<{ id: string }>`
      SELECT p.id FROM program p JOIN episode e ON e.unit_id = p.unit_id WHERE e.client_id = ${ada}`.execute(
      scoped,
    );
    return rows[0]?.id ?? '';
  });
  const set = { setting: 'planHousing', value: 0, effectiveOn: '2026-11-01', programId } as const;
  assert.equal((await setValue(clinic, admin, set)).status, 201);
  assert.equal(await content('housing'), undefined);
});

test('whom a consent names besides where the client goes next is no recipient of the plan', async () => {
  const consent: Consent = {
    ...{ resourceType: 'Consent', id: 'to-clinic', status: 'active', category: [] },
    scope: { coding: [{ code: 'patient-privacy' }] },
    patient: { reference: 'Patient/ada' },
    provision: {
      ...{ type: 'permit', period: { start: '2026-10-05', end: '2027-10-04' } },
      purpose: [{ code: 'TREAT' }],
      actor: [{ role: {}, reference: { display: 'Lakeview Primary Care' } }],
    },
  };
  await tell(consent);
  const { status, words, note } = (await content('consents')) ?? {};
  assert.deepEqual(
    [status, words, note],
    ['not-started', null, 'nobody is known yet who is to be told'],
  );
});
