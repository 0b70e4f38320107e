import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CaseNotes, NewCaseNote } from '#domain/client-progress/case-note.contract';
import { NewScoreReview } from '#domain/client-progress/score-review.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { addCaseNote, findCaseNotes } from './case-notes.queries.ts';
import { reviewScore } from './score-reviews.queries.ts';
import { withdrawEntry } from './withdraw-entry.queries.ts';

const Id = Type.String({ format: 'uuid' });
const OfClient = Type.Object({ id: Id });
const Entry = Type.Object({ id: Id, entryId: Id });
const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);
const WRITTEN = { 204: Type.Null(), '4xx': Problem };

/** What staff write on a client's page: what was made of a score, and notes for the case review. */
export const clientEntryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  /** Does one thing to a client's record, says so to the log and to every open page; whether it was done. */
  const write = (
    reader: Reader,
    clientId: string,
    act: string,
    change: (scoped: Scoped) => Promise<boolean>,
  ): Promise<boolean> =>
    database.read(reader, async (scoped) => {
      const done = await change(scoped);
      await logAccess(scoped, reader, done ? act : `${act}, refused`, [clientId]);
      if (done)
        await announce(scoped, reader.organizationId, { topic: 'caseload', ids: [clientId] });
      return done;
    });

  app.post('/api/clients/:id/score-reviews', {
    config: { permission: 'outreach:write' },
    schema: { params: OfClient, body: NewScoreReview, response: WRITTEN },
    handler: async ({ reader, params, body }, reply) => {
      const done = await write(reader, params.id, 'score reviewed', (scoped) =>
        reviewScore(scoped, reader, params.id, body, clock.now()),
      );
      return done ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });

  app.post('/api/clients/:id/score-reviews/:entryId/withdrawal', {
    config: { permission: 'outreach:write' },
    schema: { params: Entry, response: WRITTEN },
    handler: async ({ reader, params }, reply) => {
      const done = await write(reader, params.id, 'score review, withdrawn', (scoped) =>
        withdrawEntry(scoped, reader, 'score_review', params.id, params.entryId, clock.now()),
      );
      return done ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });

  app.get('/api/clients/:id/case-notes', {
    config: { permission: 'client:read' },
    schema: { params: OfClient, querystring: AsOf, response: { 200: CaseNotes, '4xx': Problem } },
    handler: async ({ reader, params, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const notes = await database.read(reader, async (scoped) => {
        const found = await findCaseNotes(scoped, reader, params.id, asOf);
        if (!byEvent) await logAccess(scoped, reader, 'case notes', [params.id]);
        return found;
      });
      return { asOf: asOf.toISOString(), notes };
    },
  });

  app.post('/api/clients/:id/case-notes', {
    config: { permission: 'outreach:write' },
    schema: { params: OfClient, body: NewCaseNote, response: WRITTEN },
    handler: async ({ reader, params, body }, reply) => {
      const done = await write(reader, params.id, 'case note', (scoped) =>
        addCaseNote(scoped, reader, params.id, body, clock.now()),
      );
      return done ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });

  app.post('/api/clients/:id/case-notes/:entryId/withdrawal', {
    config: { permission: 'outreach:write' },
    schema: { params: Entry, response: WRITTEN },
    handler: async ({ reader, params }, reply) => {
      const done = await write(reader, params.id, 'case note, withdrawn', (scoped) =>
        withdrawEntry(scoped, reader, 'case_note', params.id, params.entryId, clock.now()),
      );
      return done ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });
};
