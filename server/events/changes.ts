import { EventEmitter } from 'node:events';
import { type Announcement, listenForChanges } from '../data-sources/change-channel.ts';
import type { Database } from '../database/database.ts';

/** The changes that any server announced, handed to whoever listens here. */
export interface Changes {
  listen(listener: (change: Announcement) => void): () => void;
}

export async function openChanges(database: Database): Promise<Changes> {
  const emitter = new EventEmitter().setMaxListeners(0);
  await listenForChanges(database, (change) => emitter.emit('change', change));
  return {
    listen: (listener) => {
      emitter.on('change', listener);
      return () => emitter.off('change', listener);
    },
  };
}
