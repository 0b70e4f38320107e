import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cancellationOf } from './cancellation.ts';

const SYSTEM = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
const reason = (code: string, system: string | undefined = SYSTEM) => ({
  coding: [{ system, code }],
});

const CLASSES: [codes: string, outcome: ReturnType<typeof cancellationOf>][] = [
  ['pat pat-crs pat-cpp pat-fb pat-lt pat-mt pat-mv pat-preg pat-swl pat-uwp', 'by-client'],
  ['pat-dec', 'on-hold'],
  ['prov-hosp prov-dch', 'on-hold'],
  ['prov prov-pers prov-edu prov-labs prov-mri prov-onc', 'program-cancelled'],
  ['maint oth-room oth-weath oth-err oth-oerr', 'program-cancelled'],
  ['meds-inc other oth-cms oth-fin oth-iv oth-int oth-mu', 'cancelled-unknown'],
];

for (const [codes, outcome] of CLASSES) {
  test(`cancelled for ${codes}: ${outcome}`, () => {
    for (const code of codes.split(' ')) assert.equal(cancellationOf(reason(code)), outcome, code);
  });
}

test('no reason, or one in words alone, names nobody (OpenEMR)', () => {
  assert.equal(cancellationOf(undefined), 'cancelled-unknown');
  assert.equal(cancellationOf({ text: 'Patient called' }), 'cancelled-unknown');
});

test('a source’s own code is no HL7 code, even when it is spelled like one (athenaOne)', () => {
  assert.equal(
    cancellationOf(reason('pat', 'https://fhir.athena.io/reasons')),
    'cancelled-unknown',
  );
  assert.equal(cancellationOf({ coding: [{ code: 'pat' }] }), 'cancelled-unknown');
});

test('beside a source’s own code the HL7 one decides', () => {
  const both = {
    coding: [
      { system: 'urn:oid:1.2.3', code: '17' },
      { system: SYSTEM, code: 'pat' },
    ],
  };
  assert.equal(cancellationOf(both), 'by-client');
});

test('a code that only begins like one names nobody', () => {
  assert.equal(cancellationOf(reason('pathology')), 'cancelled-unknown');
  assert.equal(cancellationOf(reason('provider')), 'cancelled-unknown');
});
