import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Dose } from '#domain/attendance/dose.contract';
import type { SettingEntry } from '#domain/settings/settings.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { type Asked, caseloadOf, derivedTables, setValue } from '../testing/settings.fixture.ts';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

test('attendance is derived by the rules of the session’s own day, and anew when they change', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  // Twelve minutes late, on two days.
  const late = (day: string) =>
    presence(`bo-${day}`, 'bo', day, 0, at(day, '14:12', '17:00', `bo-${day}`));
  clinic.endpoint.put(
    '2026-11-18T13:00:00Z',
    ...['2026-11-12', '2026-11-13'].flatMap((day) => [
      booking(`bo-${day}`, 'bo', day, 'booked'),
      late(day),
    ]),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'attended-late', null]);
  const { body } = await set(admin, {
    setting: 'lateMinutes',
    value: 15,
    effectiveOn: '2026-11-13',
  });
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'attended', null]);
  await identicalWhenRebuilt();
  await clinic.send(admin, 'POST', `/api/settings/values/${(body as SettingEntry).id}/withdrawal`, {
    id: randomUUID(),
  });
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'attended-late', null]);
  await identicalWhenRebuilt();
});

test('notice, nearness and contact are those of the session’s day too', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const cancelled = {
    cancelationReason: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
          code: 'pat',
        },
      ],
    },
  };
  clinic.endpoint.put(
    '2026-11-18T13:00:00Z',
    // Cancelled two hours ahead.
    booking('bo-late', 'bo', '2026-11-18', 'cancelled', {
      ...cancelled,
      start: '2026-11-18T14:30:00Z',
      end: '2026-11-18T16:00:00Z',
    }),
    // Seventy minutes after the start, naming no appointment.
    presence('bo-there', 'bo', '2026-11-17', 0, at('2026-11-17', '15:10', '17:00')),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(await outcomesOf('bo'), [null, 'attended', 'client-cancelled']);
  await set(admin, { setting: 'excusedNoticeHours', value: 1, effectiveOn: '2026-11-18' });
  assert.deepEqual(await outcomesOf('bo'), [null, 'attended', 'excused']);
  await set(admin, { setting: 'encounterMatchMinutes', value: 70, effectiveOn: '2026-11-17' });
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'excused']);
  await identicalWhenRebuilt();
});

test('where no plan says them, the hours of the program’s level are prescribed from the week of their day on', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const prescribed = async (asOf = '') => {
    const { lines } = await caseload('vera', asOf);
    return lines.map(({ hours }) => hours.prescribed);
  };
  assert.deepEqual(await prescribed(), [null, null, null]);
  await set(admin, { setting: 'intensiveHours', value: 12, effectiveOn: '2026-11-16' });
  await set(admin, { setting: 'highIntensityHours', value: 20, effectiveOn: '2026-11-16' });
  assert.deepEqual(await prescribed(), [720, 720, 720]);
  assert.deepEqual(await prescribed('2026-11-15T17:00:00Z'), [null, null, null]);
  const vera = await clinic.reader('supervisor', 'vera');
  const dose = async () =>
    (await clinic.get(vera, '/api/attendance/dose?from=2026-11-02&asOf=2026-11-24T13:00:00Z'))
      .body as Dose;
  // Of three weeks over only the last lies after the day.
  assert.equal((await dose()).prescribedMinutes, 3 * 720);
  assert.equal((await dose()).levels[0]?.notKnown, 6);
});

test('where a plan has phases and says no hours, those of the phase are prescribed, day by day', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const ada = await clinic.idOf('Patient/ada');
  const phase = (start: string, end: string) => ({
    detail: {
      status: 'in-progress' as const,
      scheduledTiming: { repeat: { boundsPeriod: { start, end } } },
    },
  });
  clinic.endpoint.put('2026-11-18T13:01:30Z', {
    resourceType: 'CarePlan',
    id: 'ada-plan',
    status: 'active',
    intent: 'plan',
    subject: { reference: 'Patient/ada' },
    period: { start: '2026-10-05' },
    activity: [phase('2026-10-05', '2026-11-17'), phase('2026-11-18', '2026-12-13')],
  });
  await clinic.sync.readOnce();
  const prescribed = async () => {
    const { lines } = await caseload('vera');
    const of = (isAda: boolean) =>
      lines.filter(({ clientId }) => (clientId === ada) === isAda).map(({ hours }) => hours);
    return [of(true)[0]?.prescribed, of(false)[0]?.prescribed];
  };
  await set(admin, { setting: 'intensiveHours', value: 12, effectiveOn: '2026-11-16' });
  assert.deepEqual(await prescribed(), [720, 720]);
  await set(admin, { setting: 'secondPhaseHours', value: 9, effectiveOn: '2026-11-16' });
  // Monday and Tuesday are of the first phase, of which nothing is set.
  assert.deepEqual(await prescribed(), [(2 * 720 + 3 * 540) / 5, 720]);
  await set(admin, { setting: 'firstPhaseHours', value: 15, effectiveOn: '2026-11-16' });
  assert.deepEqual(await prescribed(), [(2 * 900 + 3 * 540) / 5, 720]);
});

async function outcomesOf(client: string): Promise<(string | null)[]> {
  const id = await clinic.idOf(`Patient/${client}`);
  return clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ outcome: string | null }>`
      SELECT outcome FROM attendance WHERE client_id = ${id} ORDER BY starts_at`.execute(scoped);
    return rows.map(({ outcome }) => outcome);
  });
}

async function identicalWhenRebuilt(): Promise<void> {
  const before = await tables();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await tables(), before);
}

const set = (reader: Reader, asked: Asked) => setValue(clinic, reader, asked);
const caseload = (supervisor: string, asOf = '') => caseloadOf(clinic, supervisor, asOf);
const tables = () => derivedTables(clinic);
const at = (day: string, from: string, until: string, appointment?: string) => ({
  period: { start: `${day}T${from}:00Z`, end: `${day}T${until}:00Z` },
  appointment: appointment ? [{ reference: `Appointment/${appointment}` }] : [],
});
