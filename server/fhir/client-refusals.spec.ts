import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FhirClient } from './client.ts';
import { problem, source, withoutWaiting } from './source.fixture.ts';

test('asked to wait, it waits as long as it was asked, a minute at most, and tries again', async (t) => {
  const { client, baseUrl, asked, waits } = await source(
    t,
    { status: 429, headers: { 'retry-after': '7' } },
    { status: 503, headers: { 'retry-after': '3600' } },
    { body: { resourceType: 'Bundle' } },
  );
  assert.deepEqual((await client.page(`${baseUrl}/Patient`)).resources, []);
  assert.deepEqual(waits, [7_000, 60_000]);
  assert.equal(asked.length, 3);
});

test('not told how long, it waits longer each time, and gives up after the fourth try', async (t) => {
  const { client, baseUrl, asked, waits } = await source(t, {
    status: 502,
    headers: { 'retry-after': 'Wed, 18 Nov 2026 13:02:00 GMT' },
  });
  assert.equal(
    await problem(client.page(`${baseUrl}/Patient`)),
    `The scheduling system at ${baseUrl} refused the request (502).`,
  );
  assert.deepEqual(waits, [500, 1000, 2000]);
  assert.equal(asked.length, 4);
});

test('a request that is refused is not repeated; said is the code, and nothing that may name a client', async (t) => {
  const { client, baseUrl, asked } = await source(t, {
    status: 403,
    body: {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'forbidden', diagnostics: 'Ana Rivera is restricted' }],
    },
  });
  assert.equal(
    await problem(client.page(`${baseUrl}/Patient?name=rivera`)),
    `The scheduling system at ${baseUrl} refused the request (403, forbidden).`,
  );
  assert.equal(asked.length, 1);
});

for (const body of [
  '',
  '<html>Not found</html>',
  { error: 'x' },
  { resourceType: 'OperationOutcome' },
  'null',
]) {
  test(`a refusal is one whatever comes with it: ${JSON.stringify(body)}`, async (t) => {
    const { client, baseUrl } = await source(t, { status: 404, body });
    assert.match(
      await problem(client.page(`${baseUrl}/Patient`)),
      /refused the request \(404\)\.$/,
    );
  });
}

for (const body of [
  { resourceType: 'Patient' },
  {},
  'null',
  '<html>Sign in to the proxy</html>',
  '{"resourceType":',
]) {
  test(`an answer that is no Bundle is the source’s problem: ${JSON.stringify(body)}`, async (t) => {
    const { client, baseUrl } = await source(t, { body });
    assert.match(await problem(client.page(`${baseUrl}/Patient`)), /instead of a Bundle\.$/);
  });
}

test('so is one that breaks off', async (t) => {
  const { client, baseUrl } = await source(t, {
    headers: { 'content-length': '1000' },
    body: '{"resourceType":"Bundle",',
  });
  assert.match(await problem(client.page(`${baseUrl}/Patient`)), /broke off its answer\.$/);
});

test('a source that does not answer is tried again, then said not to answer', async (t) => {
  const waits = withoutWaiting(t);
  const nowhere = 'http://127.0.0.1:1/fhir';
  assert.equal(
    await problem(new FhirClient(nowhere).page(`${nowhere}/Patient`)),
    `The scheduling system at ${nowhere} does not answer.`,
  );
  assert.deepEqual(waits, [500, 1000, 2000]);
});
