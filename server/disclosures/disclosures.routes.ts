import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ClientDisclosures,
  DisclosureLog,
  DisclosureQuery,
  NewDisclosure,
} from '#domain/disclosures/disclosure.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findDisclosureLog } from './disclosure-log.queries.ts';
import { findDisclosures, writeDisclosure } from './disclosures.queries.ts';

const OfClient = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** What leaves the program about a client, under which consent; accounted for before it leaves. */
export const disclosureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/clients/:id/disclosures', {
    config: { permission: 'client:read' },
    schema: { params: OfClient, response: { 200: ClientDisclosures, '4xx': Problem } },
    handler: async ({ reader, params, byEvent }, reply) => {
      const asOf = clock.now();
      const found = await database.read(reader, async (scoped) => {
        const disclosures = await findDisclosures(scoped, reader, params.id, asOf);
        const act = disclosures ? 'disclosures' : 'disclosures, refused';
        if (!byEvent) await logAccess(scoped, reader, act, [params.id]);
        return disclosures;
      });
      return found ? { asOf: asOf.toISOString(), ...found } : reply.code(404).send(NOT_FOUND);
    },
  });

  app.post('/api/clients/:id/disclosures', {
    config: { permission: 'outreach:write' },
    schema: {
      params: OfClient,
      body: NewDisclosure,
      response: { 204: Type.Null(), '4xx': Problem },
    },
    handler: async ({ reader, params, body }, reply) => {
      const written = await database.read(reader, async (scoped) => {
        const done = await writeDisclosure(scoped, reader, params.id, body, clock.now());
        const act = `${body.kind} disclosed`;
        await logAccess(scoped, reader, done === 'written' ? act : `${act}, refused`, [params.id]);
        if (done === 'written')
          await announce(scoped, reader.organizationId, { topic: 'caseload', ids: [params.id] });
        return done;
      });
      if (written === 'written') return reply.code(204).send(null);
      if (written === 'not-in-reach') return reply.code(404).send(NOT_FOUND);
      const message = `Nothing may be disclosed, and nothing left. That it was tried is written down. ${written.refusal}`;
      return reply.code(409).send({ code: 'no-consent', message });
    },
  });

  app.get('/api/disclosures', {
    config: { permission: 'disclosure:read' },
    schema: { querystring: DisclosureQuery, response: { 200: DisclosureLog, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = clock.now();
      return database.read(reader, async (scoped) => {
        const log = await findDisclosureLog(scoped, reader, query, asOf);
        const named = new Set(log.lines.map(({ client }) => client.id));
        if (!byEvent) await logAccess(scoped, reader, 'disclosure log', [...named]);
        return { asOf: asOf.toISOString(), ...log };
      });
    },
  });
};
