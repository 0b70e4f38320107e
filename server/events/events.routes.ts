import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sql } from 'kysely';
import type { Announcement } from '../data-sources/change-channel.ts';
import { findHealth } from '../data-sources/health.queries.ts';
import type { Reader } from '../database/reader.ts';
import type { Throughline } from '../plugins/throughline.ts';
import { readerOf } from '../access/sign-ins.queries.ts';

/** A proxy closes a connection that is silent for long. */
const HEARTBEAT_MS = 15_000;

/** What changed, as it changes: topic and opaque ids, of clients within the reader's scope alone. */
export const eventRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/api/events', {
    config: { permission: 'signed-in' },
    handler: async (request, reply) => {
      const { reader, signInToken, server } = request;
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const send = (text: string) => stream.writable && stream.write(text);
      const tellHealth = async () =>
        send(`event: health\ndata: ${JSON.stringify(await findHealth(server.throughline))}\n\n`);

      const onChange = async (change: Announcement) => {
        if (change.topic === 'data-sources' && change.organizationId === reader.organizationId)
          await tellHealth();
        await tell(change);
      };
      const tell = async (change: Announcement) => {
        if (change.organizationId !== reader.organizationId) return;
        const ids = await visible(server.throughline, reader, change.ids);
        if (change.ids.length > 0 && ids.length === 0) return;
        send(`data: ${JSON.stringify({ topic: change.topic, ids })}\n\n`);
      };
      const quietly = (work: Promise<unknown>) => void work.catch(() => stream.end());
      const forget = server.throughline.changes.listen((change) => quietly(onChange(change)));
      const heartbeat = setInterval(
        () =>
          quietly(
            readerOf(
              server.throughline.database,
              signInToken,
              false,
              server.throughline.clock.now(),
            ).then((still) => (still ? send(': still here\n\n') : stream.end())),
          ),
        HEARTBEAT_MS,
      );
      stream.on('close', () => {
        clearInterval(heartbeat);
        forget();
      });
      // A page was answered before its stream was open: what changed in between is told now.
      for (const change of server.throughline.changes.lately()) await tell(change);
      await tellHealth();
    },
  });
};

async function visible(
  { database }: Throughline,
  reader: Reader,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  return database.read(reader, async (scoped) => {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM client WHERE organization_id = ${reader.organizationId} AND id = ANY(${ids}::uuid[])`.execute(
      scoped,
    );
    return rows.map(({ id }) => id);
  });
}
