import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HealthcareService } from 'fhir/r4';
import { translateHealthcareService, type OfferFacts } from './healthcare-service.ts';

const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

const factsOf = (part: Partial<HealthcareService>): OfferFacts => {
  const translation = translateHealthcareService({ resourceType: 'HealthcareService', ...part });
  assert.ok('use' in translation);
  return translation.use;
};

const trackOf = (...starts: (string | undefined)[]) =>
  factsOf({ availableTime: starts.map((availableStartTime) => ({ availableStartTime })) }).track;

test('a program: its name, unit and site, and no kind of session', () => {
  assert.deepEqual(
    factsOf({
      name: 'Day program',
      providedBy: { reference: 'Organization/o1' },
      location: [{ reference: 'Location/north' }],
    }),
    {
      name: 'Day program',
      unit: { type: 'Organization', id: 'o1' },
      site: { type: 'Location', id: 'north' },
      kind: null,
      track: null,
    },
  );
});

test('a service whose code is a session’s is a kind of session; the display decides nothing', () => {
  const coded = (system: string, code: string) =>
    factsOf({ type: [{ coding: [{ system, code, display: 'Group' }] }] }).kind;
  assert.equal(coded(HCPCS, 'H0005'), 'group');
  assert.equal(coded(HCPCS, 'H0004'), 'individual');
  assert.equal(coded('http://example.org/services', 'H0005'), null);
  assert.equal(factsOf({ type: [{ text: 'Group' }, { coding: [{ code: 'H0005' }] }] }).kind, null);
});

test('a program is an evening one from 3 pm on, both when it has both', () => {
  assert.equal(trackOf('09:00:00', '12:30:00'), 'day');
  assert.equal(trackOf('14:59:00'), 'day');
  assert.equal(trackOf('15:00:00', '17:30:00'), 'evening');
  assert.equal(trackOf('09:00:00', '17:30:00'), null);
  assert.equal(trackOf(undefined), null);
});

test('one without a name says so', () => {
  assert.equal(factsOf({}).name, 'Unnamed service');
});
