import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox';
import {
  Caseload,
  CaseloadOverview,
  CaseloadOverviewQuery,
  CaseloadQuery,
} from '#domain/caseload/caseload.contract';
import { CaseloadExport } from '#domain/caseload/caseload-export.contract';
import { gravestFirst } from '#domain/caseload/flags';
import { clientsAttendance } from '#domain/measures/attendance-figure';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { aboutFile, exportedBy } from '../exports/about-file.ts';
import { FileFormat, sendFile, SentFile } from '../exports/send-file.ts';
import { isHistoryMissing, scopeInWords } from '../measures/scope-in-words.queries.ts';
import { findSafetyTasks } from '../outreach/safety-tasks.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { overviewOf } from './caseload-overview.ts';
import { findCaseloadLines } from './caseload-lines.ts';
import type { CaseloadFilter } from './caseload-rows.queries.ts';
import { caseloadTables, ofCaseload } from './caseload-tables.ts';
import { rulesInForce, thresholdsOf } from './thresholds.ts';
import { withMissFacts } from './with-miss-facts.ts';

export const caseloadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/caseload', {
    config: { permission: 'caseload:read' },
    schema: { querystring: CaseloadQuery, response: { 200: Caseload, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const { lines, attendance, thresholds } = await database.read(reader, async (scoped) => {
        const found = await findCaseloadLines(scoped, reader, whose(reader, query), asOf);
        // The same list, asked for again by the screen itself: one look, one entry.
        if (!byEvent)
          await logAccess(
            scoped,
            reader,
            'caseload',
            found.map(({ line }) => line.clientId),
          );
        const rules = await rulesOf(scoped, reader.organizationId);
        const lines = found.map(({ line }) => line);
        return {
          lines: await withMissFacts(scoped, reader, lines, asOf),
          attendance: clientsAttendance(found.map(({ counts }) => counts)),
          thresholds: thresholdsOf(rulesInForce(found, rules, asOf)),
        };
      });
      return {
        asOf: asOf.toISOString(),
        thresholds,
        lines: gravestFirst(lines),
        attendance,
      };
    },
  });

  app.post('/api/caseload/export', {
    config: { permission: 'caseload:read' },
    schema: {
      querystring: Type.Object({ format: FileFormat }, { additionalProperties: false }),
      body: CaseloadExport,
      response: { 200: SentFile, '4xx': Problem },
    },
    handler: async ({ reader, query: { format }, body }, reply) => {
      const asOf = body.query.asOf ? new Date(body.query.asOf) : clock.now();
      const { lines, inForce, incomplete, ...of } = await database.read(reader, async (scoped) => {
        const found = await findCaseloadLines(scoped, reader, whose(reader, body.query), asOf);
        const byClient = new Map(found.map((entry) => [entry.line.clientId, entry]));
        const taken = [...new Set(body.clientIds)].flatMap((id) => byClient.get(id) ?? []);
        const ids = taken.map(({ line }) => line.clientId);
        await logAccess(scoped, reader, 'caseload-export', ids);
        const rules = await rulesOf(scoped, reader.organizationId);
        const lines = taken.map(({ line }) => line);
        return {
          lines: await withMissFacts(scoped, reader, lines, asOf),
          inForce: rulesInForce(taken, rules, asOf),
          scope: await scopeSaid(scoped, reader, body.query),
          active: found.length,
          incomplete: await isHistoryMissing(scoped, reader.organizationId),
        };
      });
      // Clients by name: their number can be counted in any case, so that none is left out.
      const exported = { ...exportedBy(reader, clock.now()), suppressed: false };
      const about = ofCaseload(lines, body, { ...of, asOf: asOf.toISOString() });
      const tables = caseloadTables(lines, body.columns, inForce);
      const file = { name: 'caseload', format };
      return sendFile(reply, file, tables, aboutFile(about, exported, { incomplete }));
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
        const { open } = await findSafetyTasks(scoped, reader, asOf);
        return overviewOf(entries, by, asOf, rules.at(asOf), open);
      });
    },
  });
};

/** A counselor who names nobody means their own caseload. */
const whose = ({ role, staffId }: Reader, query: CaseloadQuery): CaseloadFilter => ({
  ...query,
  counselor: query.counselor ?? (role === 'counselor' ? (staffId ?? undefined) : undefined),
});

async function scopeSaid(scoped: Scoped, reader: Reader, query: CaseloadQuery): Promise<string> {
  const { counselor, ...rest } = query;
  return counselor === 'none'
    ? `${await scopeInWords(scoped, reader, rest)}, without a counselor`
    : scopeInWords(scoped, reader, query);
}
