import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { buildApp } from '../app.ts';
import type { Source } from '../data-sources/source-records.ts';
import { ensureSource } from '../data-sources/sources.queries.ts';
import { createSync, type Sync } from '../data-sources/sync.ts';
import type { Database } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { openChanges } from '../events/changes.ts';
import { FhirClient } from '../fhir/client.ts';
import { signIn } from '../access/sign-ins.queries.ts';
import { type FhirEndpoint, openFhirEndpoint } from './fhir-endpoint.fixture.ts';
import { MORNING, smallClinic } from './small-clinic.fixture.ts';
import { openTestDatabase } from './test-database.fixture.ts';

const COOKIE = 'throughline-test';

/** The small clinic behind an endpoint, and a server that can read it. */
export interface TestClinic {
  endpoint: FhirEndpoint;
  database: Database;
  source: Source;
  sync: Sync;
  app: FastifyInstance;
  /** Moves the clinic's clock. */
  setClock(instant: string): void;
  /** Our id of a resource of the endpoint. */
  idOf(resource: string, source?: string): Promise<string>;
  reader(role: Reader['role'], staff: string | null): Promise<Reader>;
  /** GETs as somebody who is signed in. */
  get(
    reader: Reader,
    url: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
  /** A file, as it is sent; asked for with a body where whom it names is nothing for an address. */
  download(reader: Reader, url: string, body?: object): Promise<{ status: number; raw: Buffer }>;
  /** Writes as somebody who is signed in. */
  send(
    reader: Reader,
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
}

/** With the clinic already read, unless asked to leave that to the test. */
export async function openTestClinic({ read = true } = {}): Promise<TestClinic> {
  const endpoint = await openFhirEndpoint();
  endpoint.put('2026-11-16T12:00:00Z', ...smallClinic());
  const database = await openTestDatabase();
  const source = await ensureSource(database, {
    name: 'Test',
    baseUrl: endpoint.baseUrl,
    simulated: true,
  });
  let now = MORNING;
  const clock = { now: () => new Date(now) };
  const sync = createSync({
    database,
    client: new FhirClient(endpoint.baseUrl),
    source,
    clock,
    pollSeconds: 3600,
    say: () => undefined,
  });
  const app = await buildApp(
    {
      database,
      clock,
      source,
      changes: await openChanges(database),
      simulated: true,
      demoSignIn: true,
      pollSeconds: 3600,
      cookieName: COOKIE,
      readSoon: () => undefined,
    },
    { logLevel: 'silent' },
  );
  if (read) await sync.readOnce();

  const idOf = (resource: string, sourceName = 'Test') =>
    database.sync(source.organizationId, async (scoped) => {
      const [type, key] = resource.split('/');
      const { rows } = await sql<{ id: string }>`
        SELECT i.id FROM identity i JOIN data_source d ON d.organization_id = i.organization_id AND d.id = i.source_id
         WHERE i.resource_type = ${type} AND i.source_key = ${key} AND d.name = ${sourceName}`.execute(
        scoped,
      );
      return rows[0]?.id ?? '';
    });
  return {
    endpoint,
    database,
    source,
    sync,
    app: app as unknown as FastifyInstance,
    setClock: (instant) => void (now = instant),
    idOf,
    reader: async (role, staff) => ({
      organizationId: source.organizationId,
      role,
      staffId: staff ? await idOf(`Practitioner/${staff}`) : null,
      name: staff ?? role,
    }),
    get: async (reader, url, headers = {}) => {
      const token = await signIn(database, reader);
      const answer = await app.inject({
        url,
        headers: { ...headers, host: 'localhost' },
        cookies: { [COOKIE]: token },
      });
      return { status: answer.statusCode, body: answer.json<unknown>() };
    },
    download: async (reader, url, body) => {
      const token = await signIn(database, reader);
      const answer = await app.inject({
        url,
        headers: { host: 'localhost' },
        cookies: { [COOKIE]: token },
        ...(body ? { method: 'POST', payload: body } : {}),
      });
      return { status: answer.statusCode, raw: answer.rawPayload };
    },
    send: async (reader, method, url, body) => {
      const token = await signIn(database, reader);
      const answer = await app.inject({
        method,
        url,
        headers: { host: 'localhost' },
        cookies: { [COOKIE]: token },
        ...(body ? { payload: body } : {}),
      });
      return { status: answer.statusCode, body: answer.body ? answer.json<unknown>() : null };
    },
    close: async () => {
      await app.close();
      await endpoint.close();
    },
  };
}
