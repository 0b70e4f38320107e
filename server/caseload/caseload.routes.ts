import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Caseload,
  CaseloadOverview,
  CaseloadOverviewQuery,
  CaseloadQuery,
} from '#domain/caseload/caseload.contract';
import { gravestFirst } from '#domain/caseload/flags';
import { clientsAttendance } from '#domain/measures/attendance-figure';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { overviewOf } from './caseload-overview.ts';
import { findCaseloadLines } from './caseload-lines.ts';
import { rulesOf } from '../settings/rules.ts';
import { thresholdsOf } from './thresholds.ts';

export const caseloadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/caseload', {
    config: { permission: 'caseload:read' },
    schema: { querystring: CaseloadQuery, response: { 200: Caseload, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      // A counselor who names nobody means their own caseload.
      const counselor =
        query.counselor ??
        (reader.role === 'counselor' ? (reader.staffId ?? undefined) : undefined);
      const { lines, thresholds } = await database.read(reader, async (scoped) => {
        const found = await findCaseloadLines(scoped, reader, { ...query, counselor }, asOf);
        // The same list, asked for again by the screen itself: one look, one entry.
        if (!byEvent)
          await logAccess(
            scoped,
            reader,
            'caseload',
            found.map(({ line }) => line.clientId),
          );
        const rules = await rulesOf(scoped, reader.organizationId);
        return {
          lines: found,
          thresholds: thresholdsOf(
            found.map(({ row }) => row),
            rules,
            asOf,
          ),
        };
      });
      return {
        asOf: asOf.toISOString(),
        thresholds,
        lines: gravestFirst(lines.map(({ line }) => line)),
        attendance: clientsAttendance(lines.map(({ counts }) => counts)),
      };
    },
  });

  app.get('/api/caseload/overview', {
    config: { permission: 'caseload:aggregate' },
    schema: {
      querystring: CaseloadOverviewQuery,
      response: { 200: CaseloadOverview, '4xx': Problem },
    },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const by = reader.role === 'director' ? 'program' : 'counselor';
      return database.read(reader, async (scoped) => {
        const entries = await findCaseloadLines(scoped, reader, { site: query.site }, asOf);
        const rules = await rulesOf(scoped, reader.organizationId);
        return overviewOf(entries, by, asOf, rules.at(asOf));
      });
    },
  });
};
