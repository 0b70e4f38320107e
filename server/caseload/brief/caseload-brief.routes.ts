import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CaseloadBrief, CaseloadBriefQuery } from '#domain/caseload/brief.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../../access/access-log.ts';
import { clientsIn } from './clients-in.ts';
import { findCaseloadBrief } from './caseload-brief.ts';

export const caseloadBriefRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/caseload/brief', {
    config: { permission: 'caseload:read' },
    schema: { querystring: CaseloadBriefQuery, response: { 200: CaseloadBrief, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const counselor = query.counselor ?? (reader.role === 'counselor' ? reader.staffId : null);
      if (!counselor) {
        return reply.code(400).send({
          code: 'not-understood',
          message: 'A brief is of one counselor’s caseload: name the counselor.',
        });
      }
      const since = query.since ? new Date(query.since) : null;
      return database.read(reader, async (scoped) => {
        const brief = await findCaseloadBrief(scoped, reader, { counselor, asOf, since });
        if (!byEvent) await logAccess(scoped, reader, 'caseload brief', clientsIn(brief));
        return brief;
      });
    },
  });
};
