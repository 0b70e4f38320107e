import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Extension } from 'fhir/r4';
import { translateLocation } from './location.ts';

const timeZoneOf = (...extension: Extension[]) => {
  const translation = translateLocation({ resourceType: 'Location', name: 'North', extension });
  return 'use' in translation ? translation.use.timeZone : undefined;
};

const TIME_ZONE = 'http://hl7.org/fhir/StructureDefinition/timezone';

test('a site has the time zone of the standard extension', () => {
  assert.equal(timeZoneOf({ url: TIME_ZONE, valueCode: 'America/Denver' }), 'America/Denver');
});

test('without one, or with one that is none, its time zone is not known', () => {
  assert.equal(timeZoneOf(), null);
  assert.equal(timeZoneOf({ url: TIME_ZONE, valueCode: 'Mountain Time' }), null);
  assert.equal(timeZoneOf({ url: 'http://example.org/tz', valueCode: 'America/Denver' }), null);
});

test('one without a name says so', () => {
  assert.deepEqual(translateLocation({ resourceType: 'Location' }), {
    use: { name: 'Unnamed site', timeZone: null },
  });
});
