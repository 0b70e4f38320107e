import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Rosters } from '#domain/attendance/roster.contract';
import {
  SessionList,
  SessionListQuery,
  SessionRoster,
} from '#domain/attendance/session-list.contract';
import { addDays } from '#domain/calendar/calendar-day';
import { Dose } from '#domain/attendance/dose.contract';
import { MeasureQuery } from '#domain/measures/measures.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { todayEverywhere } from '../measures/calendar.queries.ts';
import { dose } from './dose.ts';
import { findRosters } from './rosters.queries.ts';
import { findSessions } from './session-list.queries.ts';
import { findSessionRoster } from './session-roster.queries.ts';

/** Two weeks and a day: what nobody recorded is to be found while it is still remembered. */
const DAYS_LISTED = 14;

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

  app.get('/api/attendance/dose', {
    config: { permission: 'measure:read' },
    schema: { querystring: MeasureQuery, response: { 200: Dose, '4xx': Problem } },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => dose(scoped, reader, query, asOf));
    },
  });

  app.get('/api/attendance/sessions', {
    config: { permission: 'measure:read' },
    schema: { querystring: SessionListQuery, response: { 200: SessionList, '4xx': Problem } },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { concern, after, ...asked } = query;
      return database.read(reader, async (scoped) => {
        const today = await todayEverywhere(scoped, reader.organizationId, asOf);
        const to = asked.to ?? addDays(today, 1);
        const scope = { ...asked, from: asked.from ?? addDays(to, -DAYS_LISTED), to };
        const found = await findSessions(scoped, reader, scope, { concern, after }, asOf);
        return { asOf: asOf.toISOString(), from: scope.from, to, ...found };
      });
    },
  });

  app.get('/api/attendance/sessions/:id', {
    config: { permission: 'roster:read' },
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      querystring: AsOf,
      response: { 200: SessionRoster, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const roster = await database.read(reader, async (scoped) => {
        const found = await findSessionRoster(scoped, reader, params.id, asOf);
        const clientIds = (found?.members ?? []).map(({ clientId }) => clientId);
        if (!byEvent) await logAccess(scoped, reader, 'roster', clientIds);
        return found;
      });
      if (roster) return { asOf: asOf.toISOString(), ...roster };
      return reply.code(404).send({
        code: 'not-found',
        message: 'You do not have access to this session, or it does not exist.',
      });
    },
  });
};
