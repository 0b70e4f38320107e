import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Rosters } from '#domain/attendance/roster.contract';
import {
  SessionList,
  SessionListQuery,
  SessionRoster,
} from '#domain/attendance/session-list.contract';
import { SessionChoices } from '#domain/attendance/session-choices.contract';
import { Dose } from '#domain/attendance/dose.contract';
import { MeasureExportQuery, MeasureQuery } from '#domain/measures/measures.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { aboutFile, exportedBy } from '../exports/about-file.ts';
import { FileFormat, sendFile, SentFile } from '../exports/send-file.ts';
import { isHistoryMissing } from '../measures/scope-in-words.queries.ts';
import { doseTables, ofDose } from './dose-tables.ts';
import { rulesOf } from '../settings/rules.ts';
import { dose } from './dose.ts';
import { findRosters } from './rosters.queries.ts';
import { findPrograms } from './session-choices.queries.ts';
import { MOST_IN_A_FILE } from './session-list.queries.ts';
import { sessionList } from './session-list.ts';
import { findSessionRoster } from './session-roster.queries.ts';
import { ofSessions, sessionTables } from './session-tables.ts';

const SessionsExportQuery = Type.Object(
  { format: FileFormat, ...SessionListQuery.properties },
  { additionalProperties: false },
);
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

  app.get('/api/attendance/choices', {
    config: { permission: 'measure:read' },
    schema: { response: { 200: SessionChoices, '4xx': Problem } },
    handler: async ({ reader }) => ({
      programs: await database.read(reader, (scoped) => findPrograms(scoped, reader)),
    }),
  });

  app.get('/api/attendance/dose', {
    config: { permission: 'measure:read' },
    schema: { querystring: MeasureQuery, response: { 200: Dose, '4xx': Problem } },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => dose(scoped, reader, query, asOf));
    },
  });

  app.get('/api/attendance/dose/export', {
    config: { permission: 'measure:read' },
    schema: { querystring: MeasureExportQuery, response: { 200: SentFile, '4xx': Problem } },
    handler: async ({ reader, query: { format, ...query } }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const exported = exportedBy(reader, clock.now());
      const { found, rules } = await database.read(reader, async (scoped) => {
        await logAccess(scoped, reader, 'dose-export', []);
        return {
          found: await dose(scoped, reader, query, asOf),
          rules: (await rulesOf(scoped, reader.organizationId)).at(asOf),
        };
      });
      const about = aboutFile(ofDose(found), exported, found);
      const tables = doseTables(found, exported, rules);
      return sendFile(reply, { name: 'dose', format }, tables, about);
    },
  });

  app.get('/api/attendance/sessions', {
    config: { permission: 'measure:read' },
    schema: { querystring: SessionListQuery, response: { 200: SessionList, '4xx': Problem } },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => sessionList(scoped, reader, query, asOf));
    },
  });

  app.get('/api/attendance/sessions/export', {
    config: { permission: 'measure:read' },
    schema: { querystring: SessionsExportQuery, response: { 200: SentFile, '4xx': Problem } },
    handler: async ({ reader, query: { format, after: _, ...query } }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const exported = exportedBy(reader, clock.now());
      const { list, ...of } = await database.read(reader, async (scoped) => {
        // Names nobody: what left, and who took it, is still written down.
        await logAccess(scoped, reader, 'sessions-export', []);
        return {
          list: await sessionList(scoped, reader, query, asOf, MOST_IN_A_FILE),
          incomplete: await isHistoryMissing(scoped, reader.organizationId),
        };
      });
      const about = aboutFile(ofSessions(list, query), exported, of);
      return sendFile(reply, { name: 'sessions', format }, sessionTables(list, exported), about);
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
