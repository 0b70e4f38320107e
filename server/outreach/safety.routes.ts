import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CrisisParticulars, NewSafetyEntry, SafetyTasks } from '#domain/outreach/safety.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { findCrisisParticulars } from './crisis-particulars.queries.ts';
import { type Refused, writeSafetyEntry } from './safety-entries.queries.ts';
import { findSafetyTasks } from './safety-tasks.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const REFUSALS: Record<Exclude<Refused, 'no-such-task'>, string> = {
  'not-theirs':
    'Whoever is responsible for the client records the assessment. You can acknowledge it.',
  'supervisor-confirms': 'A supervisor confirms a death. You can acknowledge it.',
  'wrong-finding': 'That finding does not belong to this kind of task. Choose another.',
};

/** Of now alone: what is open is open, whichever moment a page looks at. */
export const safetyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/safety-tasks', {
    config: { permission: 'outreach:read' },
    schema: { response: { 200: SafetyTasks, '4xx': Problem } },
    handler: ({ reader, byEvent }) =>
      database.read(reader, async (scoped) => {
        const found = await findSafetyTasks(scoped, reader, clock.now());
        const named = [...found.open, ...found.assessed].map(({ clientId }) => clientId);
        if (!byEvent) await logAccess(scoped, reader, 'safety tasks', [...new Set(named)]);
        return found;
      }),
  });

  app.post('/api/safety-tasks/entries', {
    config: { permission: 'outreach:write' },
    schema: { body: NewSafetyEntry, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const refused = await database.read(reader, async (scoped) => {
        const reason = await writeSafetyEntry(scoped, reader, body, clock.now());
        await logAccess(scoped, reader, `safety task, ${reason ? 'refused' : body.act}`, [
          body.clientId,
        ]);
        if (!reason)
          await announce(scoped, reader.organizationId, { topic: 'tasks', ids: [body.clientId] });
        return reason;
      });
      if (refused === null) return reply.code(204).send(null);
      if (refused === 'no-such-task') return reply.code(404).send(NOT_FOUND);
      return reply.code(403).send({ code: refused, message: REFUSALS[refused] });
    },
  });

  app.get('/api/safety-tasks/clients/:id', {
    config: { permission: 'outreach:read' },
    schema: { params: ById, response: { 200: CrisisParticulars, '4xx': Problem } },
    handler: async ({ reader, params }, reply) => {
      const found = await database.read(reader, async (scoped) => {
        const particulars = await findCrisisParticulars(scoped, reader, params.id, clock.now());
        // Opened by a person, each time.
        const act = particulars ? 'crisis particulars' : 'crisis particulars, refused';
        await logAccess(scoped, reader, act, [params.id]);
        return particulars;
      });
      return found ?? reply.code(404).send(NOT_FOUND);
    },
  });
};
