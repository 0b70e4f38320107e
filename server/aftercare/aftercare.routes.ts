import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Aftercare,
  type AftercareCard,
  AftercareQuery,
} from '#domain/aftercare/aftercare.contract';
import { isOf, isLeaving, LEAVING_DAYS } from '#domain/aftercare/aftercare-order';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { findAftercare } from './find-aftercare.ts';

/** Board and list of those between two levels of care. */
export const aftercareRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/aftercare', {
    config: { permission: 'client:read' },
    schema: { querystring: AftercareQuery, response: { 200: Aftercare, '4xx': Problem } },
    handler: async ({ reader, query, byEvent }) => {
      const asOf = query.asOf ? new Date(query.asOf) : clock.now();
      return database.read(reader, async (scoped) => {
        const all = await findAftercare(scoped, reader, asOf);
        const answer = answerTo(all, query, asOf);
        const shown = answer.cards.map(({ clientId }) => clientId);
        if (!byEvent) await logAccess(scoped, reader, 'aftercare', shown);
        return answer;
      });
    },
  });
};

function answerTo(all: readonly AftercareCard[], query: AftercareQuery, asOf: Date): Aftercare {
  const own = all.filter(matches(query));
  const open = own.filter((card) => !isClosed(card));
  const { show } = query;
  return {
    asOf: asOf.toISOString(),
    summary: {
      clients: open.length,
      late: open.filter(isOf.late).length,
      missed: open.filter(isOf.missed).length,
      leaving: open.filter(isLeaving).length,
      unbooked: open.filter(isOf.unbooked).length,
      leavingDays: LEAVING_DAYS,
    },
    cards: show ? open.filter(isOf[show]) : open,
    closed: {
      complete: own.filter(({ stage }) => stage === 'complete').length,
      noContact: own.filter(({ stage }) => stage === 'no-contact').length,
    },
    choices: choicesOf(all),
  };
}

const isClosed = ({ stage }: AftercareCard): boolean =>
  stage === 'complete' || stage === 'no-contact';

const matches =
  ({ counselor, site, destination }: AftercareQuery) =>
  (card: AftercareCard): boolean =>
    (!counselor || card.counselor?.id === counselor) &&
    (!site || card.site?.id === site) &&
    (!destination || card.destination === destination);

function choicesOf(all: readonly AftercareCard[]): Aftercare['choices'] {
  const once = (named: readonly AftercareCard['site'][]) =>
    [...new Map(named.flatMap((one) => (one ? [[one.id, one] as const] : []))).values()].sort(
      (a, b) => a.name.localeCompare(b.name),
    );
  return {
    counselors: once(all.map(({ counselor }) => counselor)),
    sites: once(all.map(({ site }) => site)),
    destinations: [...new Set(all.flatMap(({ destination }) => destination ?? []))].sort(),
  };
}
