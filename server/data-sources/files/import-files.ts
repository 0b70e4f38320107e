import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { sql } from 'kysely';
import type { ClinicClock } from '../../clock/clinic-clock.ts';
import type { Database } from '../../database/database.ts';
import { announce } from '../change-channel.ts';
import { asTablesGrow } from '../as-tables-grow.ts';
import { Identities } from '../identities.ts';
import { PagesInTurn } from '../pages-in-turn.ts';
import {
  noProgress,
  noteProgress,
  type Progress,
  progressOf,
  takeInArrived,
} from '../read-page.ts';
import { beginRun, endRun } from '../runs.ts';
import type { Source } from '../source-records.ts';
import { endLease } from '../sources.queries.ts';
import { ahead } from './ahead.ts';
import { type FileBatch, filesAt, resourcesIn } from './file-resources.ts';

/** So many resources are taken in at once; people wait for each piece of an embedded database. */
const AT_ONCE = { pglite: 4_000, postgres: 8_000 };
/** So many places of unreadable lines are named; the rest is counted. */
const PLACES_NAMED = 5;

interface Importing {
  database: Database;
  source: Source;
  clock: ClinicClock;
  say(line: string): void;
}

/** Takes in the FHIR resources of files; what is known already counts once, so it may be repeated. */
export async function importFiles(importing: Importing, paths: readonly string[]): Promise<string> {
  const { database, source, clock } = importing;
  const files = await filesAt(paths);
  const runId = await database.sync(source.organizationId, (scoped) =>
    beginRun(scoped, source, clock.now(), `Importing ${files.length} files`),
  );
  const end = (outcome: 'succeeded' | 'failed', message: string) =>
    database.sync(source.organizationId, (scoped) =>
      endRun(scoped, source, runId, { at: clock.now(), outcome, message }),
    );
  try {
    const message = await takeInFiles(importing, runId, files);
    await end('succeeded', message);
    return message;
  } catch (error) {
    await end('failed', 'The import stopped at an unexpected error. What was taken in stays.');
    throw error;
  }
}

async function takeInFiles(
  importing: Importing,
  runId: string,
  files: readonly string[],
): Promise<string> {
  const { database, source, clock } = importing;
  const holder = randomUUID();
  const ids = new Identities();
  const grew = asTablesGrow(() => database.analyze());
  const unreadable: string[] = [];
  const pages = new PagesInTurn();
  // The next page does not wait until the planner has looked.
  let growing = Promise.resolve();
  let read = 0;
  let total = noProgress;
  for await (const batch of ahead(batchesOf(files, AT_ONCE[database.kind]))) {
    unreadable.push(...batch.unreadable);
    read += batch.arrivals.length;
    const message = `Importing ${basename(batch.file)}, ${read.toLocaleString('en-US')} resources so far`;
    await pages.take(async (turn) => {
      const came = await takeInArrived(
        database,
        source,
        batch,
        { holder, receivedAt: clock.now(), live: false, ids },
        (scoped, progress) => noteProgress(scoped, source, runId, message, progress),
        turn,
      );
      total = progressOf(total, came);
      importing.say(message);
      growing = growing.then(() => grew(batch.arrivals));
      growing.catch(() => undefined);
    });
  }
  await pages.end();
  await growing;
  await complete(importing, holder);
  return inWords(total, files.length, unreadable);
}

async function* batchesOf(files: readonly string[], atOnce: number): AsyncGenerator<FileBatch> {
  for (const file of files) yield* resourcesIn(file, atOnce);
}

async function complete({ database, source, clock }: Importing, holder: string): Promise<void> {
  const { organizationId, sourceId } = source;
  const now = clock.now().toISOString();
  await database.analyze();
  await database.sync(organizationId, async (scoped) => {
    await sql`
      UPDATE data_source SET watermark = ${now}, last_read_at = ${now}, history_complete = true
       WHERE organization_id = ${organizationId} AND id = ${sourceId}`.execute(scoped);
    await endLease(scoped, source, holder);
    await announce(scoped, organizationId, { topic: 'data-sources', ids: [] });
  });
}

function inWords(
  { received, changed, heldBack }: Progress,
  files: number,
  places: string[],
): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const named = places.slice(0, PLACES_NAMED).join('; ');
  const more =
    places.length > PLACES_NAMED ? ` and ${number(places.length - PLACES_NAMED)} more` : '';
  return [
    `${number(received)} resources of ${number(files)} files read, ${number(changed)} of them new, ${number(heldBack)} held back.`,
    places.length > 0 ? `No FHIR resource stands at: ${named}${more}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
