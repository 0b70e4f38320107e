import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { Problem } from '#domain/problem.contract';
import { NewOnCallSpan, OnCall, OnCallSpan } from '#domain/settings/on-call.contract';
import { effectiveDayProblem } from '#domain/settings/value-problem';
import { announce } from '../data-sources/change-channel.ts';
import { todayEverywhere } from '../measures/calendar.queries.ts';
import { findColleagues } from '../outreach/coverages.queries.ts';
import { findSites } from './closures.queries.ts';
import { findOnCallSpans, setOnCallSpan, withdrawOnCallSpan } from './on-call.queries.ts';

/** The safety band says whom a task goes to. */
const CHANGED = { topic: 'settings', ids: [] } as const satisfies ChangeEvent;
const NOT_SET = {
  'no-such-site': 'There is no such site.',
  'no-such-person': 'There is no such person who sees to clients.',
  'ends-first': 'It ends before it begins.',
};

/** The rota: whom a safety task goes to that nobody acknowledged in time. */
export const onCallRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/settings/on-call', {
    config: { permission: 'settings:read' },
    schema: { response: { 200: OnCall, '4xx': Problem } },
    handler: async ({ reader }) =>
      database.read(reader, async (scoped) => ({
        asOf: clock.now().toISOString(),
        sites: await findSites(scoped, reader),
        staff: await findColleagues(scoped, reader),
        spans: await findOnCallSpans(scoped, reader),
      })),
  });

  app.post('/api/settings/on-call', {
    config: { permission: 'settings:write' },
    schema: { body: NewOnCallSpan, response: { 201: OnCallSpan, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const now = clock.now();
      const set = await database.read(reader, async (scoped) => {
        const today = await todayEverywhere(scoped, reader.organizationId, now);
        const problem = effectiveDayProblem(body.from.slice(0, 10), today);
        if (problem) return problem;
        const staff = await findColleagues(scoped, reader);
        if (!staff.some(({ id }) => id === body.staffId)) return NOT_SET['no-such-person'];
        const span = await setOnCallSpan(scoped, reader, body, now);
        if (typeof span === 'string') return NOT_SET[span];
        await announce(scoped, reader.organizationId, CHANGED);
        return span;
      });
      if (typeof set === 'string') return reply.code(400).send({ code: 'not-valid', message: set });
      return reply.code(201).send(set);
    },
  });

  app.post('/api/settings/on-call/:id/withdrawal', {
    config: { permission: 'settings:write' },
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 201: OnCallSpan, '4xx': Problem },
    },
    handler: async ({ reader, params }, reply) => {
      const withdrawn = await database.read(reader, async (scoped) => {
        const span = await withdrawOnCallSpan(scoped, reader, params.id, clock.now());
        if (span) await announce(scoped, reader.organizationId, CHANGED);
        return span;
      });
      if (withdrawn) return reply.code(201).send(withdrawn);
      return reply
        .code(404)
        .send({ code: 'not-found', message: 'There is no such span to withdraw.' });
    },
  });
};
