import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import type { ComparedValues, ValuesByName } from '../compared-values.ts';

/** The tables that a server derived, read after it was stopped, by the names of the source. */
export class StoredTables {
  private readonly database: PGlite;

  private constructor(database: PGlite) {
    this.database = database;
  }

  static async open(folder: string): Promise<StoredTables> {
    const database = await PGlite.create({
      dataDir: join(folder, 'database'),
      parsers: {
        [types.DATE]: (day) => day,
        [types.TIMESTAMPTZ]: (instant) => new Date(instant).toISOString(),
        [types.INT8]: Number,
      },
    });
    await database.exec(`
      CREATE TEMP TABLE named AS
        SELECT id, resource_type || '/' || source_key AS name FROM identity;
      CREATE INDEX named_by_id ON named (id);`);
    return new StoredTables(database);
  }

  async rows<Row>(query: string): Promise<Row[]> {
    return (await this.database.query<Row>(query)).rows;
  }

  /** What a query selects beside `name`, which has to be one thing's alone. */
  async values(query: string): Promise<ValuesByName> {
    const byName: ValuesByName = new Map();
    for (const { name, ...values } of await this.rows<ComparedValues & { name: string }>(query)) {
      if (byName.has(name)) throw new Error(`${name} is there twice.`);
      byName.set(name, values);
    }
    return byName;
  }

  close = (): Promise<void> => this.database.close();
}
