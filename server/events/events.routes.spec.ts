import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { signIn } from '../access/sign-ins.queries.ts';
import type { Reader } from '../database/reader.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let address: string;
before(async () => {
  clinic = await openTestClinic();
  await clinic.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://localhost:${(clinic.app.server.address() as AddressInfo).port}`;
});
after(() => clinic.close());

test('a change tells those who may see the client, and names opaque ids alone', async () => {
  const ruth = await listen(await clinic.reader('counselor', 'ruth'));
  const sam = await listen(await clinic.reader('counselor', 'sam'));
  // Bo is Ruth's client and on no roster of Sam's; Cy is on Ruth's roster.
  clinic.endpoint.put('2026-11-18T13:01:00Z', booking('bo-tue', 'bo', '2026-11-17', 'noshow'));
  await clinic.sync.readOnce();
  clinic.endpoint.put('2026-11-18T13:01:20Z', booking('cy-wed', 'cy', '2026-11-18', 'cancelled'));
  await clinic.sync.readOnce();

  const [bo, cy] = [await clinic.idOf('Patient/bo'), await clinic.idOf('Patient/cy')];
  assert.deepEqual(await ruth.untilClient(cy), [[bo], [cy]]);
  assert.deepEqual(await sam.untilClient(cy), [[cy]]);
  ruth.end();
  sam.end();
});

test('a change of process and a capacity tell everybody who is there', async () => {
  const sam = await listen(await clinic.reader('counselor', 'sam'));
  const vera = await clinic.reader('supervisor', 'vera');
  const change = { day: '2026-11-09', words: 'Evening track opens', siteId: null };
  await clinic.send(vera, 'POST', '/api/process-changes', change);
  await sam.untilAttendance(1);
  const group = await clinic.idOf('HealthcareService/group-a');
  const capacity = { since: '2026-11-16', capacity: 8 };
  await clinic.send(vera, 'PUT', `/api/attendance/groups/${group}/capacity`, capacity);
  await sam.untilAttendance(2);
  sam.end();
});

test('a page hears of what changed between its answer and the opening of the stream', async () => {
  const bo = await clinic.idOf('Patient/bo');
  clinic.endpoint.put('2026-11-18T13:01:30Z', booking('bo-wed', 'bo', '2026-11-18', 'noshow'));
  await clinic.sync.readOnce();
  const ruth = await listen(await clinic.reader('counselor', 'ruth'), { lately: true });
  const sam = await listen(await clinic.reader('counselor', 'sam'), { lately: true });
  assert.ok((await ruth.untilClient(bo)).flat().includes(bo));
  // Who is out of reach is not named afterwards either.
  assert.ok(!(await sam.untilHealth()).flat().includes(bo));
  ruth.end();
  sam.end();
});

/** The caseload events that a reader's open page gets. */
async function listen(reader: Reader, { lately = false } = {}) {
  const token = await signIn(clinic.database, reader);
  const ending = new AbortController();
  const answer = await fetch(`${address}/api/events`, {
    headers: { cookie: `throughline-test=${token}` },
    signal: ending.signal,
  });
  const chunks = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const untilHealth = async () => {
    while (!text.includes('event: health')) text += (await chunks?.read())?.value ?? '';
    return events();
  };
  const events = () =>
    [...text.matchAll(/^data: (\{"topic".*)$/gm)]
      .map(([, json = '']) => JSON.parse(json) as ChangeEvent)
      .filter(({ topic }) => topic === 'caseload')
      .map(({ ids }) => ids);
  if (!lately) {
    await untilHealth();
    text = '';
  }
  return {
    untilHealth,
    untilClient: async (id: string) => {
      while (!events().flat().includes(id)) text += (await chunks?.read())?.value ?? '';
      return events();
    },
    /** So many times something was said of attendance that names no client. */
    untilAttendance: async (times: number) => {
      const said = () => text.split('{"topic":"attendance","ids":[]}').length - 1;
      while (said() < times) text += (await chunks?.read())?.value ?? '';
    },
    end: () => ending.abort(),
  };
}
