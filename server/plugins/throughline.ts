import type { ClinicClock } from '../clock/clinic-clock.ts';
import type { Changes } from '../events/changes.ts';
import type { Source } from '../data-sources/source-records.ts';
import type { Database } from '../database/database.ts';

/** What the routes work with; one object, made once in app.ts. */
export interface Throughline {
  database: Database;
  clock: ClinicClock;
  changes: Changes;
  source: Source;
  simulated: boolean;
  demoSignIn: boolean;
  pollSeconds: number;
  /** Cookies of a host are shared by its ports: each server has its own name. */
  cookieName: string;
  readSoon(): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    throughline: Throughline;
  }
}
