import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay, isoDate } from './calendar-day.ts';
import { Census } from './census.ts';
import { buildClinic } from './clinic.ts';
import { localIso } from './local-time.ts';
import { groupOn } from './placement.ts';
import { timeline } from './timeline.ts';

const LAST_DAY = calendarDay('2026-11-30');
const clinic = buildClinic(1, 150);
const census = new Census(clinic);
census.extendTo(LAST_DAY);

const clients = Array.from({ length: census.clientCount }, (_, client) =>
  census.placementsOf(client),
);
const placements = clients.flat();
const timelines = clients.filter(({ length }) => length > 0).map((own) => timeline(clinic, own));

test('about as many are in treatment at any time as was asked for', () => {
  for (let day = calendarDay('2025-02-03'); day <= LAST_DAY; day += 7) {
    const active = placements.filter(({ startDay, endDay }) => startDay <= day && endDay >= day);
    assert.ok(active.length > 115 && active.length < 180, `${active.length} on ${isoDate(day)}`);
  }
});

test('extending the census in steps places everybody where one extension does', () => {
  const stepwise = new Census(clinic);
  for (let day = 0; day <= LAST_DAY; day += 13) stepwise.extendTo(day);
  stepwise.extendTo(LAST_DAY);
  const plain = (one: Census) =>
    Array.from({ length: one.clientCount }, (_, client) =>
      one.placementsOf(client).map(({ startDay, group, counselor }) => {
        return [startDay, group.index, counselor?.index];
      }),
    );
  assert.deepEqual(plain(stepwise), plain(census));
});

test('no group ever has more members than seats', () => {
  for (const group of clinic.groups) {
    const members = placements.filter(
      (placement) => placement.group === group || placement.move?.group === group,
    );
    for (let day = 0; day <= LAST_DAY; day++) {
      const present = members.filter(({ startDay, endDay }) => startDay <= day && endDay >= day);
      assert.ok(
        present.length <= group.capacity,
        `${group.unit.name} ${group.name} ${isoDate(day)}`,
      );
    }
  }
});

test('some change their group, and are booked in the new one from that day on', () => {
  const moved = timelines
    .flatMap(({ episodes }) => episodes)
    .filter(({ placement }) => placement.move);
  assert.ok(moved.length > 10, `${moved.length}`);
  for (const { placement, sessions } of moved) {
    const days = groupOn(placement, placement.endDay).schedule.weekdays;
    const after = sessions.filter(
      ({ kind, day }) => kind === 'group' && day >= placement.move!.day,
    );
    assert.ok(after.every(({ day }) => days.includes(day % 7)));
  }
});

test("no two of a client's sessions overlap", () => {
  for (const { client, episodes } of timelines) {
    const sessions = episodes.flatMap(({ intake, sessions: own }) => [
      ...(intake ? [intake.assessment] : []),
      ...own,
    ]);
    sessions.sort((one, other) => one.start - other.start);
    sessions.slice(1).forEach((session, before) => {
      assert.ok(session.start >= sessions[before].end, `client ${client}, ${isoDate(session.day)}`);
    });
  }
});

test("every record's changes follow each other", () => {
  for (const { episodes } of timelines) {
    for (const { changes, presence } of episodes.flatMap(({ sessions }) => sessions)) {
      changes.slice(1).forEach(({ at }, before) => assert.ok(at > changes[before].at));
      if (presence) assert.ok(presence.openedAt < presence.closedAt);
    }
  }
});

test('a group meets at the same local hour before and after a clock change', () => {
  for (const group of clinic.groups) {
    const { zone } = group.unit.site;
    const hours = new Set<string>();
    const offsets = new Set<string>();
    for (const { placement, sessions } of timelines.flatMap(({ episodes }) => episodes)) {
      for (const { kind, day, start } of sessions) {
        if (kind !== 'group' || groupOn(placement, day) !== group) continue;
        const local = localIso(zone, start);
        hours.add(local.slice(11, 16));
        offsets.add(local.slice(19));
      }
    }
    assert.equal(hours.size, 1, group.name);
    const both = zone === 'America/Chicago' ? ['-05:00', '-06:00'] : ['-04:00', '-05:00'];
    assert.deepEqual([...offsets].sort(), both);
  }
});

test('the sessions of the day after the clocks change are an hour later in UTC', () => {
  const hour = (iso: string) => Date.parse(`${iso}Z`) / 3_600_000;
  assert.equal(
    localIso('America/New_York', Date.parse('2025-03-07T14:00:00Z')).slice(0, 16),
    '2025-03-07T09:00',
  );
  assert.equal(
    localIso('America/New_York', Date.parse('2025-03-10T13:00:00Z')).slice(0, 16),
    '2025-03-10T09:00',
  );
  assert.equal(hour('2025-03-10T13:00') - hour('2025-03-07T14:00'), 71);
});

test('caseloads are those of a real program, and a few clients have no counselor', () => {
  const day = calendarDay('2026-11-16');
  const active = placements.filter(({ startDay, endDay }) => startDay <= day && endDay >= day);
  const loads = new Map<string, number>();
  for (const { counselor } of active) {
    const name = counselor ? `${counselor.index}` : 'none';
    loads.set(name, (loads.get(name) ?? 0) + 1);
  }
  const without = placements.filter(({ counselor }) => !counselor).length / placements.length;
  assert.ok(without > 0.01 && without < 0.035, `${without}`);
  assert.ok((loads.get('none') ?? 0) > 0);
  loads.delete('none');
  assert.ok(
    [...loads.values()].every((load) => load >= 14 && load <= 28),
    [...loads].join(' '),
  );
});
