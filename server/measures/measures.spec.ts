import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import type { MeasureCases } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer, MeasureCatalogue } from '#domain/measures/measures.contract';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const RATE = '/api/measures/attendance-sessions';
const WEEK = 'from=2026-11-16&to=2026-11-22';

test('the catalogue says of each measure what it counts', async () => {
  clinic = await openTestClinic();
  const { measures } = await ask<MeasureCatalogue>('counselor', 'ruth', '/api/measures');
  const rate = measures.find(({ id }) => id === 'attendance-sessions');
  assert.equal(rate?.sentence, 'Sessions attended, of the sessions the client was expected at.');
  assert.equal(new Set(measures.map(({ id }) => id)).size, measures.length);
});

test('each reader’s figure is of the clients they may see', async () => {
  clinic = await openTestClinic();
  const counts = async (role: Role, who: string | null, query = '') => {
    const { whole, clients } = await ask<MeasureAnswer>(role, who, `${RATE}?${WEEK}${query}`);
    const { numerator, denominator, unrecorded } = whole.figure;
    return [clients, numerator, denominator, unrecorded];
  };
  // Ada came once and missed once; nobody recorded Bo's Tuesday yet.
  assert.deepEqual(await counts('counselor', 'ruth'), [2, 1, 2, 1]);
  assert.deepEqual(await counts('counselor', 'sam'), [1, 0, 1, 0]);
  assert.deepEqual(await counts('supervisor', 'vera'), [3, 1, 3, 1]);
  assert.deepEqual(await counts('director', null), [4, 1, 4, 1]);
  const ruth = await clinic.reader('counselor', 'ruth');
  assert.deepEqual(await counts('director', null, `&counselor=${ruth.staffId}`), [2, 1, 2, 1]);
  assert.deepEqual(await counts('counselor', 'sam', `&counselor=${ruth.staffId}`), [0, 0, 0, 0]);
});

test('the points add up to the whole, and the week that is not over says how far it is', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    '2026-11-18T13:01:00Z',
    booking('earlier', 'ada', '2026-11-10', 'fulfilled'),
    booking('friday', 'ada', '2026-11-20', 'booked'),
  );
  await clinic.sync.readOnce();
  const { whole } = await ask<MeasureAnswer>('counselor', 'ruth', `${RATE}?from=2026-11-02`);
  const [none, before, now] = whole.points;
  assert.deepEqual([none?.value, none?.denominator], [null, 0]);
  assert.deepEqual([before?.value, before?.open], [1, false]);
  assert.deepEqual(
    [now?.start, now?.open, now?.daysOver],
    ['2026-11-16', true, { over: 2, of: 4 }],
  );
  assert.deepEqual([whole.figure.numerator, whole.figure.denominator], [2, 3]);
  assert.match(whole.limits, /no limits: fewer than 8 points/);
});

test('a day on which a site cancelled nearly everything is known as closed', async () => {
  clinic = await openTestClinic();
  const prov = {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
        code: 'prov',
      },
    ],
  };
  clinic.endpoint.put(
    '2026-11-18T13:01:00Z',
    ...Array.from({ length: 9 }, (_, index) =>
      booking(`snow-${index}`, 'ada', '2026-11-12', 'cancelled', { cancelationReason: prov }),
    ),
    booking('by-phone', 'bo', '2026-11-12', 'fulfilled'),
    booking('one-ill', 'bo', '2026-11-13', 'cancelled', { cancelationReason: prov }),
  );
  await clinic.sync.readOnce();
  const { whole } = await ask<MeasureAnswer>('director', null, `${RATE}?from=2026-11-09`);
  assert.deepEqual(whole.points[0]?.closures, [
    {
      day: '2026-11-12',
      lastDay: '2026-11-12',
      site: 'Harbor Street',
      sessions: 9,
      words: null,
    },
  ]);
});

test('a split shows its parts by name, and they add up to the whole', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    '2026-11-18T13:01:00Z',
    presence('unbooked', 'bo', '2026-11-16', 60),
    booking('one-to-one', 'bo', '2026-11-16', 'noshow', {
      serviceType: [
        {
          coding: [
            {
              system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
              code: 'H0004',
            },
          ],
        },
      ],
      participant: [{ actor: { reference: 'Patient/bo' }, status: 'accepted' }],
    }),
  );
  await clinic.sync.readOnce();
  const { groups, whole } = await ask<MeasureAnswer>(
    'counselor',
    'ruth',
    `${RATE}?${WEEK}&split=kind`,
  );
  assert.deepEqual(
    groups.map(({ name, figure }) => [name, figure.numerator, figure.denominator]),
    [
      ['Group', 1, 2],
      ['Individual', 0, 1],
    ],
  );
  assert.equal(whole.figure.denominator, 3);
});

test('a part of a split can be asked for by its id, and is the same figure', async () => {
  clinic = await openTestClinic();
  for (const split of ['site', 'program', 'kind', 'level', 'track']) {
    const { groups } = await ask<MeasureAnswer>('director', null, `${RATE}?${WEEK}&split=${split}`);
    const [part] = groups;
    assert.ok(part, split);
    const path = `${RATE}?${WEEK}&${split}=${part.id}`;
    const { whole } = await ask<MeasureAnswer>('director', null, path);
    assert.deepEqual(whole.figure, part.figure, split);
  }
});

test('the rows behind a figure are the sessions it counted, and each leads to its record', async () => {
  clinic = await openTestClinic();
  const { cases, total } = await ask<MeasureCases>(
    'counselor',
    'ruth',
    `${RATE}/cases?${WEEK}&counts=denominator`,
  );
  assert.deepEqual(
    cases.map(({ familyName, status, counts }) => [familyName, status, counts]),
    [
      ['Ada', 'no-show', 'denominator'],
      ['Ada', 'attended', 'numerator'],
    ],
  );
  assert.equal(total, 2);
  const reader = await clinic.reader('counselor', 'ruth');
  const record = await clinic.get(reader, `/api/source-records/${cases[0]?.recordId}`);
  assert.match((record.body as SourceRecord).revisions[0]?.body ?? '', /"id": ?"ada-tue"/);
  const open = await ask<MeasureCases>(
    'counselor',
    'ruth',
    `${RATE}/cases?${WEEK}&counts=unrecorded`,
  );
  assert.deepEqual(
    open.cases.map(({ familyName, status }) => [familyName, status]),
    [['Bo', 'awaiting-record']],
  );
});

test('behind a denominator are the sessions it counts: unrecorded ones of the recorded share, no walk-in of hours', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    '2026-11-18T13:01:00Z',
    booking('forgotten', 'bo', '2026-11-10', 'booked'),
    presence('unbooked', 'bo', '2026-11-12', 60),
  );
  await clinic.sync.readOnce();
  const behind = async (measure: string) => {
    const asked = `/api/measures/${measure}/cases?from=2026-11-09&to=2026-11-22&counts=denominator`;
    const { cases, total } = await ask<MeasureCases>('counselor', 'ruth', asked);
    return [total, cases.map(({ status, counts }) => `${status}: ${counts}`)];
  };
  assert.deepEqual(await behind('completeness'), [
    3,
    ['no-show: numerator', 'attended: numerator', 'unrecorded: unrecorded'],
  ]);
  assert.deepEqual(await behind('hours-delivered'), [
    2,
    ['no-show: denominator', 'attended: numerator'],
  ]);
});

test('who may see a figure’s clients is written down with them', async () => {
  clinic = await openTestClinic();
  await ask('counselor', 'sam', `${RATE}/cases?${WEEK}`);
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ act: string; client_ids: string[] }>`
      SELECT act, client_ids FROM access_log ORDER BY at DESC LIMIT 1`.execute(scoped),
  );
  assert.deepEqual(rows, [{ act: 'measure-cases', client_ids: [await clinic.idOf('Patient/cy')] }]);
});

test('what became of the sessions adds up to all that began', async () => {
  clinic = await openTestClinic();
  const { periods, byHour } = await ask<SessionOutcomes>(
    'director',
    null,
    `/api/attendance/outcomes?measure=attendance-sessions&${WEEK}`,
  );
  const cells = periods.flatMap((period) => period.cells);
  assert.deepEqual(Object.fromEntries(cells.map(({ outcome, sessions }) => [outcome, sessions])), {
    attended: 1,
    'no-show': 3,
    'awaiting-record': 1,
  });
  assert.deepEqual(
    byHour.map(({ weekday, hour, figure }) => [weekday, hour, figure.denominator]).sort(),
    [
      [1, 9, 2],
      [2, 9, 2],
    ],
  );
  const hours = await ask<SessionOutcomes>(
    'director',
    null,
    `/api/attendance/outcomes?measure=hours-delivered&${WEEK}`,
  );
  // Of hours the denominator is minutes: how many sessions those are is said beside it.
  assert.deepEqual(
    hours.byHour
      .map(({ weekday, figure, sessions }) => [weekday, figure.denominator, sessions])
      .sort(),
    [
      [1, 360, 2],
      [2, 360, 2],
    ],
  );
});

test('an export says what it is, of whom, who took it, and the notice; it names no client', async () => {
  clinic = await openTestClinic();
  const csv = await file('counselor', 'ruth', 'csv');
  assert.match(csv, /# your clients, 2026-11-16 to 2026-11-22, by week/);
  assert.match(csv, /# Exported by ruth, 2026-11-18T13:02/);
  assert.match(csv, /42 CFR part 2 prohibits/);
  assert.match(csv, /2026-11-16,All,1,2,0\.5,/);
  assert.doesNotMatch(csv, /Ada/);
});

test('in the export of other people’s clients counts of few are left out', async () => {
  clinic = await openTestClinic();
  assert.match(await file('supervisor', 'vera', 'csv'), /2026-11-16,All,fewer than 11,3,,/);
});

test('an export for a spreadsheet has a sheet of definitions', async () => {
  clinic = await openTestClinic();
  const sheets = unzipSync(Buffer.from(await file('counselor', 'ruth', 'xlsx'), 'latin1'));
  const text = Object.values(sheets)
    .map((sheet) => Buffer.from(sheet).toString())
    .join(' ');
  assert.match(text, /Definitions/);
  assert.match(text, /Sessions attended, of the sessions the client was expected at/);
});

test('an unknown measure, and an administrator, get a clear no', async () => {
  clinic = await openTestClinic();
  const ruth = await clinic.reader('counselor', 'ruth');
  assert.equal((await clinic.get(ruth, '/api/measures/sadness')).status, 404);
  const admin = await clinic.reader('admin', null);
  assert.equal((await clinic.get(admin, RATE)).status, 403);
});

async function file(
  role: 'counselor' | 'supervisor',
  who: string,
  format: 'csv' | 'xlsx',
): Promise<string> {
  const { raw } = await clinic.download(
    await clinic.reader(role, who),
    `${RATE}/export?${WEEK}&format=${format}`,
  );
  return raw.toString(format === 'csv' ? 'utf8' : 'latin1');
}

type Role = 'counselor' | 'supervisor' | 'director';

async function ask<T>(role: Role, who: string | null, path: string): Promise<T> {
  const { body, status } = await clinic.get(await clinic.reader(role, who), path);
  assert.equal(status, 200, JSON.stringify(body));
  return body as T;
}
