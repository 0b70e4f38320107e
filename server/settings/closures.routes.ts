import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { Problem } from '#domain/problem.contract';
import { NewSiteClosure, SiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import { announce } from '../data-sources/change-channel.ts';
import { todayEverywhere } from '../measures/calendar.queries.ts';
import { findSiteClosures, findSites, setClosure, withdrawClosure } from './closures.queries.ts';

/** A trend says beside its points when a site was closed. */
const CHANGED = { topic: 'settings', ids: [] } as const satisfies ChangeEvent;

/** Days on which sites are closed: they explain what is missing from a trend, and excuse nothing. */
export const closureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/settings/closures', {
    config: { permission: 'settings:read' },
    schema: { response: { 200: SiteClosures, '4xx': Problem } },
    handler: async ({ reader }) =>
      database.read(reader, async (scoped) => ({
        today: await todayEverywhere(scoped, reader.organizationId, clock.now()),
        sites: await findSites(scoped, reader),
        closures: await findSiteClosures(scoped, reader),
      })),
  });

  app.post('/api/settings/closures', {
    config: { permission: 'settings:write' },
    schema: { body: NewSiteClosure, response: { 201: SiteClosure, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      if (body.lastDay < body.firstDay)
        return reply.code(400).send({ code: 'not-valid', message: 'The last day comes first.' });
      const set = await database.read(reader, async (scoped) => {
        const closure = await setClosure(scoped, reader, body, clock.now());
        if (closure) await announce(scoped, reader.organizationId, CHANGED);
        return closure;
      });
      if (set) return reply.code(201).send(set);
      return reply.code(404).send({ code: 'not-found', message: 'There is no such site.' });
    },
  });

  app.post('/api/settings/closures/:id/withdrawal', {
    config: { permission: 'settings:write' },
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 201: SiteClosure, '4xx': Problem },
    },
    handler: async ({ reader, params }, reply) => {
      const withdrawn = await database.read(reader, async (scoped) => {
        const closure = await withdrawClosure(scoped, reader, params.id, clock.now());
        if (closure) await announce(scoped, reader.organizationId, CHANGED);
        return closure;
      });
      if (withdrawn) return reply.code(201).send(withdrawn);
      return reply
        .code(404)
        .send({ code: 'not-found', message: 'There is no such closure to withdraw.' });
    },
  });
};
