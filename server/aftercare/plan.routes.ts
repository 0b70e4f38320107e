import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { isInReach } from '../outreach/contacts.queries.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findPlan } from './find-plan.ts';

/** What is planned for one client's time after treatment. */
export const planRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/clients/:id/aftercare-plan', {
    config: { permission: 'client:read' },
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      querystring: Type.Object(
        { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
        { additionalProperties: false },
      ),
      response: { 200: AftercarePlan, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const found = await database.read(reader, async (scoped) => {
        const isOwn = await isInReach(scoped, reader, params.id);
        const act = isOwn ? 'aftercare plan' : 'aftercare plan, refused';
        if (!byEvent) await logAccess(scoped, reader, act, [params.id]);
        return isOwn ? { plan: await findPlan(scoped, reader, params.id, asOf) } : null;
      });
      if (!found) return reply.code(404).send(NOT_FOUND);
      return { asOf: asOf.toISOString(), clientId: params.id, ...found };
    },
  });
};
