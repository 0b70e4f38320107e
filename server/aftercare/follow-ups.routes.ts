import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { looksAfter } from '#domain/access/follows-up';
import { FollowUpList, FollowUpQuery } from '#domain/aftercare/follow-up.contract';
import { byDueDay } from '#domain/aftercare/follow-up-order';
import { addDays } from '#domain/calendar/calendar-day';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { rulesOf } from '../settings/rules.ts';
import { findFollowUps, followUpLine, type FollowUpOf } from './find-follow-ups.ts';
import { COUNTED_DAYS, followUpRates } from './follow-up-rates.ts';

/** Whom to ask after, by day; and how often those who left were reached. */
export const followUpRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/aftercare/follow-ups', {
    config: { permission: 'follow-up:read' },
    schema: { querystring: FollowUpQuery, response: { 200: FollowUpList, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, async (scoped) => {
        const all = (await findFollowUps(scoped, reader, asOf))
          .filter(isOf(query))
          .filter(({ owner }) => looksAfter(reader.role, owner));
        const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
        const lines = all.filter(isShown).map(followUpLine).sort(byDueDay);
        const shown = [...new Set(lines.map(({ clientId }) => clientId))];
        if (!byEvent) await logAccess(scoped, reader, 'follow-ups', shown);
        return { asOf: asOf.toISOString(), lines, ...followUpRates(all, rules) };
      });
    },
  });
};

const isOf =
  ({ counselor, site }: FollowUpQuery) =>
  ({ discharge: { counselorId, siteId } }: FollowUpOf): boolean =>
    (!counselor || counselorId === counselor) && (!site || siteId === site);

/** Nobody is shown whose record says that they died; what is over is looked at for as long as it is counted. */
const isShown = ({ discharge: { isDeceased, today }, followUp: { to } }: FollowUpOf): boolean =>
  !isDeceased && to >= addDays(today, -COUNTED_DAYS);
