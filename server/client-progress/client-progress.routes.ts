import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { ProgramUsualCourse } from '#domain/client-progress/usual-course.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findClientProgress } from './client-progress.queries.ts';
import { findUsualCourse } from './usual-course.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);

export const clientProgressRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/clients/:id', {
    config: { permission: 'client:read' },
    schema: { params: ById, querystring: AsOf, response: { 200: ClientProgress, '4xx': Problem } },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const found = await database.read(reader, async (scoped) => {
        const client = await findClientProgress(scoped, reader, params.id, asOf);
        if (!byEvent)
          await logAccess(scoped, reader, client ? 'client' : 'client, refused', [params.id]);
        return client;
      });
      return found ?? reply.code(404).send(NOT_FOUND);
    },
  });

  app.get('/api/clients/:id/usual-course', {
    config: { permission: 'client:read' },
    schema: {
      params: ById,
      querystring: AsOf,
      response: { 200: ProgramUsualCourse, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const weeks = await database.read(reader, async (scoped) => {
        const found = await findUsualCourse(scoped, reader.organizationId, params.id, asOf);
        const act = found ? 'usual course' : 'usual course, refused';
        if (!byEvent) await logAccess(scoped, reader, act, [params.id]);
        return found;
      });
      if (!weeks) return reply.code(404).send(NOT_FOUND);
      return { asOf: asOf.toISOString(), clientId: params.id, weeks };
    },
  });
};
