import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Caseload, CaseloadLine } from '#domain/caseload/caseload.contract';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { measured } from '../testing/clinical-record.fixture.ts';
import { knownBefore, knownSince, visit } from '../testing/record-of-ada.fixture.ts';

let clinic: TestClinic;
before(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...knownBefore(), ...knownSince());
  await clinic.sync.readOnce();
});
after(() => clinic.close());

const EPISODE = {
  resourceType: 'EpisodeOfCare' as const,
  id: 'episode-bo',
  status: 'active' as const,
  patient: { reference: 'Patient/bo' },
  managingOrganization: { reference: 'Organization/unit' },
  period: { start: '2026-10-05' },
  team: [{ reference: 'CareTeam/one' }],
};

async function line(name: string, query = '', as = 'ruth'): Promise<CaseloadLine> {
  const reader = await clinic.reader('counselor', as);
  const { body } = await clinic.get(reader, `/api/caseload${query}`);
  const found = (body as Caseload).lines.find(({ familyName }) => familyName === name);
  assert.ok(found, `${name} is in the caseload`);
  return found;
}

const said = ({ flags }: CaseloadLine, rule: string) => {
  const flag = flags.find((one) => one.rule === rule);
  return flag && `${flag.what}; ${flag.evidence}`;
};

test('the record makes the flags, each with the record behind it', async () => {
  const ada = await line('Ada');
  assert.equal(ada.urgency, 'act-today');
  assert.equal(ada.flags[0]?.rule, 'safety-answer');
  assert.equal(said(ada, 'safety-answer'), 'Safety answer; PHQ-9 item 9: 1, Tue');
  assert.equal(said(ada, 'score-worse'), 'PHQ-9 up 6; 9 to 15, Tue');
  assert.equal(said(ada, 'unexpected-test'), 'Unexpected result; fentanyl screen, Tue');
  assert.equal(said(ada, 'opioid-medication'), 'Buprenorphine ends Sat; no visit booked');
  assert.equal(said(ada, 'plan-review'), 'Plan review due; plan ends 23 Nov');
  for (const { rule, recordIds } of ada.flags.filter(({ rule }) => rule !== 'hours-short')) {
    const ruth = await clinic.reader('counselor', 'ruth');
    for (const id of recordIds)
      assert.equal((await clinic.get(ruth, `/api/source-records/${id}`)).status, 200, rule);
  }
});

test('days of treatment use up the authorization: one was on Monday, of three', async () => {
  assert.equal(said(await line('Ada'), 'authorization-units'), undefined);
  clinic.endpoint.put('2026-11-18T13:00:00Z', {
    resourceType: 'CarePlan',
    id: 'plan-ada',
    status: 'revoked',
    intent: 'plan',
    subject: { reference: 'Patient/ada' },
    period: { start: '2026-10-05' },
  });
  await clinic.sync.readOnce();
  // Without a planned discharge that it would reach to.
  assert.equal(
    said(await line('Ada'), 'authorization-units'),
    'Authorization, 2 visits left; ends 13 Dec',
  );
});

test('a visit to a prescriber is known by the role of whom it is with', async () => {
  clinic.endpoint.put(
    '2026-11-18T13:00:00Z',
    {
      resourceType: 'PractitionerRole',
      id: 'role-walt',
      practitioner: { reference: 'Practitioner/walt' },
      code: [{ text: 'Prescriber' }],
    },
    visit('visit-ada', 'ada', '2026-11-22', 15, 'walt'),
  );
  await clinic.sync.readOnce();
  assert.equal(said(await line('Ada'), 'opioid-medication'), undefined);
});

test('of another’s record nothing is said, and what was not yet is not', async () => {
  assert.deepEqual(
    (await line('Bo')).flags.map(({ rule }) => rule),
    ['not-seen'],
  );
  const ada = await line('Ada', '?asOf=2026-11-16T13:00:00Z');
  assert.deepEqual(
    ['safety-answer', 'score-worse', 'unexpected-test'].map((rule) => said(ada, rule)),
    [undefined, undefined, undefined],
  );
});

test('handed over: the episode names another counselor than its revision before', async () => {
  const to = (counselor: string) => ({
    ...EPISODE,
    careManager: { reference: `Practitioner/${counselor}` },
  });
  clinic.endpoint.put('2026-11-18T13:01:00Z', to('sam'));
  await clinic.sync.readOnce();
  const bo = await line('Bo', '', 'sam');
  assert.equal(said(bo, 'newly-assigned'), 'Handed over; Wed');
  // As of a moment before it, nobody had handed anything over.
  assert.equal(
    said(await line('Bo', '?asOf=2026-11-18T12:00:00Z', 'sam'), 'newly-assigned'),
    undefined,
  );
});

test('an answer given before the admission is looked at too; a change across it is no change', async () => {
  const counselor = { reference: 'Practitioner/sam' };
  clinic.endpoint.put(
    '2026-11-18T13:01:30Z',
    { ...EPISODE, period: { start: '2026-11-16' }, careManager: counselor },
    measured('bo-asked', 'bo', '44260-8', 2, { effectiveDateTime: '2026-11-12T15:00:00Z' }),
    measured('bo-total', 'bo', '44261-6', 19, { effectiveDateTime: '2026-11-12T15:00:00Z' }),
    measured('bo-since', 'bo', '44261-6', 4, { effectiveDateTime: '2026-11-17T15:00:00Z' }),
  );
  await clinic.sync.readOnce();
  const bo = await line('Bo', '', 'sam');
  assert.equal(said(bo, 'safety-answer'), 'Safety answer; PHQ-9 item 9: 2, 12 Nov');
  assert.equal(said(bo, 'score-better'), undefined);
});
