import { type Kysely, sql, type Transaction } from 'kysely';
import type { Reader } from './reader.ts';

/** A transaction that is bound to somebody's scope. Queries are written with Kysely's `sql`. */
export type Scoped = Transaction<unknown>;

/** The only ways to the tables: each sets, first of all, who asks. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** As a person: row level security shows what they may see. */
  read<T>(reader: Reader, work: (scoped: Scoped) => Promise<T>): Promise<T>;
  /** As the sync or the rebuild of one organization. */
  sync<T>(organizationId: string, work: (scoped: Scoped) => Promise<T>): Promise<T>;
  /** As the sign-in, before anybody is known. */
  gate<T>(work: (scoped: Scoped) => Promise<T>): Promise<T>;
  /** As the owner: migrations, and the organization's first row. */
  own<T>(work: (scoped: Scoped) => Promise<T>): Promise<T>;
  /** A migration's text. */
  script(text: string): Promise<void>;
  /** Lets the planner know what the tables hold by now; the embedded database never does so itself. */
  analyze(): Promise<void>;
  listen(channel: string, listener: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * From here on the transaction of a person goes on as the sync: what they set decides how records are
 * read, and derived tables follow it in the same transaction or not at all.
 */
export async function continueAsSync(scoped: Scoped): Promise<void> {
  await sql`SELECT set_config('throughline.staff', '', true), set_config('throughline.role', 'sync', true),
                   set_config('plan_cache_mode', ${'force_custom_plan' satisfies Planning}, true),
                   set_config('role', 'throughline_sync', true)`.execute(scoped);
}

/** What differs between the embedded database and a server. */
export interface Connection {
  readonly kind: Database['kind'];
  readonly kysely: Kysely<unknown>;
  script(text: string): Promise<void>;
  listen(channel: string, listener: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * A page is asked for the same way each time, and planning it under row level security takes longer
 * than running it: once is enough. What a sync asks must be planned for the tables as they have grown
 * since; a plan made while they were empty reads them whole.
 */
type Planning = 'force_generic_plan' | 'force_custom_plan';

/**
 * A tenth of the usual sample tells how much a table holds, which is what plans here turn on. Only
 * tables half again as large as when they were last looked at, for nothing else changes a plan; and our
 * own alone: a plain ANALYZE also looks at those rows are staged in, and at the catalogue.
 */
const ANALYZE = `
  SET default_statistics_target = 10;
  DO $$
    DECLARE grown text := (
      SELECT string_agg(oid::regclass::text, ', ') FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND (reltuples < 0 OR pg_relation_size(oid) > 1.5 * relpages * current_setting('block_size')::int));
  BEGIN
    IF grown IS NOT NULL THEN EXECUTE 'ANALYZE ' || grown; END IF;
  END $$;
  RESET default_statistics_target`;

export function databaseOver(connection: Connection): Database {
  const { kysely } = connection;
  const as = <T>(
    role: string,
    planning: Planning,
    organizationId: string,
    staffId: string,
    readerRole: string,
    covers: readonly string[],
    now: Date | undefined,
    work: (scoped: Scoped) => Promise<T>,
  ): Promise<T> =>
    kysely.transaction().execute(async (scoped) => {
      await sql`SELECT set_config('throughline.organization', ${organizationId}, true),
                       set_config('throughline.staff', ${staffId}, true),
                       set_config('throughline.role', ${readerRole}, true),
                       set_config('throughline.covers', ${`{${covers.join()}}`}, true),
                       set_config('throughline.now', ${now?.toISOString() ?? ''}, true),
                       set_config('plan_cache_mode', ${planning}, true),
                       set_config('role', ${role}, true)`.execute(scoped);
      return work(scoped);
    });
  return {
    kind: connection.kind,
    read: ({ organizationId, staffId, role, covers = [], now }, work) =>
      as(
        'throughline_reader',
        'force_generic_plan',
        organizationId,
        staffId ?? '',
        role,
        covers,
        now,
        work,
      ),
    sync: (organizationId, work) =>
      as('throughline_sync', 'force_custom_plan', organizationId, '', 'sync', [], undefined, work),
    gate: (work) =>
      as('throughline_gate', 'force_generic_plan', '', '', 'gate', [], undefined, work),
    own: (work) => kysely.transaction().execute(work),
    script: (text) => connection.script(text),
    analyze: () => connection.script(ANALYZE),
    listen: (channel, listener) => connection.listen(channel, listener),
    close: () => connection.close(),
  };
}
