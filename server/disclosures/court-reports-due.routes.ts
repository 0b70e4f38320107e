import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SENT_DAYS } from '#domain/disclosures/court-reports-due';
import {
  CourtReportsDue,
  type CourtReportLine,
  CourtReportsQuery,
} from '#domain/disclosures/court-reports-due.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { findCourtReportsDue } from './find-court-reports-due.ts';

/** Which courts and offices are to be told, by day. */
export const courtReportsDueRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/court-reports', {
    config: { permission: 'client:read' },
    schema: { querystring: CourtReportsQuery, response: { 200: CourtReportsDue, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, async (scoped) => {
        const all = await findCourtReportsDue(scoped, reader, asOf);
        const lines = all.filter(isOf(query));
        const shown = [...new Set(lines.map(({ clientId }) => clientId))];
        if (!byEvent) await logAccess(scoped, reader, 'court reports due', shown);
        return { asOf: asOf.toISOString(), lines, sentDays: SENT_DAYS };
      });
    },
  });
};

const isOf =
  ({ counselor, site }: CourtReportsQuery) =>
  (line: CourtReportLine): boolean =>
    (!counselor || line.counselor?.id === counselor) && (!site || line.site?.id === site);
