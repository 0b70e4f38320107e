import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Coverages,
  NewCoverage,
  NewTaskEntry,
  TaskCount,
  TaskQuery,
  Tasks,
} from '#domain/outreach/task.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import {
  findColleagues,
  findCoverages,
  withdrawCoverage,
  writeCoverage,
} from './coverages.queries.ts';
import { writeTaskEntry } from './task-entries.queries.ts';
import { countTasks, findTasks } from './tasks.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const NO_SUCH_COLLEAGUE = {
  code: 'not-found',
  message: 'One of the two is not known as a colleague. Choose again.',
} as const;
const WRONG_DAYS = {
  code: 'not-understood',
  message: 'The last day lies before the first, or both are one person. Choose again.',
} as const;
const NOT_TO_COVER = {
  code: 'not-permitted',
  message: 'You can name who covers you. For others, a supervisor does.',
} as const;

export const taskRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/tasks', {
    config: { permission: 'outreach:read' },
    schema: { querystring: TaskQuery, response: { 200: Tasks, '4xx': Problem } },
    handler: async ({ reader, query: { whose = 'mine', asOf: moment }, byEvent }) => {
      const asOf = moment ? new Date(moment) : clock.now();
      return database.read(reader, async (scoped) => {
        const found = await findTasks(scoped, reader, whose, asOf);
        const named = [...found.tasks, ...found.closed].flatMap(({ client }) => client?.id ?? []);
        if (!byEvent) await logAccess(scoped, reader, 'tasks', [...new Set(named)]);
        return found;
      });
    },
  });

  app.get('/api/tasks/count', {
    config: { permission: 'outreach:read' },
    schema: { response: { 200: TaskCount, '4xx': Problem } },
    handler: ({ reader }) =>
      database.read(reader, (scoped) => countTasks(scoped, reader, clock.now())),
  });

  app.post('/api/tasks/entries', {
    config: { permission: 'outreach:write' },
    schema: { body: NewTaskEntry, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const written = await database.read(reader, async (scoped) => {
        const isWritten = await writeTaskEntry(scoped, reader, body, clock.now());
        const ids = body.clientId === null ? [] : [body.clientId];
        await logAccess(scoped, reader, `task, ${isWritten ? body.act : 'refused'}`, ids);
        if (isWritten) await announce(scoped, reader.organizationId, { topic: 'tasks', ids });
        return isWritten;
      });
      return written ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });

  app.get('/api/coverage', {
    config: { permission: 'outreach:read' },
    schema: { response: { 200: Coverages, '4xx': Problem } },
    handler: ({ reader }) =>
      database.read(reader, async (scoped) => ({
        coverages: await findCoverages(scoped, reader, clock.now()),
        colleagues: await findColleagues(scoped, reader),
      })),
  });

  app.post('/api/coverage', {
    config: { permission: 'outreach:write' },
    schema: { body: NewCoverage, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      if (body.toDay < body.fromDay || body.awayId === body.coveredById)
        return reply.code(400).send(WRONG_DAYS);
      if (reader.role !== 'supervisor' && body.awayId !== reader.staffId)
        return reply.code(403).send(NOT_TO_COVER);
      const written = await database.read(reader, async (scoped) => {
        const isWritten = await writeCoverage(scoped, reader, body, clock.now());
        if (isWritten) await announce(scoped, reader.organizationId, { topic: 'tasks', ids: [] });
        return isWritten;
      });
      return written ? reply.code(204).send(null) : reply.code(404).send(NO_SUCH_COLLEAGUE);
    },
  });

  app.delete('/api/coverage/:id', {
    config: { permission: 'outreach:write' },
    schema: { params: ById, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, params }, reply) => {
      const withdrawn = await database.read(reader, async (scoped) => {
        const isWithdrawn = await withdrawCoverage(scoped, reader, params.id, clock.now());
        if (isWithdrawn) await announce(scoped, reader.organizationId, { topic: 'tasks', ids: [] });
        return isWithdrawn;
      });
      return withdrawn ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });
};
