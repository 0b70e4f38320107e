import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Check } from 'typebox/value';
import {
  ClientEntries,
  ENTRY_KINDS,
  NewClientEntry,
} from '#domain/client-progress/client-entry.contract';
import { localTime } from '#domain/calendar/calendar-day';
import { dayInWords } from '#domain/calendar/day-in-words';
import { entryInWords } from '#domain/client-progress/entry-in-words';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../../access/access-log.ts';
import { OWN_TIME_ZONE } from '../../attendance/sites.ts';
import { announce } from '../../data-sources/change-channel.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { NOT_FOUND } from '../../plugins/problems.ts';
import { findStays } from '../shown-episode.ts';
import { findClientEntries, withdrawClientEntry } from './client-entries.queries.ts';
import { type Written, writeClientEntry } from './write-client-entry.ts';

const Id = Type.String({ format: 'uuid' });
const OfClient = Type.Object({ id: Id });
const OfEntry = Type.Object({ id: Id, entryId: Id });
const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);
const WRITTEN = { 204: Type.Null(), '4xx': Problem };
const INCOMPLETE = {
  code: 'not-possible',
  message: 'Something is missing in what you wrote, or too long. Look at each field again.',
} as const;

const BEFORE_ADMISSION = {
  code: 'not-possible',
  message: 'That day lies before the admission. Choose a later one.',
} as const;

const DAY_AHEAD = {
  code: 'not-possible',
  message: 'That day has not come yet. Choose today or an earlier one.',
} as const;

/** Who was first, and when: what was typed is still with who typed it. */
const meanwhile = ({ theirs }: Extract<Written, { is: 'meanwhile' }>, zone: string, now: Date) => {
  const at = new Date(theirs.at).getTime();
  const time = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeStyle: 'short' }).format(at);
  const { what, detail } = entryInWords(theirs, localTime(now.getTime(), zone).day);
  const when = `${dayInWords(at, zone, now.getTime())}, ${time}`;
  return {
    code: 'changed-meanwhile',
    message: `${theirs.by} wrote on ${when}: ${[what, detail].filter(Boolean).join(', ')}. Look at that first; send yours again if it still holds.`,
  } as const;
};

/** What staff write on a client's page, of every kind. */
export const clientEntryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  /** Does one thing to a client's record, says so to the log and to every open page; whether it was done. */
  const change = (
    reader: Reader,
    clientId: string,
    act: string,
    work: (scoped: Scoped) => Promise<boolean>,
  ): Promise<boolean> =>
    database.read(reader, async (scoped) => {
      const done = await work(scoped);
      await logAccess(scoped, reader, done ? act : `${act}, refused`, [clientId]);
      if (done)
        await announce(scoped, reader.organizationId, { topic: 'caseload', ids: [clientId] });
      return done;
    });

  app.get('/api/clients/:id/entries', {
    config: { permission: 'outreach:read' },
    schema: {
      params: OfClient,
      querystring: AsOf,
      response: { 200: ClientEntries, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const entries = await database.read(reader, async (scoped) => {
        const found = await findClientEntries(scoped, reader, params.id, asOf);
        if (!byEvent) await logAccess(scoped, reader, 'entries', [params.id]);
        return found;
      });
      return { asOf: asOf.toISOString(), clientId: params.id, entries };
    },
  });

  app.post('/api/clients/:id/entries', {
    config: { permission: 'outreach:write' },
    schema: { params: OfClient, body: NewClientEntry, response: WRITTEN },
    handler: async ({ reader, params, body }, reply) => {
      if (!Check(ENTRY_KINDS[body.kind], body.says)) return reply.code(400).send(INCOMPLETE);
      const entry = body as NewClientEntry;
      const now = clock.now();
      let written: Written = { is: 'out-of-reach' };
      let zone: string = OWN_TIME_ZONE;
      await change(reader, params.id, `entry, ${entry.kind}`, async (scoped) => {
        written = await writeClientEntry(scoped, reader, params.id, entry, now);
        const [stay] = await findStays(scoped, reader.organizationId, params.id, now);
        zone = stay?.timeZone ?? zone;
        return written.is === 'written';
      });
      return answerTo(written);

      function answerTo(outcome: Written) {
        switch (outcome.is) {
          case 'written':
            return reply.code(204).send(null);
          case 'before-admission':
            return reply.code(400).send(BEFORE_ADMISSION);
          case 'day-ahead':
            return reply.code(400).send(DAY_AHEAD);
          case 'meanwhile':
            return reply.code(409).send(meanwhile(outcome, zone, now));
          default:
            return reply.code(404).send(NOT_FOUND);
        }
      }
    },
  });

  app.post('/api/clients/:id/entries/:entryId/withdrawal', {
    config: { permission: 'outreach:write' },
    schema: { params: OfEntry, response: WRITTEN },
    handler: async ({ reader, params }, reply) => {
      const done = await change(reader, params.id, 'entry, withdrawn', (scoped) =>
        withdrawClientEntry(scoped, reader, params.id, params.entryId, clock.now()),
      );
      return done ? reply.code(204).send(null) : reply.code(404).send(NOT_FOUND);
    },
  });
};
