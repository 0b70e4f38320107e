import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Coding, EpisodeOfCare } from 'fhir/r4';
import { translateEpisodeOfCare, type EpisodeFacts } from './episode-of-care.ts';

const ASAM = 'http://www.asam.org/level-of-care';

const episode = (part: Partial<EpisodeOfCare> = {}): EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  id: 'ep1',
  status: 'active',
  patient: { reference: 'Patient/p1' },
  period: { start: '2026-10-05' },
  ...part,
});

const factsOf = (part: Partial<EpisodeOfCare>): EpisodeFacts => {
  const translation = translateEpisodeOfCare(episode(part));
  assert.ok('use' in translation, JSON.stringify(translation));
  return translation.use;
};

const levelOf = (...codings: Coding[]) => factsOf({ type: [{ coding: codings }] }).level;

test('an episode: whose, since when, under whom and where', () => {
  const facts = factsOf({
    managingOrganization: { reference: 'Organization/day-program' },
    careManager: { reference: 'Practitioner/d1' },
    team: [{ reference: 'CareTeam/t1' }],
  });
  assert.deepEqual(facts, {
    client: { type: 'Patient', id: 'p1' },
    status: 'active',
    admittedOn: '2026-10-05',
    endedOn: null,
    level: null,
    unit: { type: 'Organization', id: 'day-program' },
    counselor: { type: 'Practitioner', id: 'd1' },
    team: { type: 'CareTeam', id: 't1' },
    holds: [],
    referral: null,
    discharge: null,
  });
});

test('days are those the source wrote, in its own offset', () => {
  const period = { start: '2026-10-05T22:30:00-05:00', end: '2026-12-18T00:10:00+02:00' };
  const { admittedOn, endedOn } = factsOf({ status: 'finished', period });
  assert.deepEqual([admittedOn, endedOn], ['2026-10-05', '2026-12-18']);
});

test('the level is the one coded in The ASAM Criteria, with its edition', () => {
  const da = { system: 'http://terminology.hl7.org/CodeSystem/episodeofcare-type', code: 'da' };
  assert.deepEqual(levelOf(da, { system: ASAM, code: '2.1', version: '3' }), {
    code: '2.1',
    edition: '3',
  });
  assert.deepEqual(levelOf({ system: ASAM, code: '1.7', version: '4th edition' }), {
    code: '1.7',
    edition: '4',
  });
});

test('an edition the source does not say is not known, and the code stays as it is', () => {
  assert.deepEqual(levelOf({ system: ASAM, code: '2.5' }), { code: '2.5', edition: null });
  assert.equal(levelOf({ system: ASAM, code: '2.5', version: '2013' })?.edition, null);
});

test('what is no level of The ASAM Criteria is none', () => {
  assert.equal(levelOf({ system: ASAM, code: '9' }), null);
  assert.equal(levelOf({ system: 'http://example.org/levels', code: '2.1' }), null);
  assert.equal(levelOf({ system: 'https://co.example.org/bha/episode-type', code: '09' }), null);
  assert.equal(factsOf({ type: [{ text: 'ASAM 2.1' }] }).level, null);
});

test('times on hold come from the history of the status; one without an end goes on', () => {
  const { holds } = factsOf({
    status: 'onhold',
    statusHistory: [
      { status: 'active', period: { start: '2026-10-05', end: '2026-10-19' } },
      { status: 'onhold', period: { start: '2026-10-19', end: '2026-10-26' } },
      { status: 'active', period: { start: '2026-10-26', end: '2026-11-12' } },
      { status: 'onhold', period: { start: '2026-11-12' } },
    ],
  });
  assert.deepEqual(holds, [
    { startsOn: '2026-10-19', endsOn: '2026-10-26' },
    { startsOn: '2026-11-12', endsOn: null },
  ]);
});

test('where the history lists past states only, the hold began where the last one ended', () => {
  const { holds } = factsOf({
    status: 'onhold',
    statusHistory: [{ status: 'active', period: { start: '2026-10-05', end: '2026-11-12' } }],
  });
  assert.deepEqual(holds, [{ startsOn: '2026-11-12', endsOn: null }]);
});

test('on hold without a history is on hold since admission', () => {
  assert.deepEqual(factsOf({ status: 'onhold' }).holds, [{ startsOn: '2026-10-05', endsOn: null }]);
});

test('an active episode is on hold only in its past', () => {
  const past = { status: 'onhold', period: { start: '2026-10-19', end: '2026-10-26' } } as const;
  assert.deepEqual(factsOf({ statusHistory: [past] }).holds, [
    { startsOn: '2026-10-19', endsOn: '2026-10-26' },
  ]);
});

test('a hold of which nobody says when does not stop the read', () => {
  const undated = [{ status: 'onhold' }] as EpisodeOfCare['statusHistory'];
  assert.deepEqual(factsOf({ statusHistory: undated }).holds, []);
  assert.deepEqual(factsOf({ status: 'onhold', statusHistory: undated }).holds, [
    { startsOn: '2026-10-05', endsOn: null },
  ]);
});

test('entered in error and cancelled before it began are set aside', () => {
  assert.deepEqual(translateEpisodeOfCare(episode({ status: 'entered-in-error' })), {
    setAside: 'Entered in error',
  });
  assert.ok('setAside' in translateEpisodeOfCare(episode({ status: 'cancelled' })));
});

test('a planned or waiting episode is used, with its status', () => {
  assert.equal(factsOf({ status: 'planned' }).status, 'planned');
  assert.equal(factsOf({ status: 'waitlist' }).status, 'waitlist');
});

const UNUSABLE: [part: Partial<EpisodeOfCare>, reason: string][] = [
  [{ patient: { display: 'Ada' } }, 'Names no client'],
  [{ patient: { reference: '#p1' } }, 'Names no client'],
  [{ period: undefined }, 'Has no start date'],
  [{ period: { start: '2026-10' } }, 'Has no start date'],
  [{ period: { start: '2026-02-30' } }, 'Has no start date'],
];

for (const [part, reason] of UNUSABLE) {
  test(`held back: ${reason} ${JSON.stringify(part)}`, () => {
    const translation = translateEpisodeOfCare(episode(part));
    assert.ok('heldBack' in translation);
    assert.equal(translation.heldBack.reason, reason);
  });
}

const discharge = (extension: NonNullable<EpisodeOfCare['extension']>[number]) =>
  factsOf({ extension: [extension] }).discharge;

test('a discharge reason stands in an extension of whatever system, coded as TEDS has it', () => {
  const coding = [{ system: 'urn:teds', code: '4', display: 'Transferred' }];
  assert.deepEqual(
    discharge({
      url: 'https://ehr.example/ext/discharge-reason',
      valueCodeableConcept: { coding },
    }),
    { code: '4', reason: 4, words: 'Transferred' },
  );
  assert.equal(discharge({ url: 'urn:x:dischargeReason', valueCode: '2' })?.reason, 2);
  assert.equal(discharge({ url: 'https://e/discharge-reason', valueInteger: 6 })?.reason, 6);
});

test('in words alone, or in a code that TEDS does not have, the reason is not known', () => {
  const url = 'https://ehr.example/ext/discharge-reason';
  assert.deepEqual(discharge({ url, valueString: 'Moved away' }), {
    code: null,
    reason: null,
    words: 'Moved away',
  });
  assert.equal(discharge({ url, valueCode: '9' })?.reason, null);
  assert.equal(discharge({ url: 'https://ehr.example/ext/reason', valueCode: '1' }), null);
});

test('the request that led to an episode', () => {
  const referralRequest = [{ reference: 'ServiceRequest/r1' }];
  assert.deepEqual(factsOf({ referralRequest }).referral, { type: 'ServiceRequest', id: 'r1' });
});
