import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicClock } from '../clock/clinic-clock.ts';
import type { Database } from '../database/database.ts';
import { type FhirClient, SourceError } from '../fhir/client.ts';
import { asTablesGrow } from './as-tables-grow.ts';
import { announce } from './change-channel.ts';
import { readSlices } from './first-read.ts';
import { Identities } from './identities.ts';
import { readChanges } from './read-changes.ts';
import type { Reading } from './reading.ts';
import { LeaseLost, type Progress } from './read-page.ts';
import { beginRun, endRun } from './runs.ts';
import type { Source } from './source-records.ts';
import { endLease, sourceState, takeLease } from './sources.queries.ts';

export interface SyncOptions {
  database: Database;
  client: FhirClient;
  source: Source;
  clock: ClinicClock;
  pollSeconds: number;
  say(line: string): void;
}

export interface Sync {
  /** Reads now, and then every poll interval until stopped. */
  start(): void;
  /** Reads once: what is missing of the first read, then what changed. */
  readOnce(): Promise<void>;
  /** Asks for a read before the interval is over. */
  readSoon(): void;
  stop(): Promise<void>;
}

/** Keeps the database abreast of one scheduling system. One server at a time: it holds a lease. */
export function createSync(options: SyncOptions): Sync {
  const { database, source, clock } = options;
  let stopping = false;
  let wake: (() => void) | null = null;
  let loop: Promise<void> = Promise.resolve();
  const reading: Reading = {
    ...options,
    holder: randomUUID(),
    ids: new Identities(),
    grew: asTablesGrow(() => database.analyze()),
    stopped: () => stopping,
  };

  const readOnce = async (): Promise<void> => {
    const mine = await database.sync(source.organizationId, (scoped) =>
      takeLease(scoped, source, reading.holder),
    );
    if (!mine) return;
    const state = await database.sync(source.organizationId, (scoped) =>
      sourceState(scoped, source),
    );
    if (state.history_complete) await changes();
    else await firstRead(state.watermark === null);
  };

  const firstRead = async (nothingYet: boolean): Promise<void> => {
    await inRun(nothingYet ? 'First read begins' : 'First read goes on', async (runId) => {
      if (nothingYet) await readSlices(reading, runId, 'current', async () => undefined);
      if (!stopping) await readChanges(reading);
      let next = Date.now() + options.pollSeconds * 1000;
      const keepCurrent = async () => {
        if (Date.now() < next) return;
        await readChanges(reading);
        next = Date.now() + options.pollSeconds * 1000;
      };
      if (!stopping) await readSlices(reading, runId, 'history', keepCurrent);
      return 'First read complete';
    });
  };

  /** An unchanged source leaves no run behind: it is read every few seconds. */
  const changes = async (): Promise<void> => {
    const startedAt = clock.now();
    const progress = await readChanges(reading);
    if (progress.changed === 0) return;
    await database.sync(source.organizationId, async (scoped) => {
      const runId = await beginRun(scoped, source, startedAt, '');
      await sql`UPDATE sync_run SET received = ${progress.received}, changed = ${progress.changed},
                       held_back = ${progress.heldBack}
                 WHERE organization_id = ${source.organizationId} AND id = ${runId}`.execute(
        scoped,
      );
      await endRun(scoped, source, runId, {
        at: clock.now(),
        outcome: 'succeeded',
        message: inWords(progress),
      });
    });
  };

  const inRun = async (
    message: string,
    work: (runId: string) => Promise<string>,
  ): Promise<void> => {
    const runId = await database.sync(source.organizationId, (scoped) =>
      beginRun(scoped, source, clock.now(), message),
    );
    const end = (outcome: 'succeeded' | 'failed', ended: string) =>
      database.sync(source.organizationId, (scoped) =>
        endRun(scoped, source, runId, { at: clock.now(), outcome, message: ended }),
      );
    try {
      const ended = await work(runId);
      if (!stopping) {
        await end('succeeded', ended);
        options.say(ended);
      }
    } catch (error) {
      await end('failed', sentenceOf(error));
      throw error;
    }
  };

  const fail = async (error: unknown): Promise<void> => {
    if (error instanceof LeaseLost) return;
    const because = sentenceOf(error);
    options.say(because);
    await database.sync(source.organizationId, async (scoped) => {
      await sql`UPDATE data_source SET late_because = ${because}
                 WHERE organization_id = ${source.organizationId} AND id = ${source.sourceId}`.execute(
        scoped,
      );
      await announce(scoped, source.organizationId, { topic: 'data-sources', ids: [] });
    });
  };

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, options.pollSeconds * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    readOnce,
    readSoon: () => wake?.(),
    start: () => {
      loop = (async () => {
        while (!stopping) {
          await readOnce().catch(fail);
          if (!stopping) await pause();
        }
      })();
    },
    stop: async () => {
      stopping = true;
      wake?.();
      await loop;
      await database.sync(source.organizationId, (scoped) =>
        endLease(scoped, source, reading.holder),
      );
    },
  };
}

const inWords = ({ changed, heldBack }: Progress): string =>
  `${changed.toLocaleString('en-US')} changed. ${heldBack === 0 ? 'None' : heldBack.toLocaleString('en-US')} held back.`;

/** Other errors may quote a record: the log says that there was one, not what it held. */
const sentenceOf = (error: unknown): string =>
  error instanceof SourceError
    ? error.message
    : 'The read stopped at an unexpected error of this server. It will be tried again.';
