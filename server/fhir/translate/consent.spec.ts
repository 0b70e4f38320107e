import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consent, ConsentProvision } from 'fhir/r4';
import { translateConsent } from './consent.ts';
import { unused, used } from './translation.fixture.ts';

const consent = (
  provision: ConsentProvision | undefined,
  part: Partial<Consent> = {},
): Consent => ({
  resourceType: 'Consent',
  id: 'c1',
  status: 'active',
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
  patient: { reference: 'Patient/p1' },
  dateTime: '2026-10-05',
  provision,
  ...part,
});
const actor = (reference: string, display?: string) => ({
  role: {},
  reference: { reference, display },
});
const recipients = (provision: ConsentProvision, part: Partial<Consent> = {}) =>
  used(translateConsent(consent(provision, part))).recipients.map(({ party, permitted }) => [
    party?.id,
    permitted,
  ]);

test('a consent: whom it lets know, what for, from when to when', () => {
  const facts = used(
    translateConsent(
      consent({
        actor: [actor('RelatedPerson/mother', 'Mother')],
        period: { start: '2026-10-06', end: '2027-10-05' },
        purpose: [{ code: 'TREAT' }, { code: 'HPAYMT' }, { display: 'Payment' }],
      }),
    ),
  );
  assert.deepEqual(facts, {
    client: { type: 'Patient', id: 'p1' },
    status: 'active',
    category: '59284-0',
    startsOn: '2026-10-06',
    endsOn: '2027-10-05',
    purposes: ['TREAT', 'HPAYMT'],
    criminalJustice: false,
    recipients: [
      { party: { type: 'RelatedPerson', id: 'mother' }, name: 'Mother', permitted: true },
    ],
  });
});

test('a refusal is never read as a consent', () => {
  const court = { actor: [actor('Organization/court')] };
  assert.deepEqual(recipients({ ...court, type: 'deny' }), [['court', false]]);
  const policyRule = { coding: [{ code: 'OPTOUT' }] };
  assert.deepEqual(recipients(court, { policyRule }), [['court', false]]);
});

test('an exception inside a rule turns it round for those it names', () => {
  const provision: ConsentProvision = {
    type: 'permit',
    actor: [actor('RelatedPerson/mother')],
    provision: [{ type: 'deny', actor: [actor('RelatedPerson/ex')] }],
  };
  assert.deepEqual(recipients(provision), [
    ['mother', true],
    ['ex', false],
  ]);
});

test('it begins with its date where it names no period, and may name nobody', () => {
  const { startsOn, endsOn, recipients: none } = used(translateConsent(consent(undefined)));
  assert.deepEqual([startsOn, endsOn, none], ['2026-10-05', null, []]);
});

test('one to the criminal justice system is told by the section it cites, wherever it does', () => {
  const isOne = (part: Partial<Consent>) =>
    used(translateConsent(consent({}, part))).criminalJustice;
  assert.equal(isOne({ policy: [{ uri: 'https://www.ecfr.gov/current/section-2.35' }] }), true);
  assert.equal(isOne({ category: [{ text: 'Criminal justice, 42 CFR 2.35' }] }), true);
  assert.equal(isOne({ policyRule: { coding: [{ code: '2.35' }] } }), true);
  assert.equal(isOne({ policy: [{ uri: 'https://www.ecfr.gov/current/section-2.33' }] }), false);
  assert.equal(isOne({ category: [{ text: '42 CFR 12.355' }] }), false);
});

test('other consents are set aside, one without a client is held back', () => {
  const reason = (part: Partial<Consent>) => unused(translateConsent(consent({}, part)));
  const research = { coding: [{ code: 'research' }] };
  assert.equal(reason({ scope: research }), 'Not about sharing information');
  assert.equal(reason({ status: 'entered-in-error' }), 'Entered in error');
  assert.equal(reason({ patient: undefined }), 'Names no client');
});
