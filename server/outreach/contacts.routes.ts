import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { NewContactRules } from '#domain/outreach/contact-rules.contract';
import { ClientOutreach, NewContact, WithdrawnContact } from '#domain/outreach/contact.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { NOT_FOUND } from '../plugins/problems.ts';
import { clientOutreach } from './client-outreach.ts';
import { writeContactRules } from './contact-rules.queries.ts';
import { type Written, withdrawContact, writeContact } from './contacts.queries.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const AsOf = Type.Object(
  { asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
);
const CORRECTED = {
  code: 'changed-meanwhile',
  message: 'Somebody else corrected this entry meanwhile. What you wrote was not kept: look again.',
} as const;
const STILL_TO_COME = {
  code: 'still-to-come',
  message: 'A contact cannot lie ahead. Choose when it took place.',
} as const;
const NO_CONSENT = {
  code: 'no-consent',
  message:
    'No consent is recorded that lets this person know anything. Ask the client first, and say that they agreed.',
} as const;
/** A clock that is a little ahead of ours is not the future. */
const A_MINUTE = 60_000;

export const contactRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/outreach/clients/:id', {
    config: { permission: 'client:read' },
    schema: { params: ById, querystring: AsOf, response: { 200: ClientOutreach, '4xx': Problem } },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const found = await database.read(reader, async (scoped) => {
        const outreach = await clientOutreach(scoped, reader, params.id, asOf);
        if (!byEvent)
          await logAccess(scoped, reader, outreach ? 'outreach' : 'outreach, refused', [params.id]);
        return outreach;
      });
      return found ?? reply.code(404).send(NOT_FOUND);
    },
  });

  app.post('/api/outreach/contacts', {
    config: { permission: 'contact:write' },
    schema: { body: NewContact, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const now = clock.now();
      if (Date.parse(body.at) > now.getTime() + A_MINUTE)
        return reply.code(400).send(STILL_TO_COME);
      const written = await database.read(reader, async (scoped) => {
        const outcome = await writeContact(scoped, reader, body, now);
        return told(scoped, reader, 'contact', outcome, body.clientId);
      });
      if (written === 'out-of-reach') return reply.code(404).send(NOT_FOUND);
      if (written === 'corrected') return reply.code(409).send(CORRECTED);
      if (written === 'no-consent') return reply.code(409).send(NO_CONSENT);
      return reply.code(204).send(null);
    },
  });

  app.post('/api/outreach/contact-rules', {
    config: { permission: 'outreach:write' },
    schema: { body: NewContactRules, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const written = await database.read(reader, async (scoped) => {
        const outcome = await writeContactRules(scoped, reader, body, clock.now());
        return told(scoped, reader, 'contact rules', outcome, body.clientId);
      });
      if (written === 'out-of-reach') return reply.code(404).send(NOT_FOUND);
      if (written === 'corrected') return reply.code(409).send(CORRECTED);
      return reply.code(204).send(null);
    },
  });

  app.post('/api/outreach/contacts/withdrawn', {
    config: { permission: 'contact:write' },
    schema: { body: WithdrawnContact, response: { 204: Type.Null(), '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const outcome = await database.read(reader, async (scoped) => {
        const withdrawn = await withdrawContact(scoped, reader, body, clock.now());
        if (!withdrawn) return null;
        return told(scoped, reader, 'contact withdrawn', withdrawn.written, withdrawn.clientId);
      });
      if (outcome === null) return reply.code(404).send(NOT_FOUND);
      if (outcome === 'corrected') return reply.code(409).send(CORRECTED);
      return reply.code(204).send(null);
    },
  });
};

/** What became of it is logged; every page that shows the client hears of what was written. */
async function told(
  scoped: Scoped,
  reader: Reader,
  what: string,
  written: Written,
  clientId: string,
): Promise<Written> {
  await logAccess(scoped, reader, `${what}, ${written}`, [clientId]);
  if (written === 'written')
    await announce(scoped, reader.organizationId, { topic: 'caseload', ids: [clientId] });
  return written;
}
