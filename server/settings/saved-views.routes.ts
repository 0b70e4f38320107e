import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem } from '#domain/problem.contract';
import {
  NewSavedView,
  ChangedView,
  SavedView,
  SavedViews,
} from '#domain/settings/saved-view.contract';
import {
  deleteView,
  findSavedViews,
  MOST_VIEWS,
  changeView,
  saveView,
} from './saved-views.queries.ts';

const Named = Type.Object({ id: Type.String({ format: 'uuid' }) });
const NO_SUCH_VIEW = {
  code: 'not-found',
  message: 'There is no such view of yours, or no longer.',
} as const;

/** Each person's own, and what colleagues of their teams share with them. */
export const savedViewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database } = app.throughline;

  app.get('/api/saved-views', {
    config: { permission: 'measure:read' },
    schema: { response: { 200: SavedViews, '4xx': Problem } },
    handler: async ({ reader }) => ({
      views: await database.read(reader, (scoped) => findSavedViews(scoped, reader)),
    }),
  });

  app.post('/api/saved-views', {
    config: { permission: 'measure:read' },
    schema: { body: NewSavedView, response: { 201: SavedView, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const saved = await database.read(reader, (scoped) => saveView(scoped, reader, body));
      if (saved) return reply.code(201).send(saved);
      return reply.code(409).send({
        code: 'too-many',
        message: `There are ${MOST_VIEWS} views already. Delete one first.`,
      });
    },
  });

  app.put('/api/saved-views/:id', {
    config: { permission: 'measure:read' },
    schema: { params: Named, body: ChangedView, response: { 200: SavedView, '4xx': Problem } },
    handler: async ({ reader, params, body }, reply) => {
      const changed = await database.read(reader, (scoped) =>
        changeView(scoped, reader, params.id, body),
      );
      return changed ?? reply.code(404).send(NO_SUCH_VIEW);
    },
  });

  app.delete('/api/saved-views/:id', {
    config: { permission: 'measure:read' },
    schema: { params: Named, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, params }, reply) => {
      const deleted = await database.read(reader, (scoped) =>
        deleteView(scoped, reader, params.id),
      );
      return deleted ? reply.code(204).send(null) : reply.code(404).send(NO_SUCH_VIEW);
    },
  });
};
