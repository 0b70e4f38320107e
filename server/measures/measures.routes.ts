import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { MEASURES, SESSION_MEASURES } from '#domain/measures/catalogue';
import {
  MeasureAnswer,
  MeasureCases,
  MeasureCasesQuery,
  MeasureCatalogue,
  MeasureExportQuery,
  MeasureQuery,
} from '#domain/measures/measures.contract';
import {
  SessionOutcomes,
  SessionOutcomesQuery,
} from '#domain/attendance/session-outcomes.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { answerOf } from './answer-of.ts';
import { writeCsv, writeXlsx } from '../exports/write-tables.ts';
import { aboutExport, measureTables } from './measure-tables.ts';
import { definitionOf } from './definition-of.ts';
import { sessionOutcomes } from './session-outcomes.ts';

const Named = Type.Object({ id: Type.String({ maxLength: 60 }) });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NO_SUCH_MEASURE = {
  code: 'not-found',
  message: 'There is no such measure. GET /api/measures lists them.',
} as const;
const NOT_OF_SESSIONS = {
  code: 'not-of-sessions',
  message:
    'This measure is not counted by sessions: it can be narrowed by site, program, counselor, track and level, and told apart by all but the counselor.',
} as const;

export const measureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/measures', {
    config: { permission: 'measure:read' },
    schema: { response: { 200: MeasureCatalogue } },
    handler: () => ({ measures: MEASURES.map(definitionOf) }),
  });

  app.get('/api/measures/:id', {
    config: { permission: 'measure:read' },
    schema: {
      params: Named,
      querystring: MeasureQuery,
      response: { 200: MeasureAnswer, '4xx': Problem },
    },
    handler: async ({ reader, params, query }, reply) => {
      const answer = answerOf(params.id);
      if (!answer) return reply.code(404).send(NO_SUCH_MEASURE);
      if (!answer.canBeAsked(query)) return reply.code(400).send(NOT_OF_SESSIONS);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => answer.whole({ scoped, reader, asOf }, query));
    },
  });

  app.get('/api/measures/:id/export', {
    config: { permission: 'measure:read' },
    schema: {
      params: Named,
      querystring: MeasureExportQuery,
      response: { 200: Type.Unsafe<string | Buffer>({}), '4xx': Problem },
    },
    handler: async ({ reader, params, query: { format, ...query } }, reply) => {
      const asked = answerOf(params.id);
      if (!asked) return reply.code(404).send(NO_SUCH_MEASURE);
      if (!asked.canBeAsked(query)) return reply.code(400).send(NOT_OF_SESSIONS);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const answer = await database.read(reader, async (scoped) => {
        // Names nobody: what left, and who took it, is still written down.
        await logAccess(scoped, reader, 'measure-export', []);
        return asked.whole({ scoped, reader, asOf }, query);
      });
      const exported = {
        by: reader.name,
        at: clock.now().toISOString(),
        suppressed: reader.role !== 'counselor',
      };
      const tables = measureTables(answer, exported);
      return reply
        .header('content-disposition', `attachment; filename="${params.id}.${format}"`)
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
        .send(
          format === 'csv'
            ? writeCsv(tables, aboutExport(answer, exported))
            : await writeXlsx(tables),
        );
    },
  });

  app.get('/api/attendance/outcomes', {
    config: { permission: 'measure:read' },
    schema: {
      querystring: SessionOutcomesQuery,
      response: { 200: SessionOutcomes, '4xx': Problem },
    },
    handler: async ({ reader, query: { measure: id, ...query } }, reply) => {
      if (!answerOf(id)) return reply.code(404).send(NO_SUCH_MEASURE);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) =>
        sessionOutcomes(scoped, reader, sessionMeasure(id), query, asOf),
      );
    },
  });

  app.get('/api/measures/:id/cases', {
    config: { permission: 'measure:read' },
    schema: {
      params: Named,
      querystring: MeasureCasesQuery,
      response: { 200: MeasureCases, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const answer = answerOf(params.id);
      if (!answer) return reply.code(404).send(NO_SUCH_MEASURE);
      if (!answer.canBeAsked(query)) return reply.code(400).send(NOT_OF_SESSIONS);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, async (scoped) => {
        const found = await answer.cases({ scoped, reader, asOf }, query);
        const named = [...found.cases, ...(found.tallies ?? [])];
        const clientIds = [...new Set(named.flatMap(({ clientId }) => clientId ?? []))];
        if (!byEvent) await logAccess(scoped, reader, 'measure-cases', clientIds);
        return found;
      });
    },
  });
};

const sessionMeasure = (id: string) => SESSION_MEASURES.find((measure) => measure.id === id);
