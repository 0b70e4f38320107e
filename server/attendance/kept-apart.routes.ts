import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ClientKeptApart,
  NewKeptApart,
  StandingPair,
} from '#domain/attendance/kept-apart.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findKeptApart, keepApart, withdrawKeptApart } from './kept-apart.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);
const OF_THEMSELVES = {
  code: 'not-possible',
  message: 'A client cannot be kept apart from themselves. Choose somebody else.',
} as const;

/** Who is not to meet whom in a session. */
export const keptApartRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/attendance/clients/:id/kept-apart', {
    config: { permission: 'outreach:read' },
    schema: { params: ById, querystring: AsOf, response: { 200: ClientKeptApart, '4xx': Problem } },
    handler: async ({ reader, params, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const from = await database.read(reader, async (scoped) => {
        const found = await findKeptApart(scoped, reader, params.id, asOf);
        const named = found.flatMap(({ other }) => other?.clientId ?? []);
        if (!byEvent) await logAccess(scoped, reader, 'kept apart', [params.id, ...named]);
        return found;
      });
      return { asOf: asOf.toISOString(), from };
    },
  });

  app.post('/api/attendance/kept-apart', {
    config: { permission: 'outreach:write' },
    schema: { body: NewKeptApart, response: { 200: StandingPair, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      if (body.clientId === body.otherId) return reply.code(400).send(OF_THEMSELVES);
      const both = [body.clientId, body.otherId];
      const stands = await database.read(reader, async (scoped) => {
        const kept = await keepApart(scoped, reader, body, clock.now());
        const outcome = kept ? (kept.isNew ? 'written' : 'stood already') : 'refused';
        await logAccess(scoped, reader, `kept apart, ${outcome}`, both);
        if (kept?.isNew)
          await announce(scoped, reader.organizationId, { topic: 'caseload', ids: both });
        return kept?.stands;
      });
      return stands ?? reply.code(404).send(NOT_FOUND);
    },
  });

  app.post('/api/attendance/kept-apart/:id/withdrawal', {
    config: { permission: 'outreach:write' },
    schema: { params: ById, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, params }, reply) => {
      const withdrawn = await database.read(reader, async (scoped) => {
        const both = await withdrawKeptApart(scoped, reader, params.id, clock.now());
        if (!both) return false;
        await logAccess(scoped, reader, 'kept apart, withdrawn', both);
        await announce(scoped, reader.organizationId, { topic: 'caseload', ids: both });
        return true;
      });
      return withdrawn ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });
};
