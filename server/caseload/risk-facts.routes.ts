import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { RiskFacts } from '#domain/caseload/risk-facts.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findRiskFacts } from './risk-facts.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);

export const riskFactsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/caseload/clients/:id/risk-facts', {
    config: { permission: 'client:read' },
    schema: { params: ById, querystring: AsOf, response: { 200: RiskFacts, '4xx': Problem } },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const found = await database.read(reader, async (scoped) => {
        const facts = await findRiskFacts(scoped, reader, params.id, asOf);
        const act = facts ? 'risk facts' : 'risk facts, refused';
        if (!byEvent) await logAccess(scoped, reader, act, [params.id]);
        return facts;
      });
      return found ?? reply.code(404).send(NOT_FOUND);
    },
  });
};
