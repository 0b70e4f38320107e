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
import { allCases, measureCases } from './measure-cases.ts';
import { aboutFile, exportedBy } from '../exports/about-file.ts';
import { FileFormat, sendFile, SentFile } from '../exports/send-file.ts';
import { caseTables, ofCases } from './case-tables.ts';
import { measureTables, ofMeasure } from './measure-tables.ts';
import { definitionOf } from './definition-of.ts';
import { measureAnswer } from './measure-answer.ts';
import { isHistoryMissing, scopeInWords } from './scope-in-words.queries.ts';
import { sessionOutcomes } from './session-outcomes.ts';

const Named = Type.Object({ id: Type.String({ maxLength: 60 }) });
const CasesExportQuery = Type.Object(
  { format: FileFormat, ...MeasureCasesQuery.properties },
  { additionalProperties: false },
);
const NO_SUCH_MEASURE = {
  code: 'not-found',
  message: 'There is no such measure over sessions. GET /api/measures lists them.',
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
      const measure = sessionMeasure(params.id);
      if (!measure) return reply.code(404).send(NO_SUCH_MEASURE);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => measureAnswer(scoped, reader, measure, query, asOf));
    },
  });

  app.get('/api/measures/:id/export', {
    config: { permission: 'measure:read' },
    schema: {
      params: Named,
      querystring: MeasureExportQuery,
      response: { 200: SentFile, '4xx': Problem },
    },
    handler: async ({ reader, params, query: { format, ...query } }, reply) => {
      const measure = sessionMeasure(params.id);
      if (!measure) return reply.code(404).send(NO_SUCH_MEASURE);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const answer = await database.read(reader, async (scoped) => {
        // Names nobody: what left, and who took it, is still written down.
        await logAccess(scoped, reader, 'measure-export', []);
        return measureAnswer(scoped, reader, measure, query, asOf);
      });
      const exported = exportedBy(reader, clock.now());
      return sendFile(
        reply,
        { name: measure.id, format },
        measureTables(answer, exported),
        aboutFile(ofMeasure(answer), exported, answer),
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
      const measure = sessionMeasure(id);
      if (!measure) return reply.code(404).send(NO_SUCH_MEASURE);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) =>
        sessionOutcomes(scoped, reader, measure, query, asOf),
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
      const measure = sessionMeasure(params.id);
      if (!measure) return reply.code(404).send(NO_SUCH_MEASURE);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, async (scoped) => {
        const found = await measureCases(scoped, reader, measure, query, asOf);
        const clientIds = [...new Set(found.cases.map(({ clientId }) => clientId))];
        if (!byEvent) await logAccess(scoped, reader, 'measure-cases', clientIds);
        return found;
      });
    },
  });

  app.get('/api/measures/:id/cases/export', {
    config: { permission: 'measure:read' },
    schema: {
      params: Named,
      querystring: CasesExportQuery,
      response: { 200: SentFile, '4xx': Problem },
    },
    handler: async ({ reader, params, query: { format, ...query } }, reply) => {
      const measure = sessionMeasure(params.id);
      if (!measure) return reply.code(404).send(NO_SUCH_MEASURE);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { found, scope, incomplete } = await database.read(reader, async (scoped) => {
        const all = await allCases(scoped, reader, measure, query, asOf);
        const clientIds = [...new Set(all.cases.map(({ clientId }) => clientId))];
        await logAccess(scoped, reader, 'measure-cases-export', clientIds);
        return {
          found: all,
          scope: await scopeInWords(scoped, reader, query),
          incomplete: await isHistoryMissing(scoped, reader.organizationId),
        };
      });
      // Clients by name: their number can be counted in any case, so that none is left out.
      const exported = { ...exportedBy(reader, clock.now()), suppressed: false };
      const about = aboutFile(ofCases(measure, found, { ...query, scope }), exported, {
        incomplete,
      });
      return sendFile(reply, { name: `${measure.id}-rows`, format }, caseTables(found), about);
    },
  });
};

const sessionMeasure = (id: string) => SESSION_MEASURES.find((measure) => measure.id === id);
