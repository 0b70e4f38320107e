import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { FhirClient, SourceError } from './client.ts';

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** `{base}` in it stands for the server's own address. */
  body?: object | string;
}

/**
 * A FHIR server that gives these answers in turn, the last one for good, and a client that does not
 * wait: what it would have waited is noted.
 */
export async function source(t: TestContext, ...answers: Answer[]) {
  const asked: string[] = [];
  const accepted: (string | undefined)[] = [];
  const respond: RequestListener = ({ url, headers }, response) => {
    const {
      status = 200,
      headers: sent,
      body = '',
    } = answers[asked.length] ?? answers.at(-1) ?? {};
    asked.push(url ?? '');
    accepted.push(headers.accept);
    // A connection kept alive would set timers that the client did not.
    response.writeHead(status, { connection: 'close', ...sent });
    const content = typeof body === 'string' ? body : JSON.stringify(body);
    response.end(content.replaceAll('{base}', baseUrl));
  };
  const server = createServer(respond).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  t.after(() => server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  return { client: new FhirClient(baseUrl), baseUrl, asked, accepted, waits: withoutWaiting(t) };
}

/** Waits are noted, and not waited. */
export function withoutWaiting(t: TestContext): number[] {
  const waits: number[] = [];
  const { setTimeout: wait } = globalThis;
  t.mock.method(globalThis, 'setTimeout', (done: () => void, ms: number) => {
    // Shorter ones are fetch's own.
    if (ms < 500) return wait(done, ms);
    waits.push(ms);
    return wait(done, 0);
  });
  return waits;
}

/** What a page that cannot be read is refused with. */
export const problem = async (page: Promise<unknown>): Promise<string> => {
  const error: unknown = await page.then(
    () => assert.fail('not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SourceError, String(error));
  return error.message;
};
