import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { MEASURES, SESSION_MEASURES } from '#domain/measures/catalogue';
import { inWords } from '#domain/measures/in-words';
import { MeasureCases, MeasureCasesQuery } from '#domain/measures/measure-cases.contract';
import {
  MeasureAnswer,
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
import { aboutFile, exportedBy } from '../exports/about-file.ts';
import { FileFormat, sendFile, SentFile } from '../exports/send-file.ts';
import { answerOf } from './answer-of.ts';
import { caseTables, ofCases } from './case-tables.ts';
import { measureTables, ofMeasure } from './measure-tables.ts';
import { rulesOf } from '../settings/rules.ts';
import { definitionOf } from './definition-of.ts';
import { isHistoryMissing, scopeInWords } from './scope-in-words.queries.ts';
import { sessionOutcomes } from './session-outcomes.ts';

const Named = Type.Object({ id: Type.String({ maxLength: 60 }) });
const CasesExportQuery = Type.Object(
  { format: FileFormat, ...MeasureCasesQuery.properties },
  { additionalProperties: false },
);
const NO_SUCH_MEASURE = {
  code: 'not-found',
  message: 'There is no such measure. GET /api/measures lists them.',
} as const;
const NOT_OF_SESSIONS = {
  code: 'not-of-sessions',
  message:
    'Kind, hour and status are of sessions, reason, destination and flow of discharges: this measure can be narrowed by site, program, counselor, track and level, and told apart by all but the counselor.',
} as const;

export const measureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/measures', {
    config: { permission: 'measure:read' },
    schema: { response: { 200: MeasureCatalogue } },
    handler: async ({ reader }) => {
      const rules = await database.read(reader, (scoped) => rulesOf(scoped, reader.organizationId));
      return {
        measures: MEASURES.map((measure) => definitionOf(measure, rules.at(clock.now()))),
      };
    },
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
      response: { 200: SentFile, '4xx': Problem },
    },
    handler: async ({ reader, params, query: { format, ...query } }, reply) => {
      const asked = answerOf(params.id);
      if (!asked) return reply.code(404).send(NO_SUCH_MEASURE);
      if (!asked.canBeAsked(query)) return reply.code(400).send(NOT_OF_SESSIONS);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { answer, rules } = await database.read(reader, async (scoped) => {
        // Names nobody: what left, and who took it, is still written down.
        await logAccess(scoped, reader, 'measure-export', []);
        return {
          answer: await asked.whole({ scoped, reader, asOf }, query),
          rules: (await rulesOf(scoped, reader.organizationId)).at(asOf),
        };
      });
      const exported = exportedBy(reader, clock.now());
      return sendFile(
        reply,
        { name: params.id, format },
        measureTables(answer, exported, rules),
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
        if (!byEvent) await logAccess(scoped, reader, 'measure-cases', clientsNamedIn(found));
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
      const answer = answerOf(params.id);
      if (!answer) return reply.code(404).send(NO_SUCH_MEASURE);
      if (!answer.canBeAsked(query)) return reply.code(400).send(NOT_OF_SESSIONS);
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { found, scope, incomplete, rules } = await database.read(reader, async (scoped) => {
        const all = await answer.everyCase({ scoped, reader, asOf }, query);
        await logAccess(scoped, reader, 'measure-cases-export', clientsNamedIn(all));
        return {
          found: all,
          scope: await scopeInWords(scoped, reader, query),
          incomplete: await isHistoryMissing(scoped, reader.organizationId),
          rules: (await rulesOf(scoped, reader.organizationId)).at(asOf),
        };
      });
      // Clients by name: their number can be counted in any case, so that none is left out.
      const exported = { ...exportedBy(reader, clock.now()), suppressed: false };
      const of = ofCases(inWords(answer.measure, rules), found, { ...query, scope });
      const about = aboutFile(of, exported, { incomplete });
      const tables = caseTables(found, rules);
      return sendFile(reply, { name: `${params.id}-rows`, format }, tables, about);
    },
  });
};

const clientsNamedIn = ({ cases, tallies = [] }: MeasureCases): string[] => [
  ...new Set([...cases, ...tallies].flatMap(({ clientId }) => clientId ?? [])),
];

const sessionMeasure = (id: string) => SESSION_MEASURES.find((measure) => measure.id === id);
