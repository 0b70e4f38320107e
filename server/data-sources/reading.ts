import type { ClinicClock } from '../clock/clinic-clock.ts';
import type { Database } from '../database/database.ts';
import type { FhirClient } from '../fhir/client.ts';
import type { Identities } from './identities.ts';
import { type Progress, type Taken, takeInPage } from './read-page.ts';
import type { Source } from './source-records.ts';

/** What it takes to read a source. */
export interface Reading {
  database: Database;
  client: FhirClient;
  source: Source;
  clock: ClinicClock;
  holder: string;
  ids: Identities;
  /** True once the server is being stopped. */
  stopped(): boolean;
  /** More resources have come: the planner may have to look again. */
  grew(came: readonly { type: string }[]): Promise<void>;
  /** A line for the terminal. */
  say(line: string): void;
}

/** Takes in what changed while people look on. */
export const takeInLive = (
  { clock, database, source, holder, ids }: Reading,
  taken: Taken,
): Promise<Progress> =>
  takeInPage(
    database,
    source,
    taken,
    { holder, receivedAt: clock.now(), live: true, ids },
    async () => undefined,
  );
