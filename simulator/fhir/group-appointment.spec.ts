import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment, Encounter } from 'fhir/r4';
import { openClinic } from '../endpoint/open-clinic.fixture.ts';
import { buildClinic } from '../model/clinic.ts';
import { RecordArchive } from './record-archive.ts';
import type { Recorded } from './recorded.ts';

const AT = '2026-11-16T13:02:00Z';
const archive = new RecordArchive(buildClinic(1, 90));
archive.extendTo(Date.parse(AT));
const clients = Array.from({ length: archive.census.clientCount }, (_, client) => client);
const shared = clients
  .flatMap((client) => archive.records('Appointment', client))
  .filter(({ sharedBy }) => sharedBy) as Recorded<Appointment>[];

const revisionsOf = ({ at, render }: Recorded<Appointment>) => at.map((_, v) => render(v + 1));
const clientsOf = ({ participant }: Appointment) =>
  participant.filter(({ actor }) => actor?.reference?.startsWith('Patient/'));

test('a group of one program is one booking a meeting, with all its clients', () => {
  assert.ok(shared.length > 100, `${shared.length}`);
  const bookings = shared.map(({ at, render }) => render(at.length));
  assert.ok(bookings.some((one) => clientsOf(one).length > 2));
  const meetings = bookings.map(({ start, participant }) => {
    const group = participant.find(({ actor }) =>
      actor?.reference?.startsWith('HealthcareService'),
    );
    return `${start} ${group?.actor?.reference}`;
  });
  assert.equal(new Set(meetings).size, meetings.length);
  for (const booking of bookings) {
    const named = clientsOf(booking).map(({ actor }) => actor?.reference);
    assert.equal(new Set(named).size, named.length, booking.id);
  }
});

test('who joins, declines, leaves or is called off is a revision of it', () => {
  const seen = new Set<string>();
  for (const record of shared) {
    const revisions = revisionsOf(record);
    revisions.forEach((now, at) => {
      for (const { status } of clientsOf(now)) seen.add(status);
      seen.add(now.status);
      const before = revisions[at - 1] as Appointment | undefined;
      if (before && clientsOf(now).length > clientsOf(before).length) seen.add('joined');
      if (before && clientsOf(now).length < clientsOf(before).length) seen.add('left');
    });
    record.at.slice(1).forEach((one, before) => assert.ok(one > record.at[before], record.id));
  }
  assert.deepEqual(
    [...seen].sort(),
    'accepted booked cancelled declined fulfilled joined left needs-action noshow'.split(' '),
  );
});

test('of some meetings the encounters say who was there, of others there are none', () => {
  const named = new Set(
    clients
      .flatMap((client) => archive.records('Encounter', client))
      .flatMap(({ render, bookedAs }) => (bookedAs ? (render(1) as Encounter) : []))
      .map(({ appointment }) => appointment?.[0].reference),
  );
  const held = shared.filter(({ at, render }) => render(at.length).status === 'fulfilled');
  const recorded = held.filter(({ id }) => named.has(`Appointment/${id}`));
  assert.ok(recorded.length > held.length / 2, `${recorded.length} of ${held.length}`);
  assert.ok(recorded.length < held.length);
  const ids = new Set(shared.map(({ id }) => `Appointment/${id}`));
  assert.ok([...named].every((reference) => reference && ids.has(reference)));
});

test('each of its clients finds it, and where nothing differs there is none', async () => {
  const booking = shared
    .map(({ render }) => render(1))
    .findLast(({ start = '' }) => start < '2026-10-01');
  const record = shared.find(({ id }) => id === booking?.id)!;
  const [, second] = clientsOf(record.render(record.at.length));
  const clinic = openClinic({ at: AT, clients: 90 });
  const found = await clinic.all<Appointment>(
    `Appointment?patient=${second.actor?.reference}&_count=1000`,
  );
  assert.ok(found.some(({ id }) => id === record.id));
  assert.ok(
    found.every((one) =>
      clientsOf(one).some(({ actor }) => actor?.reference === second.actor?.reference),
    ),
  );
  const alike = new RecordArchive(buildClinic(1, 90, 'nothing-differs'));
  alike.extendTo(Date.parse(AT));
  assert.ok(
    clients.every((client) => alike.records('Appointment', client).every((one) => !one.sharedBy)),
  );
});
