import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimResponse, ClaimResponseItem, Coverage } from 'fhir/r4';
import { translateClaimResponse } from './claim-response.ts';
import { translateCoverage } from './coverage.ts';
import { unused, used } from './translation.fixture.ts';

const coverage = (part: Partial<Coverage> = {}): Coverage => ({
  resourceType: 'Coverage',
  id: 'c1',
  status: 'active',
  beneficiary: { reference: 'Patient/p1' },
  payor: [{ display: 'Harbor Health Plan' }],
  ...part,
});
const authorization = (part: Partial<ClaimResponse> = {}): ClaimResponse => ({
  resourceType: 'ClaimResponse',
  id: 'a1',
  status: 'active',
  type: {},
  use: 'preauthorization',
  patient: { reference: 'Patient/p1' },
  created: '2026-10-06',
  insurer: { display: 'Harbor Health Plan' },
  outcome: 'complete',
  preAuthRef: 'HH-10042',
  ...part,
});
const item = (code: string, amounts: { value?: number }): ClaimResponseItem => ({
  itemSequence: 1,
  adjudication: [{ category: { coding: [{ code }] }, ...amounts }],
});

test('a payer is a name, an organization, or one inside the resource', () => {
  assert.equal(used(translateCoverage(coverage())).payerName, 'Harbor Health Plan');
  const organization = used(
    translateCoverage(coverage({ payor: [{ reference: 'Organization/o1' }] })),
  );
  assert.deepEqual(
    [organization.payerName, organization.payer],
    [null, { type: 'Organization', id: 'o1' }],
  );
  const inside = coverage({
    payor: [{ reference: '#payer' }],
    contained: [{ resourceType: 'Organization', id: 'payer', name: 'State Medicaid' }],
  });
  assert.equal(used(translateCoverage(inside)).payerName, 'State Medicaid');
});

test('a person who pays, for themselves or a relative, is no payer', () => {
  for (const payor of [
    { reference: 'Patient/p1', display: 'Ada Lovelace' },
    { reference: 'https://ehr.example/fhir/RelatedPerson/r1', display: 'Anne Lovelace' },
    { type: 'Patient', display: 'Ada Lovelace' },
  ])
    assert.equal(used(translateCoverage(coverage({ payor: [payor] }))).payerName, null);
});

test('a coverage without a client is held back', () => {
  assert.equal(
    unused(translateCoverage(coverage({ beneficiary: { display: 'Ada' } }))),
    'Names no client',
  );
  assert.equal(
    unused(translateCoverage(coverage({ status: 'entered-in-error' }))),
    'Entered in error',
  );
});

test('an authorization: number, units, from when to when, under which coverage', () => {
  const facts = used(
    translateClaimResponse(
      authorization({
        preAuthPeriod: { start: '2026-10-06', end: '2026-11-05' },
        insurance: [{ sequence: 1, focal: true, coverage: { reference: 'Coverage/c1' } }],
        item: [item('benefit', { value: 20 })],
      }),
    ),
  );
  assert.deepEqual(facts, {
    client: { type: 'Patient', id: 'p1' },
    coverage: { type: 'Coverage', id: 'c1' },
    reference: 'HH-10042',
    units: 20,
    startsOn: '2026-10-06',
    endsOn: '2026-11-05',
    outcome: 'complete',
    decidedOn: '2026-10-06',
  });
});

test('without a period the end is unknown, which is not expired', () => {
  const { endsOn, startsOn } = used(translateClaimResponse(authorization()));
  assert.deepEqual([startsOn, endsOn], [null, null]);
});

test('units are the benefits’ values; money is not, and none is not zero', () => {
  const units = (...items: ClaimResponseItem[]) =>
    used(translateClaimResponse(authorization({ item: items }))).units;
  assert.equal(units(item('benefit', { value: 12 }), item('benefit', { value: 8 })), 20);
  assert.equal(units(item('eligible', { value: 12 })), null);
  assert.equal(units(), null);
  const money = { ...item('benefit', {}) };
  money.adjudication = [
    { category: { coding: [{ code: 'benefit' }] }, amount: { value: 240, currency: 'USD' } },
  ];
  assert.equal(units(money), null);
});

test('answers to claims, and what is not in force, are set aside', () => {
  const reason = (part: Partial<ClaimResponse>) =>
    unused(translateClaimResponse(authorization(part)));
  assert.equal(reason({ use: 'claim' }), 'Not an authorization');
  assert.equal(reason({ status: 'cancelled' }), 'Not in force');
  assert.equal(reason({ status: 'entered-in-error' }), 'Entered in error');
  assert.equal(reason({ patient: { display: 'Ada' } }), 'Names no client');
});

test('what the payer did not certify is no authorization, however many units were asked for', () => {
  const reviewed = (code: string) => {
    const reviewActionCode = {
      url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewActionCode',
      valueCodeableConcept: {
        coding: [{ system: 'https://codesystem.x12.org/005010/306', code }],
      },
    };
    const one = item('benefit', { value: 12 });
    for (const adjudication of one.adjudication)
      adjudication.extension = [
        {
          url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewAction',
          extension: [reviewActionCode],
        },
      ];
    return translateClaimResponse(authorization({ item: [one] }));
  };
  assert.equal(unused(reviewed('A3')), 'The payer did not certify it');
  assert.equal(used(reviewed('A1')).units, 12);
});
