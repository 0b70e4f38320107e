import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IntakeList, IntakeQuery } from '#domain/intake/intake.contract';
import { orderInWords } from '#domain/intake/intake-priority';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { rulesOf } from '../settings/rules.ts';
import { findWaiting } from './intake.queries.ts';

export const intakeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/intake', {
    config: { permission: 'intake:read' },
    schema: { querystring: IntakeQuery, response: { 200: IntakeList, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { waiting, rules } = await database.read(reader, async (scoped) => {
        const found = await findWaiting(scoped, reader, asOf);
        if (!byEvent)
          await logAccess(
            scoped,
            reader,
            'intake list',
            found.map(({ clientId }) => clientId),
          );
        const held = await rulesOf(scoped, reader.organizationId);
        return { waiting: found, rules: held.at(asOf) };
      });
      return { asOf: asOf.toISOString(), order: orderInWords(rules), waiting };
    },
  });
};
