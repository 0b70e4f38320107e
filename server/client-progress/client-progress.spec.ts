import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { EpisodeOfCare, FhirResource, Goal, ServiceRequest } from 'fhir/r4';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Reader } from '../database/reader.ts';
import { measured } from '../testing/clinical-record.fixture.ts';
import { knownBefore, knownSince, supply } from '../testing/record-of-ada.fixture.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let ruth: Reader;
afterEach(() => clinic.close());

const subject = { reference: 'Patient/ada' };

async function open(...more: FhirResource[]): Promise<void> {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...knownBefore(), ...knownSince(), ...more);
  await clinic.sync.readOnce();
  ruth = await clinic.reader('counselor', 'ruth');
}

async function page(asOf = '', client = 'ada', reader = ruth): Promise<ClientProgress> {
  const id = await clinic.idOf(`Patient/${client}`);
  const { status, body } = await clinic.get(reader, `/api/clients/${id}${asOf && `?asOf=${asOf}`}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as ClientProgress;
}

const referral = (id: string, requested: string, more: Partial<ServiceRequest> = {}) =>
  ({
    resourceType: 'ServiceRequest',
    id,
    status: 'active',
    intent: 'order',
    subject,
    authoredOn: requested,
    ...more,
  }) satisfies ServiceRequest;

const stay = (
  id: string,
  client: string,
  start: string,
  end: string | null,
  more: Partial<EpisodeOfCare> = {},
) =>
  ({
    resourceType: 'EpisodeOfCare',
    id,
    status: end ? 'finished' : 'active',
    type: [
      { coding: [{ system: 'https://www.asam.org/asam-criteria', version: '4', code: '2.1' }] },
    ],
    patient: { reference: `Patient/${client}` },
    managingOrganization: { reference: 'Organization/unit' },
    careManager: { reference: 'Practitioner/ruth' },
    period: { start, ...(end ? { end } : {}) },
    ...more,
  }) satisfies EpisodeOfCare;

test('the way goes from the request to a year after the planned end', async () => {
  const request = referral('asked', '2026-09-21');
  const assessment = booking('assessed', 'ada', '2026-09-28', 'fulfilled', {
    serviceType: [
      {
        coding: [
          { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'H0001' },
        ],
      },
    ],
  });
  await open(
    request,
    assessment,
    stay('episode-ada', 'ada', '2026-10-05', null, {
      referralRequest: [{ reference: 'ServiceRequest/asked' }],
    }),
  );
  const { way, timeZone } = await page();
  assert.ok(way);
  assert.equal(timeZone, 'America/New_York');
  assert.equal(way.requested?.on, '2026-09-21');
  assert.equal(way.assessed?.on, '2026-09-28');
  assert.deepEqual(
    way.phases.map(({ startsOn, endsOn, minutesPerWeek }) => [startsOn, endsOn, minutesPerWeek]),
    [
      ['2026-10-05', '2026-11-17', 720],
      ['2026-11-18', '2026-11-23', 720],
    ],
  );
  assert.deepEqual([way.plannedEnd, way.endedOn, way.endReason], ['2026-11-23', null, null]);
  assert.deepEqual(
    [way.followUps.at(0), way.followUps.at(-1)],
    [
      { name: '72 h', on: '2026-11-26' },
      { name: '30 days', on: '2026-12-23' },
    ],
  );
  assert.deepEqual(way.levels, [{ code: '2.1', edition: '4', from: '2026-10-05' }]);
  assert.deepEqual(way.referrals, []);
});

test('a level that began as another ended belongs to the same way; one planned is not shown yet', async () => {
  await open(
    stay('before', 'ada', '2026-09-01', '2026-10-05', {
      type: [{ coding: [{ system: 'https://www.asam.org/asam-criteria', code: '2.5' }] }],
    }),
    stay('planned', 'ada', '2026-11-17', null, { status: 'planned' }),
  );
  const { way } = await page();
  assert.deepEqual(
    way?.levels.map(({ code, from }) => [code, from]),
    [
      ['2.5', '2026-09-01'],
      ['2.1', '2026-10-05'],
    ],
  );
});

test('the stay that is usual takes eleven, of whoever’s clients, that ended within a year', async () => {
  const ended = (end: string, index: number): FhirResource[] => [
    { resourceType: 'Patient', id: `p${index}`, name: [{ family: 'Former' }] },
    stay(`e${index}`, `p${index}`, '2026-06-01', end, {
      careManager: { reference: 'Practitioner/sam' },
    }),
  ];
  const ten = Array.from({ length: 10 }, (_, index) => ended(`2026-07-${11 + index}`, index));
  await open(...ten.flat(), ...ended('2025-11-18', 20));
  assert.equal((await page()).way?.usualStay, null);
  clinic.endpoint.put('2026-11-18T13:00:00Z', ...ended('2026-07-21', 10));
  await clinic.sync.readOnce();
  // From 40 to 50 days, one of each.
  assert.deepEqual((await page()).way?.usualStay, { from: 42, to: 48, episodes: 11 });
});

test('what comes after is referred to in care; it has an outcome once it has begun', async () => {
  await open(referral('next', '2026-11-10', { performer: [{ display: 'Riverside' }] }), {
    resourceType: 'Appointment',
    id: 'first-there',
    status: 'noshow',
    basedOn: [{ reference: 'ServiceRequest/next' }],
    start: '2026-11-17T14:00:00Z',
    end: '2026-11-17T15:00:00Z',
    participant: [
      { actor: subject, status: 'accepted' },
      { actor: { display: 'Riverside' }, status: 'accepted' },
    ],
  });
  const outcomes = async (asOf: string) =>
    (await page(asOf)).way?.referrals.map(({ to, appointment }) => [
      to,
      appointment?.on,
      appointment?.outcome,
    ]);
  assert.deepEqual(await outcomes('2026-11-17T13:59:00Z'), [['Riverside', '2026-11-17', null]]);
  assert.deepEqual(await outcomes('2026-11-17T14:00:00Z'), [
    ['Riverside', '2026-11-17', 'no-show'],
  ]);
});

test('a measure of the stay: its change by rule, and when it is due again', async () => {
  await open(
    measured('of-before', 'ada', '70274-6', 8, { effectiveDateTime: '2026-09-04T15:00:00Z' }),
    measured('of-baseline', 'ada', '70274-6', 8, { effectiveDateTime: '2026-09-05T15:00:00Z' }),
  );
  const { measures } = await page();
  assert.deepEqual(
    measures.map(({ instrument, change, dueOn, scores }) => [
      instrument,
      change,
      dueOn,
      scores.map(({ day, total }) => `${day} ${total}`).join(', '),
    ]),
    [
      ['phq-9', 'reliable-deterioration', '2026-12-01', '2026-11-02 9, 2026-11-17 15'],
      ['gad-7', null, null, '2026-09-05 8'],
    ],
  );
  assert.equal(measures[0]?.scores.at(-1)?.answers['9'], 1);
});

test('a test stands beside what was prescribed on its day, and days without supply are told', async () => {
  await open(
    supply('rx-first', 'Buprenorphine 8 mg', '2026-10-05', '2026-10-20'),
    supply('kit', 'naloxone Nasal Spray', '2026-10-06', '2026-10-07'),
  );
  const { specimens, medication } = await page();
  assert.deepEqual(
    specimens.map(({ collectedOn, state, results }) => [
      collectedOn,
      state,
      results.map(({ analyte, expectation }) => `${analyte} ${expectation}`),
    ]),
    [['2026-11-17', 'reported', ['fentanyl unexpected-positive']]],
  );
  assert.deepEqual(medication.gaps, [
    { medication: 'buprenorphine', from: '2026-10-21', to: '2026-10-24' },
  ]);
  assert.equal(medication.naloxoneOn, '2026-10-06');
});

test('a miss says what followed it and which barrier was named', async () => {
  await open();
  const outreach = async () =>
    (await page()).sessions.find(({ status }) => status === 'no-show')?.outreach;
  assert.deepEqual(await outreach(), { result: 'none', at: null, barrier: null });
  const contact = {
    id: randomUUID(),
    clientId: await clinic.idOf('Patient/ada'),
    at: '2026-11-17T20:00:00.000Z',
    mode: 'phone',
    result: 'reached',
    barrier: 'transport',
    nextStep: null,
    nextStepOn: null,
    corrects: null,
  };
  assert.ok((await clinic.send(ruth, 'POST', '/api/outreach/contacts', contact)).status < 300);
  assert.deepEqual(await outreach(), { result: 'reached', at: contact.at, barrier: 'transport' });
});

test('a support person may be told by consent, and a refusal outweighs it', async () => {
  const consent = (id: string, type: 'permit' | 'deny'): FhirResource => ({
    resourceType: 'Consent',
    id,
    status: 'active',
    scope: { coding: [{ code: 'patient-privacy' }] },
    category: [],
    patient: subject,
    provision: {
      type,
      period: { start: '2026-10-05', end: '2026-12-31' },
      actor: [{ role: {}, reference: { reference: 'RelatedPerson/sister', display: 'Sister' } }],
    },
  });
  await open(consent('yes', 'permit'), {
    resourceType: 'RelatedPerson',
    id: 'sister',
    patient: subject,
    name: [{ family: 'Rivera' }],
  });
  const support = async () => {
    const { supportPeople, consents } = (await page()).background;
    return [supportPeople[0]?.consent?.until, consents.map(({ to }) => to)];
  };
  assert.deepEqual(await support(), ['2026-12-31', [['Sister']]]);
  clinic.endpoint.put('2026-11-18T13:00:00Z', consent('no', 'deny'));
  await clinic.sync.readOnce();
  assert.deepEqual(await support(), [undefined, [['Sister'], []]]);
});

test('time away is told with the words of the notice that began with it', async () => {
  await open(
    stay('episode-ada', 'ada', '2026-10-05', null, {
      statusHistory: [{ status: 'onhold', period: { start: '2026-11-03', end: '2026-11-09' } }],
    }),
    {
      resourceType: 'Flag',
      id: 'away',
      status: 'inactive',
      category: [{ coding: [{ code: 'admin' }] }],
      code: { text: 'Hospital' },
      subject,
      period: { start: '2026-11-03', end: '2026-11-09' },
    },
  );
  assert.deepEqual((await page()).way?.holds, [
    {
      startsOn: '2026-11-03',
      endsOn: '2026-11-09',
      words: 'Hospital',
      recordId: await clinic.idOf('Flag/away'),
    },
  ]);
});

test('an authorization counts the days it was used on, and the curriculum what was attended', async () => {
  await open();
  const { background, plan } = await page();
  assert.deepEqual([background.authorization?.units, background.authorization?.used], [3, 1]);
  assert.deepEqual(
    plan.curriculum.map(({ kind, attended, planned }) => [kind, attended, planned]),
    [
      ['group', 1, null],
      ['individual', 0, null],
      ['family', 0, null],
      ['skills', 0, null],
    ],
  );
});

test('a goal has each judgement that differs from the one before, as of the moment asked for', async () => {
  const goal = (achievement: string): Goal => ({
    resourceType: 'Goal',
    id: 'goal',
    lifecycleStatus: 'active',
    achievementStatus: { coding: [{ code: achievement }] },
    description: { text: 'Two meetings a week' },
    startDate: '2026-10-07',
    subject,
  });
  await open(goal('in-progress'));
  for (const [at, judged] of [
    ['2026-11-18T15:00:00Z', 'in-progress'],
    ['2026-11-19T04:59:00Z', 'improving'],
  ] as const) {
    clinic.setClock(at);
    clinic.endpoint.put(at, goal(judged));
    await clinic.sync.readOnce();
  }
  const course = async (asOf = '') => (await page(asOf)).plan.goals.map((one) => one.course)[0];
  assert.deepEqual(await course(), [
    { on: '2026-11-16', achievement: 'in-progress' },
    // One minute to midnight in New York.
    { on: '2026-11-18', achievement: 'improving' },
  ]);
  assert.equal((await course('2026-11-19T04:58:00Z'))?.length, 1);
});

test('criteria are those of the phase of the day; the last phase asks for what comes after', async () => {
  await open();
  const criteria = async (asOf: string) => {
    const { nextPhase } = (await page(asOf)).plan;
    return [
      nextPhase?.number,
      ...(nextPhase?.criteria ?? []).map(({ id, state }) => `${id} ${state}`),
    ];
  };
  assert.deepEqual(await criteria('2026-11-18T04:59:00Z'), [
    2,
    'attendance not-enough-records',
    'plan-signed not-enough-records',
    'risk not-met',
  ]);
  assert.deepEqual(await criteria('2026-11-18T05:00:00Z'), [
    null,
    'aftercare not-met',
    'supports not-met',
  ]);
});

test('who has left is shown as they were: why, until when, and nothing is due any more', async () => {
  await open(stay('episode-ada', 'ada', '2026-10-05', '2026-11-18'), {
    resourceType: 'QuestionnaireResponse',
    id: 'left',
    status: 'completed',
    questionnaire: 'https://clinic.example/Questionnaire/discharge',
    subject,
    authored: '2026-11-17',
    item: [{ linkId: 'END_OF_TREATMENT_REASON', answer: [{ valueInteger: 2 }] }],
  });
  const { way, line, measures, plan } = await page();
  assert.equal(line, null);
  assert.deepEqual([way?.endedOn, way?.endReason], ['2026-11-18', 'dropped out']);
  assert.equal(way?.followUps[1]?.on, '2026-11-25');
  assert.deepEqual(
    measures.map(({ dueOn }) => dueOn),
    [null],
  );
  assert.equal(plan.nextPhase, null);
  assert.ok((await page('2026-11-17T23:00:00Z')).line);
});

test('of a client out of reach the page says neither yes nor no', async () => {
  await open();
  const sam = await clinic.reader('counselor', 'sam');
  const asked = async (id: string) => clinic.get(sam, `/api/clients/${id}`);
  const hidden = await asked(await clinic.idOf('Patient/ada'));
  assert.equal(hidden.status, 404);
  assert.deepEqual(hidden, await asked(randomUUID()));
});

test('somebody who asked for help and was never admitted has a page: the request, and a background', async () => {
  const of = { reference: 'Patient/eve' };
  await open(
    { resourceType: 'Patient', id: 'eve', name: [{ family: 'Eve', given: ['Anna'] }] },
    referral('eve-asks', '2026-11-10', { subject: of, requester: { display: 'Her sister' } }),
    booking('eve-assessed', 'eve', '2026-11-19', 'booked'),
    {
      resourceType: 'Condition',
      id: 'eve-diagnosis',
      subject: of,
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'F11.20' }] },
    },
    { resourceType: 'RelatedPerson', id: 'eve-sister', patient: of, name: [{ family: 'Rivera' }] },
  );
  const eve = await page('', 'eve', await clinic.reader('supervisor', 'vera'));
  assert.deepEqual([eve.way, eve.line, eve.episodes], [null, null, []]);
  assert.deepEqual([eve.request?.on, eve.request?.by], ['2026-11-10', 'Her sister']);
  assert.deepEqual(
    [eve.background.diagnoses.map(({ code }) => code), eve.background.supportPeople.length],
    [['F11.20'], 1],
  );
  // On the clock of the site where she is booked.
  assert.equal(eve.timeZone, 'America/New_York');
  assert.equal((await page()).request, null);
});
