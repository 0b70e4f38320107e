import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AskedHappenings, ClientHappenings } from '#domain/client-progress/happenings.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../../access/access-log.ts';
import { NOT_FOUND } from '../../plugins/problems.ts';
import { clientHappenings } from './client-happenings.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

export const happeningsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/clients/:id/happenings', {
    config: { permission: 'client:read' },
    schema: {
      params: ById,
      querystring: AskedHappenings,
      response: { 200: ClientHappenings, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const found = await database.read(reader, async (scoped) => {
        const all = await clientHappenings(scoped, reader, params.id, query, asOf);
        if (!byEvent)
          await logAccess(scoped, reader, all ? 'happenings' : 'happenings, refused', [params.id]);
        return all;
      });
      return found ?? reply.code(404).send(NOT_FOUND);
    },
  });
};
