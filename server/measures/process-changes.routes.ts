import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { NewProcessChange, ProcessChange } from '#domain/measures/process-change.contract';
import { Problem } from '#domain/problem.contract';
import { announce } from '../data-sources/change-channel.ts';
import { markProcessChange, withdrawProcessChange } from './process-changes.queries.ts';

/** Limits restart on every open page. */
const CHANGED = { topic: 'attendance', ids: [] } as const satisfies ChangeEvent;

export const processChangeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database } = app.throughline;

  app.post('/api/process-changes', {
    config: { permission: 'process-change:write' },
    schema: { body: NewProcessChange, response: { 201: ProcessChange, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const marked = await database.read(reader, async (scoped) => {
        const change = await markProcessChange(scoped, reader, body);
        if (change) await announce(scoped, reader.organizationId, CHANGED);
        return change;
      });
      if (marked) return reply.code(201).send(marked);
      return reply.code(404).send({ code: 'not-found', message: 'There is no such site.' });
    },
  });

  app.delete('/api/process-changes/:id', {
    config: { permission: 'process-change:write' },
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 204: Type.Null(), '4xx': Problem },
    },
    handler: async ({ reader, params }, reply) => {
      const withdrawn = await database.read(reader, async (scoped) => {
        const isWithdrawn = await withdrawProcessChange(scoped, reader, params.id);
        if (isWithdrawn) await announce(scoped, reader.organizationId, CHANGED);
        return isWithdrawn;
      });
      if (withdrawn) return reply.code(204).send(null);
      return reply
        .code(404)
        .send({ code: 'not-found', message: 'That change is not marked, or no longer.' });
    },
  });
};
