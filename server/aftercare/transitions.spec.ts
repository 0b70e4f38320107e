import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { EpisodeOfCare, FhirResource } from 'fhir/r4';
import { destinationsApart, flowStops } from '#domain/aftercare/flow-stops';
import type { Transitions } from '#domain/aftercare/transitions.contract';
import type { MeasureCases } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { episode } from '../testing/small-clinic.fixture.ts';

let clinic: TestClinic;
let vera: Reader;
let sam: Reader;
let dora: Reader;

const subject = (client: string) => ({ reference: `Patient/${client}` });
const ended = (client: string, end: string, reason: string | null): FhirResource => ({
  ...(episode(client, 'ruth', 'one') as EpisodeOfCare),
  status: 'finished',
  period: { start: '2026-07-06', end },
  ...(reason && {
    extension: [
      {
        url: 'http://example.org/discharge-reason',
        valueCodeableConcept: { coding: [{ code: reason }] },
      },
    ],
  }),
});
const referral = (client: string): FhirResource => ({
  resourceType: 'ServiceRequest',
  id: `onward-${client}`,
  status: 'active',
  intent: 'order',
  subject: subject(client),
  authoredOn: '2026-09-01T15:00:00Z',
  performer: [{ display: 'Riverbend Counseling' }],
});
const first = (client: string, day: string, status: 'fulfilled' | 'noshow'): FhirResource => ({
  resourceType: 'Appointment',
  id: `first-${client}`,
  status,
  created: '2026-09-10T15:00:00Z',
  start: `${day}T15:00:00Z`,
  end: `${day}T16:00:00Z`,
  basedOn: [{ reference: `ServiceRequest/onward-${client}` }],
  participant: [{ actor: subject(client), status: 'accepted' }],
});

beforeEach(async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    '2026-11-18T13:00:30Z',
    ended('ada', '2026-09-15', '1'),
    referral('ada'),
    first('ada', '2026-09-22', 'fulfilled'),
    ended('bo', '2026-09-16', null),
  );
  await clinic.sync.readOnce();
  [vera, sam, dora] = [
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('counselor', 'sam'),
    await clinic.reader('director', null),
  ];
});
afterEach(() => clinic.close());

const found = async (reader: Reader, query = ''): Promise<Transitions> =>
  (await clinic.get(reader, `/api/aftercare/transitions${query}`)).body as Transitions;
const rateOf = ({ rates }: Transitions, id: string) => {
  const rate = rates.find(({ measure }) => measure.id === id);
  assert.ok(rate, `${id} is among the rates`);
  return rate.figure;
};
const parts = ({
  numerator,
  denominator,
  excluded,
  unrecorded,
}: MeasureAnswer['whole']['figure']) => [numerator, denominator, excluded, unrecorded];

test('who left in the period is counted once, by how it ended, where to, and what came of it', async () => {
  const all = await found(dora);
  assert.deepEqual(all.discharges, {
    ...{ all: 2, live: 2, planned: 1, referred: 1, reasonNotRecorded: 1 },
  });
  assert.deepEqual(
    all.flows.map(({ reason, destination, came }) => [reason, destination, came]),
    [
      [0, null, 'none'],
      [1, 'Riverbend Counseling', 'kept'],
    ],
  );
  assert.deepEqual(parts(rateOf(all, 'linkage-kept-7-referred')), [1, 1, 0, 0]);
  assert.deepEqual(parts(rateOf(all, 'linkage-kept-7-planned')), [1, 1, 0, 1]);
  assert.deepEqual(parts(rateOf(all, 'linkage-kept-7-live')), [1, 2, 0, 0]);
  assert.deepEqual(parts(rateOf(all, 'booked-before-discharge')), [1, 1, 0, 1]);
  assert.equal(rateOf(all, 'days-to-first-appointment').value, 7);
});

test('each figure of the page is the measure of the same name, and its rows stand behind it', async () => {
  const all = await found(vera, '?from=2026-09-14&to=2026-09-20');
  for (const { measure, figure } of all.rates) {
    const query = `from=${all.from}&to=${all.to}`;
    const answer = await clinic.get(vera, `/api/measures/${measure.id}?${query}`);
    assert.deepEqual((answer.body as MeasureAnswer).whole.figure, figure, measure.id);
    const cases = await clinic.get(vera, `/api/measures/${measure.id}/cases?${query}`);
    const { total } = cases.body as MeasureCases;
    assert.equal(total, figure.denominator + figure.excluded + figure.unrecorded);
  }
});

test('rows are found by why treatment ended and where to, each with its records', async () => {
  const of = async (more: string) =>
    (
      (await clinic.get(
        dora,
        `/api/measures/linkage-kept-30-live/cases?from=2026-09-14&to=2026-09-20&${more}`,
      )) as { body: MeasureCases }
    ).body;
  const cases = await of('destination=Riverbend%20Counseling');
  assert.deepEqual(
    cases.tallies?.map(({ familyName, counts }) => [familyName, counts]),
    [['Ada', 'numerator']],
  );
  assert.ok(cases.tallies?.[0]?.recordIds.includes(await clinic.idOf('Appointment/first-ada')));
  assert.equal((await of('reason=0')).total, 1);
  assert.equal((await of('reason=2')).total, 0);
  const refused = await clinic.get(dora, '/api/measures/census?reason=1');
  assert.equal(refused.status, 400);
});

test('the discharges of each flow are found, as many as it is wide, each with its records', async () => {
  const { flows, from, to } = await found(dora);
  const apart = destinationsApart(flows);
  const links = new Map<string, number>();
  for (const { discharges, ...way } of flows) {
    const stops = flowStops(way, apart);
    for (const [index, stop] of stops.slice(1).entries()) {
      const key = new URLSearchParams({ fromStop: stops[index] ?? '', toStop: stop }).toString();
      links.set(key, (links.get(key) ?? 0) + discharges);
    }
  }
  assert.equal(links.size, 6);
  for (const [link, discharges] of links) {
    const path = `/api/measures/discharges/cases?from=${from}&to=${to}&${link}`;
    const { total, tallies } = (await clinic.get(dora, path)).body as MeasureCases;
    assert.deepEqual([total, tallies?.length], [discharges, discharges], link);
    for (const { recordIds } of tallies ?? []) assert.ok(recordIds.length > 0);
  }
  const whole = await clinic.get(dora, `/api/measures/discharges?from=${from}&to=${to}`);
  assert.equal((whole.body as MeasureAnswer).whole.figure.value, 2);
  const refused = await clinic.get(dora, '/api/measures/census?fromStop=level&toStop=reason%201');
  assert.equal(refused.status, 400);
});

test('without dates it is a year up to today; the programs of a site can be chosen from', async () => {
  const all = await found(dora);
  assert.deepEqual([all.from, all.to], ['2025-11-24', '2026-11-22']);
  const [program, ...others] = all.choices.programs;
  assert.ok(program);
  assert.equal(others.length, 0);
  assert.equal((await found(dora, `?program=${program.id}`)).discharges.all, 2);
  assert.deepEqual((await found(dora, `?site=${randomUUID()}`)).choices.programs, []);
});

test('what is of a few is left out of every comparison', async () => {
  const { parts: apart } = await found(dora);
  for (const { rows } of apart) {
    for (const { discharges, kept } of rows) {
      assert.deepEqual([discharges, kept], [null, { figure: null, rough: null }]);
    }
  }
});

test('a supervisor sees their own clients; a counselor has no such page', async () => {
  assert.equal((await found(vera)).discharges.all, 2);
  const refused = await clinic.get(sam, '/api/aftercare/transitions');
  assert.equal(refused.status, 403);
});

test('before an appointment was given or had come, it is not there', async () => {
  const early = await found(dora, '?from=2026-09-14&to=2026-09-20&asOf=2026-09-19T15:00:00Z');
  assert.deepEqual(parts(rateOf(early, 'linkage-booked-7-live')), [0, 0, 2, 0]);
  const waiting = await found(dora, '?from=2026-09-14&to=2026-09-20&asOf=2026-11-01T15:00:00Z');
  assert.equal(rateOf(waiting, 'linkage-kept-7-live').numerator, 1);
});

test('a file says nothing of a few, and has the notice', async () => {
  const { status, raw } = await clinic.download(
    dora,
    '/api/aftercare/transitions/export?format=csv',
  );
  assert.equal(status, 200);
  const text = raw.toString();
  assert.match(text, /42 CFR part 2/);
  assert.match(text, /fewer than 11/);
});
