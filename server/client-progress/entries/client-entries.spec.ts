import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { ClientEntries, Says } from '#domain/client-progress/client-entry.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { rebuild } from '../../data-sources/rebuild.ts';
import type { Reader } from '../../database/reader.ts';
import { selectAsLogin } from '../../testing/reader-login.fixture.ts';
import { knownBefore, knownSince } from '../../testing/record-of-ada.fixture.ts';
import { openTestClinic, type TestClinic } from '../../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Ada, Ruth's client, has a PHQ-9 of 17 November; Vera supervises Ruth, Sam works in another team. */
async function open() {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...knownBefore(), ...knownSince());
  await clinic.sync.readOnce();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    vera: await clinic.reader('supervisor', 'vera'),
    sam: await clinic.reader('counselor', 'sam'),
    ada: await clinic.idOf('Patient/ada'),
  };
}

const post = async (reader: Reader, path: string, body?: object) =>
  (await clinic.send(reader, 'POST', `/api/clients/${path}`, body)).status;
const review = (
  reader: Reader,
  client: string,
  { id = randomUUID(), ...part }: Partial<Says<'score-review'>> & { id?: string } = {},
) =>
  post(reader, `${client}/entries`, {
    id,
    kind: 'score-review',
    says: {
      ...{
        instrument: 'phq-9',
        day: '2026-11-17',
        plan: 'changed',
        because: 'A visit a week more',
      },
      ...part,
    },
  });
const note = (reader: Reader, client: string, words: string, id: string = randomUUID()) =>
  post(reader, `${client}/entries`, { id, kind: 'case-note', says: { words } });
const reviewed = async (reader: Reader, client: string, asOf = '') => {
  const { body } = await clinic.get(reader, `/api/clients/${client}${asOf && `?asOf=${asOf}`}`);
  const scores = (body as ClientProgress).measures.find(({ instrument }) => instrument === 'phq-9');
  return scores?.scores.at(-1)?.review ?? null;
};
const entries = async (reader: Reader, client: string, asOf = '') => {
  const path = `/api/clients/${client}/entries${asOf && `?asOf=${asOf}`}`;
  return ((await clinic.get(reader, path)).body as ClientEntries).entries;
};

test('two people review one score: the later stands, withdrawn the earlier again, and both are kept', async () => {
  const { ruth, vera, ada } = await open();
  const [first, second] = [randomUUID(), randomUUID()];
  assert.equal(await review(ruth, ada, { id: first, plan: 'unchanged', because: ' Watch ' }), 204);
  assert.equal(await review(ruth, ada, { id: first, because: 'Sent once more' }), 204);
  // At the same instant of the clinic's clock.
  assert.equal(await review(vera, ada, { id: second }), 204);
  assert.deepEqual(await reviewed(ruth, ada), {
    id: second,
    plan: 'changed',
    because: 'A visit a week more',
    by: 'vera',
    at: '2026-11-18T13:02:00.000Z',
  });
  clinic.setClock('2026-11-18T14:00:00Z');
  const path = `${ada}/entries/${second}/withdrawal`;
  assert.deepEqual([await post(ruth, path), await post(vera, path)], [204, 404]);
  assert.equal((await reviewed(ruth, ada))?.because, 'Watch');
  assert.equal((await reviewed(ruth, ada, '2026-11-18T13:30:00Z'))?.id, second);
  assert.equal(await reviewed(ruth, ada, '2026-11-18T13:01:00Z'), null);
  const kept = await selectAsLogin(clinic.database, ruth, 'client_entry');
  assert.equal(kept.length, 2);
});

test('a review is of a score that there is, and of a client within reach', async () => {
  const { ruth, sam, ada } = await open();
  assert.equal(await review(ruth, ada, { day: '2026-11-16' }), 404);
  assert.equal(await review(ruth, ada, { instrument: 'gad-7' }), 404);
  assert.equal(await review(ruth, ada, { because: '  ' }), 400);
  assert.equal(await review(sam, ada), 404);
  const id = randomUUID();
  assert.equal(await review(ruth, ada, { id }), 204);
  assert.equal(await post(sam, `${ada}/entries/${id}/withdrawal`), 404);
  assert.deepEqual(await selectAsLogin(clinic.database, sam, 'client_entry'), []);
});

test('a note for the case review is kept once, withdrawn once, and read within reach alone', async () => {
  const { ruth, vera, sam, ada } = await open();
  const id = randomUUID();
  const words = 'Ask about Thursday evenings';
  assert.deepEqual(
    [await note(ruth, ada, ` ${words} `, id), await note(ruth, ada, words, id)],
    [204, 204],
  );
  assert.deepEqual(await entries(vera, ada), [
    {
      ...{ id, kind: 'case-note', says: { words }, by: 'ruth', at: '2026-11-18T13:02:00.000Z' },
      ...{ episodeId: null, sourceSays: null },
    },
  ]);
  assert.equal(await note(sam, ada, words), 404);
  assert.equal(await note(ruth, ada, '  '), 400);
  assert.deepEqual(await entries(sam, ada), []);
  clinic.setClock('2026-11-18T14:00:00Z');
  const path = `${ada}/entries/${id}/withdrawal`;
  assert.deepEqual(
    [await post(sam, path), await post(vera, path), await post(ruth, path)],
    [404, 204, 404],
  );
  assert.deepEqual(await entries(ruth, ada), []);
  assert.equal((await entries(ruth, ada, '2026-11-18T13:59:00Z')).length, 1);
});

test('a rebuild keeps what staff wrote, and what was withdrawn cannot be made to stand again', async () => {
  const { ruth, ada } = await open();
  const id = randomUUID();
  await review(ruth, ada, { id });
  await note(ruth, ada, 'Ask');
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.equal((await reviewed(ruth, ada))?.id, id);
  assert.equal((await entries(ruth, ada)).length, 2);
  await post(ruth, `${ada}/entries/${id}/withdrawal`);
  const undone = await clinic.database.read(ruth, async (scoped) => {
    const { numAffectedRows } =
      await sql`UPDATE client_entry SET withdrawn_at = NULL, withdrawn_by = NULL WHERE id = ${id}`.execute(
        scoped,
      );
    return numAffectedRows;
  });
  assert.equal(Number(undone ?? 0), 0);
  await assert.rejects(
    clinic.database.read(ruth, (scoped) => sql`DELETE FROM client_entry`.execute(scoped)),
  );
});

test('the log says who wrote on whose record, and who was refused', async () => {
  const { ruth, sam, ada } = await open();
  await review(ruth, ada);
  await note(sam, ada, 'Ask');
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ by: string; act: string }>`
      SELECT reader_name AS by, act FROM access_log WHERE client_ids = ARRAY[${ada}]::uuid[] ORDER BY id`.execute(
      scoped,
    ),
  );
  assert.deepEqual(
    rows.map(({ by, act }) => `${by}: ${act}`),
    ['ruth: entry, score-review', 'sam: entry, case-note, refused'],
  );
});

test('every server is told whose page has changed, by opaque id alone', async () => {
  const { ruth, ada } = await open();
  const heard = Promise.withResolvers<string>();
  await clinic.database.listen('throughline_change', heard.resolve);
  await review(ruth, ada);
  assert.deepEqual(JSON.parse(await heard.promise), {
    organizationId: clinic.source.organizationId,
    topic: 'caseload',
    ids: [ada],
  });
});
