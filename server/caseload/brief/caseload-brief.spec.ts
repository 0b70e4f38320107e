import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { CaseloadBrief, NewsKind } from '#domain/caseload/brief.contract';
import type { Reader } from '../../database/reader.ts';
import { booking, presence } from '../../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../../testing/test-clinic.fixture.ts';
import { arrived, knownBefore, knownSince, visit } from '../../testing/record-of-ada.fixture.ts';

/** Tuesday 7 pm and Wednesday 8:01 am in New York: after the reader left, and just before now. */
const [TUESDAY_EVENING, JUST_NOW] = ['2026-11-18T00:00:00Z', '2026-11-18T13:01:00Z'];

let clinic: TestClinic;
let ruth: Reader;
before(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put(
    '2026-11-16T12:00:00Z',
    ...knownBefore(),
    booking('ada-fri', 'ada', '2026-11-20', 'booked'),
    // Where Cy goes on Thursday, and nobody of Ruth's: Sam leads it.
    booking('cy-thu', 'cy', '2026-11-19', 'booked', { by: 'sam' }),
    visit('ada-visit', 'ada', '2026-11-18', 20, 'ruth'),
  );
  clinic.endpoint.put(
    TUESDAY_EVENING,
    ...knownSince(),
    booking('bo-mon', 'bo', '2026-11-16', 'booked'),
    presence('bo-mon-there', 'bo', '2026-11-16', 120),
    booking('bo-wed', 'bo', '2026-11-18', 'cancelled', {
      cancelationReason: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
            code: 'prov',
          },
        ],
      },
    }),
  );
  await clinic.sync.readOnce();
  ruth = await clinic.reader('counselor', 'ruth');
});
after(() => clinic.close());

async function brief(query = '', reader = ruth): Promise<CaseloadBrief> {
  const { status, body } = await clinic.get(reader, `/api/caseload/brief${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as CaseloadBrief;
}

const of = ({ news }: CaseloadBrief, kind: NewsKind) => {
  const line = news.find((one) => one.kind === kind);
  return line && [line.count, line.note, line.clients.map(({ familyName }) => familyName).join()];
};

async function read(...resources: FhirResource[]): Promise<void> {
  clinic.endpoint.put(JUST_NOW, ...resources);
  await clinic.sync.readOnce();
}

test('since the end of the last working day: what came after it, and nothing before', async () => {
  const found = await brief();
  assert.equal(found.since, '2026-11-17T22:00:00.000Z');
  assert.deepEqual(of(found, 'scores'), [1, '1 worse', 'Ada']);
  assert.deepEqual(of(found, 'tests'), [1, '1 unexpected', 'Ada']);
  assert.deepEqual(of(found, 'moved'), [1, '', 'Ada']);
  assert.deepEqual(of(found, 'recorded-late'), [1, '', 'Bo']);
  assert.deepEqual(of(found, 'cancelled'), [1, '1 by program', 'Bo']);
  // Ada's no-show of Tuesday morning was known when Ruth left.
  assert.equal(of(found, 'missed'), undefined);
  assert.equal(found.news.find(({ kind }) => kind === 'moved')?.clients[0]?.detail, 'phase 1 to 2');
});

test('since any moment that is chosen', async () => {
  const found = await brief('?since=2026-11-16T22:00:00Z');
  assert.deepEqual(of(found, 'missed'), [1, '', 'Ada']);
  const later = await brief('?since=2026-11-18T12:00:00Z');
  assert.deepEqual(
    later.news.map(({ kind }) => kind),
    [],
  );
});

test('the hours of the caseload are the sum of its lines, and who is short stands by how much', async () => {
  const { hours } = await brief();
  assert.deepEqual([hours.clients, hours.onHold, hours.notPrescribed], [2, 0, 1]);
  // Of Ada's 12 h, 175 min are delivered, and 180 + 50 + 180 are booked.
  assert.deepEqual(
    hours.short.map(({ familyName, hours: week }) => [familyName, week.missing]),
    [['Ada', 720 - 175 - 410]],
  );
  assert.equal(hours.hours.missing, 135);
  const [ada] = hours.short;
  assert.deepEqual([ada?.levelMinimum, ada?.payerDays, ada?.hours.delivered], [360, 0, 175]);
});

test('room is where places are left, whoever has the others; without a capacity it is not known', async () => {
  const offers = async () =>
    (await brief()).hours.short[0]?.makeUp.map(({ startsAt, left }) => [startsAt, left]);
  const thursday = '2026-11-19T14:00:00.000Z';
  // Wednesday and Friday are hers already: never a second session on a day.
  assert.deepEqual(await offers(), [[thursday, null]]);

  const vera = await clinic.reader('supervisor', 'vera');
  const group = await clinic.idOf('HealthcareService/group-a');
  const set = (capacity: number) =>
    clinic.send(vera, 'PUT', `/api/attendance/groups/${group}/capacity`, {
      since: '2026-11-16',
      capacity,
    });
  await set(2);
  assert.deepEqual(await offers(), [[thursday, 1]]);
  await set(1);
  assert.deepEqual(await offers(), []);
});

test('places are counted over everybody, and show nobody', async () => {
  const seen = await clinic.database.read(ruth, async (scoped) => {
    const places = await sql<{ taken: number }>`
      SELECT taken FROM places_taken('2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z')`.execute(
      scoped,
    );
    const rows = await sql`
      SELECT client_id FROM attendance WHERE starts_at > '2026-11-19T00:00:00Z' AND starts_at < '2026-11-20T00:00:00Z'`.execute(
      scoped,
    );
    return [places.rows.map(({ taken }) => taken), rows.rows];
  });
  assert.deepEqual(seen, [[1], []]);
});

test('today: the sessions that Ruth leads, with who has come, as it comes', async () => {
  const today = async () =>
    (await brief()).today?.map(
      ({ kind, client, expected, arrived: come, telehealth, unmarked }) => ({
        kind,
        client: client?.familyName ?? null,
        expected,
        arrived: come,
        telehealth,
        unmarked,
      }),
    );
  const group = { kind: 'group', client: null, expected: 2, telehealth: false };
  const ada = { kind: 'other', client: 'Ada', expected: 1, unmarked: false };
  assert.deepEqual(await today(), [
    { ...group, arrived: 0, unmarked: false },
    { ...ada, arrived: 0, telehealth: false },
  ]);

  await read(arrived('ada-visit', '2026-11-18T13:01:00Z'));
  assert.deepEqual((await today())?.[1], { ...ada, arrived: 1, telehealth: true });
  assert.equal((await brief()).today?.[1]?.arrivedAt, '2026-11-18T13:01:00.000Z');
});

test('30 minutes after the start, a roster that nobody marked says so', async () => {
  const unmarked = async (asOf: string) => (await brief(`?asOf=${asOf}`)).today?.[0]?.unmarked;
  assert.equal(await unmarked('2026-11-18T14:29:59Z'), false);
  assert.equal(await unmarked('2026-11-18T14:30:00Z'), true);
});

test('another’s caseload has no today; without a counselor there is no brief', async () => {
  const vera = await clinic.reader('supervisor', 'vera');
  const found = await brief(`?counselor=${await clinic.idOf('Practitioner/ruth')}`, vera);
  assert.equal(found.today, null);
  assert.equal(found.hours.clients, 2);
  assert.equal((await clinic.get(vera, '/api/caseload/brief')).status, 400);
});

test('out of reach there is nothing of anybody in it', async () => {
  const found = await brief(`?counselor=${await clinic.idOf('Practitioner/sam')}`);
  assert.deepEqual([found.news, found.hours.clients], [[], 0]);
});

test('who was named is written to the access log, once a look', async () => {
  const entries = () =>
    clinic.database.own(async (scoped) => {
      const { rows } = await sql<{ act: string; clients: number }>`
        SELECT act, cardinality(client_ids) AS clients FROM access_log ORDER BY id`.execute(scoped);
      return rows;
    });
  const before = (await entries()).length;
  await brief();
  await clinic.get(ruth, '/api/caseload/brief', { 'x-refetch': 'event' });
  assert.deepEqual((await entries()).slice(before), [{ act: 'caseload brief', clients: 2 }]);
});

test('the most pressing tasks are the reader’s own, what is about a person first', async () => {
  const { toDo } = await brief();
  assert.ok(toDo && toDo.open >= toDo.tasks.length && toDo.tasks.length > 0);
  assert.equal(toDo.tasks[0]?.rule, 'outreach');
  const vera = await clinic.reader('supervisor', 'vera');
  const others = await brief(`?counselor=${await clinic.idOf('Practitioner/ruth')}`, vera);
  assert.equal(others.toDo, null);
});

test('what was booked and open when the reader left, and recorded since, is recorded late', async () => {
  clinic.endpoint.put('2026-11-16T12:00:00Z', booking('ada-open', 'ada', '2026-11-13', 'booked'));
  await clinic.sync.readOnce();
  assert.deepEqual(of(await brief(), 'recorded-late'), [1, '', 'Bo']);
  clinic.setClock('2026-11-18T13:02:30Z');
  await read(booking('ada-open', 'ada', '2026-11-13', 'noshow'));
  assert.deepEqual(of(await brief(), 'recorded-late'), [2, '1 missed', 'Ada,Bo']);
});
