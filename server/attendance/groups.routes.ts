import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  GroupQuery,
  GroupRoster,
  NewCapacity,
  TherapyGroups,
} from '#domain/attendance/therapy-group.contract';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { announce } from '../data-sources/change-channel.ts';
import { aboutFile, exportedBy } from '../exports/about-file.ts';
import { FileFormat, sendFile, SentFile } from '../exports/send-file.ts';
import { scopeInWords } from '../measures/scope-in-words.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { setCapacity } from './group-capacity.queries.ts';
import { groupTables, ofGroups } from './group-tables.ts';
import { groupRoster, therapyGroups } from './therapy-groups.ts';

const Named = Type.Object({ id: Type.String({ format: 'uuid' }) });
const AsOf = Type.Pick(GroupQuery, ['asOf'], { additionalProperties: false });
const GroupsExportQuery = Type.Object(
  { format: FileFormat, ...GroupQuery.properties },
  { additionalProperties: false },
);
const NO_SUCH_GROUP = {
  code: 'not-found',
  message: 'You do not have access to this group, or it does not exist.',
} as const;

export const groupRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/attendance/groups', {
    config: { permission: 'measure:read' },
    schema: { querystring: GroupQuery, response: { 200: TherapyGroups, '4xx': Problem } },
    handler: async ({ reader, query }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, (scoped) => therapyGroups(scoped, reader, query.site, asOf));
    },
  });

  app.get('/api/attendance/groups/export', {
    config: { permission: 'measure:read' },
    schema: { querystring: GroupsExportQuery, response: { 200: SentFile, '4xx': Problem } },
    handler: async ({ reader, query: { format, ...query } }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const exported = exportedBy(reader, clock.now());
      const { groups, scope, rules } = await database.read(reader, async (scoped) => {
        // Names nobody: what left, and who took it, is still written down.
        await logAccess(scoped, reader, 'groups-export', []);
        return {
          groups: await therapyGroups(scoped, reader, query.site, asOf),
          scope: await scopeInWords(scoped, reader, query),
          rules: (await rulesOf(scoped, reader.organizationId)).at(asOf),
        };
      });
      const about = aboutFile(ofGroups(groups, scope), exported, groups);
      const tables = groupTables(groups, exported, rules);
      return sendFile(reply, { name: 'groups', format }, tables, about);
    },
  });

  app.get('/api/attendance/groups/:id', {
    config: { permission: 'roster:read' },
    schema: {
      params: Named,
      querystring: AsOf,
      response: { 200: GroupRoster, '4xx': Problem },
    },
    handler: async ({ reader, params, query, byEvent }, reply) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      const roster = await database.read(reader, async (scoped) => {
        const found = await groupRoster(scoped, reader, params.id, asOf);
        const clientIds = (found?.members ?? []).map(({ clientId }) => clientId);
        if (!byEvent) await logAccess(scoped, reader, 'roster', clientIds);
        return found;
      });
      return roster ?? reply.code(404).send(NO_SUCH_GROUP);
    },
  });

  app.put('/api/attendance/groups/:id/capacity', {
    config: { permission: 'group:write' },
    schema: {
      params: Named,
      body: NewCapacity,
      response: { 204: Type.Null(), '4xx': Problem },
    },
    handler: async ({ reader, params, body }, reply) => {
      const isSet = await database.read(reader, async (scoped) => {
        const isKnown = await setCapacity(scoped, reader, params.id, body);
        if (isKnown)
          await announce(scoped, reader.organizationId, { topic: 'attendance', ids: [] });
        return isKnown;
      });
      if (isSet) return reply.code(204).send(null);
      return reply.code(404).send(NO_SUCH_GROUP);
    },
  });
};
