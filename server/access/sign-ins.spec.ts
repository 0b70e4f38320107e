import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { MORNING } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { readerOf, signIn, signOut } from './sign-ins.queries.ts';

const NOW = new Date(MORNING);
let clinic: TestClinic;
before(async () => {
  clinic = await openTestClinic();
});
after(() => clinic.close());

const signedIn = async () => signIn(clinic.database, await clinic.reader('counselor', 'ruth'));
const idleFor = (minutes: number) =>
  clinic.database.gate(async (scoped) => {
    await sql`UPDATE sign_in SET last_act_at = now() - make_interval(mins => ${minutes})`.execute(
      scoped,
    );
  });

test('a token stands for who signed in, until they sign out', async () => {
  const token = await signedIn();
  assert.equal((await readerOf(clinic.database, token, true, NOW))?.name, 'ruth');
  await signOut(clinic.database, token);
  assert.equal(await readerOf(clinic.database, token, true, NOW), null);
});

test('after fifteen minutes without an act nobody is signed in any more', async () => {
  const token = await signedIn();
  await idleFor(14);
  assert.notEqual(await readerOf(clinic.database, token, false, NOW), null);
  await idleFor(16);
  assert.equal(await readerOf(clinic.database, token, true, NOW), null);
});

test('an act puts the sign-off further away; a refetch by the screen itself does not', async () => {
  const token = await signedIn();
  await idleFor(14);
  await readerOf(clinic.database, token, false, NOW);
  assert.ok((await minutesIdle()) > 13);
  await readerOf(clinic.database, token, true, NOW);
  assert.ok((await minutesIdle()) < 1);
});

test('the token itself is not in the database', async () => {
  const token = await signedIn();
  const rows = await clinic.database.gate(
    async (scoped) => (await sql`SELECT * FROM sign_in`.execute(scoped)).rows,
  );
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(token));
});

test('a made-up token signs nobody in', async () => {
  assert.equal(await readerOf(clinic.database, 'made-up', true, NOW), null);
});

test('each demo persona can be signed in as, and is who they are', async () => {
  for (const [persona, name] of [
    ['counselor', 'Test Ruth'],
    ['supervisor', 'Test Vera'],
    ['admin', 'Administrator'],
  ]) {
    const answer = await clinic.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { host: 'localhost' },
      payload: { persona },
    });
    assert.equal(answer.statusCode, 204);
    const cookie = answer.cookies[0];
    assert.ok(cookie?.httpOnly && cookie.sameSite === 'Lax');
    const me = await clinic.app.inject({
      url: '/api/me',
      headers: { host: 'localhost' },
      cookies: { [cookie.name]: cookie.value },
    });
    assert.equal(me.json<{ name: string }>().name, name);
  }
});

test('another site’s page, and a name that merely resolves here, are refused', async () => {
  const post = (headers: Record<string, string>) =>
    clinic.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers,
      payload: { persona: 'counselor' },
    });
  assert.equal(
    (await post({ host: 'localhost', origin: 'https://elsewhere.example' })).statusCode,
    403,
  );
  assert.equal((await post({ host: 'rebound.example' })).statusCode, 403);
});

async function minutesIdle(): Promise<number> {
  return clinic.database.gate(async (scoped) => {
    const { rows } = await sql<{ minutes: number }>`
      SELECT max(extract(epoch FROM now() - last_act_at)) / 60 AS minutes FROM sign_in`.execute(
      scoped,
    );
    return rows[0]?.minutes ?? 0;
  });
}
