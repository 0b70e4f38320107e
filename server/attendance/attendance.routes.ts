import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Rosters } from '#domain/attendance/roster.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { findRosters } from './rosters.queries.ts';

const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);

export const attendanceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/rosters', {
    config: { permission: 'roster:read' },
    schema: { querystring: AsOf, response: { 200: Rosters, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const rosters = await database.read(reader, async (scoped) => {
        const found = await findRosters(scoped, reader, asOf);
        const clientIds = found.flatMap(({ members }) => members.map(({ clientId }) => clientId));
        if (!byEvent) await logAccess(scoped, reader, 'roster', [...new Set(clientIds)]);
        return found;
      });
      return { asOf: asOf.toISOString(), rosters };
    },
  });
};
