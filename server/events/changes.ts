import { EventEmitter } from 'node:events';
import { type Announcement, listenForChanges } from '../data-sources/change-channel.ts';
import type { Database } from '../database/database.ts';

/** How long a page may take from its answer to the opening of its stream. */
const LATELY_MS = 10_000;

/** The changes that any server announced, handed to whoever listens here. */
export interface Changes {
  listen(listener: (change: Announcement) => void): () => void;
  /** Those of the last seconds, one of each organization and topic. */
  lately(): Announcement[];
}

export async function openChanges(database: Database, now = Date.now): Promise<Changes> {
  const emitter = new EventEmitter().setMaxListeners(0);
  let heard: { change: Announcement; at: number }[] = [];
  const recent = () => heard.filter(({ at }) => now() - at < LATELY_MS);
  await listenForChanges(database, (change) => {
    heard = [...recent(), { change, at: now() }];
    emitter.emit('change', change);
  });
  return {
    listen: (listener) => {
      emitter.on('change', listener);
      return () => emitter.off('change', listener);
    },
    lately: () => {
      const together = Map.groupBy(
        recent().map(({ change }) => change),
        ({ organizationId, topic }) => `${organizationId} ${topic}`,
      );
      return [...together.values()].flatMap(joined);
    },
  };
}

/** Where one of them names nobody, everybody is told. */
function joined(changes: readonly Announcement[]): Announcement[] {
  const [first] = changes;
  const isForAll = changes.some(({ ids }) => ids.length === 0);
  const ids = isForAll ? [] : [...new Set(changes.flatMap((change) => change.ids))];
  return first ? [{ ...first, ids }] : [];
}
