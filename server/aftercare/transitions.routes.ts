import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Transitions, TransitionsQuery } from '#domain/aftercare/transitions.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { aboutFile, exportedBy } from '../exports/about-file.ts';
import { FileFormat, sendFile, SentFile } from '../exports/send-file.ts';
import { rulesOf } from '../settings/rules.ts';
import { findTransitions } from './find-transitions.ts';
import { ofTransitions, transitionTables } from './transition-tables.ts';

const ExportQuery = Type.Object(
  { format: FileFormat, ...TransitionsQuery.properties },
  { additionalProperties: false },
);

/** What came after discharges: names nobody, and is of whole programs. */
export const transitionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/aftercare/transitions', {
    config: { permission: 'caseload:aggregate' },
    schema: { querystring: TransitionsQuery, response: { 200: Transitions, '4xx': Problem } },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => findTransitions(scoped, reader, query, asOf));
    },
  });

  app.get('/api/aftercare/transitions/export', {
    config: { permission: 'caseload:aggregate' },
    schema: { querystring: ExportQuery, response: { 200: SentFile, '4xx': Problem } },
    handler: async ({ reader, query: { format, ...query } }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { found, rules } = await database.read(reader, async (scoped) => {
        // Names nobody: what left, and who took it, is still written down.
        await logAccess(scoped, reader, 'transitions-export', []);
        return {
          found: await findTransitions(scoped, reader, query, asOf),
          rules: (await rulesOf(scoped, reader.organizationId)).at(asOf),
        };
      });
      const exported = exportedBy(reader, clock.now());
      return sendFile(
        reply,
        { name: 'transitions', format },
        transitionTables(found, rules),
        aboutFile(ofTransitions(found), exported, found),
      );
    },
  });
};
