import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SourceRecord } from '#domain/client-progress/client-progress.contract';
import { DataSources, Health } from '#domain/data-sources/data-sources.contract';
import { Problem } from '#domain/problem.contract';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findDataSources } from './data-sources.queries.ts';
import { findHealth } from './health.queries.ts';
import { findSourceRecord } from './source-record.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

export const dataSourceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { throughline } = app;
  const { database } = throughline;

  app.get('/api/health', {
    config: { permission: 'public' },
    schema: { response: { 200: Health } },
    handler: () => findHealth(throughline),
  });

  app.get('/api/data-sources', {
    config: { permission: 'data-source:read' },
    schema: { response: { 200: DataSources, '4xx': Problem } },
    handler: ({ reader }) =>
      database.read(reader, (scoped) => findDataSources(scoped, throughline)),
  });

  app.post('/api/data-sources/:id/sync', {
    config: { permission: 'data-source:run' },
    schema: { params: ById, response: { 202: Type.Null(), '4xx': Problem } },
    handler: async (request, reply) => {
      if (request.params.id !== throughline.source.sourceId) return reply.code(404).send(NOT_FOUND);
      throughline.readSoon();
      return reply.code(202).send(null);
    },
  });

  app.get('/api/source-records/:id', {
    config: { permission: 'source-record:read' },
    schema: { params: ById, response: { 200: SourceRecord, '4xx': Problem } },
    handler: async ({ reader, params }, reply) => {
      const record = await database.read(reader, (scoped) =>
        findSourceRecord(scoped, reader, params.id),
      );
      return record ?? reply.code(404).send(NOT_FOUND);
    },
  });
};
