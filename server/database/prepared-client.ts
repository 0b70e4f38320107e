import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isCopying } from './copying.ts';

/**
 * A connection that prepares what it is asked with values, once each: planning a query of many
 * tables under row level security takes longer than running it. What ends with `COPY … FROM STDIN`
 * takes the rows as its one value.
 */
export class PreparedClient extends pg.Client {
  private readonly names = new Map<string, string>();

  // One of pg's many forms of query() is changed; the others pass through.
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const query = super.query.bind(this) as (...asked: unknown[]) => never;
    if (typeof text === 'string' && isCopying(text) && Array.isArray(values))
      return this.copyIn(text, values[0] as Iterable<string>) as never;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return query(...asked);
    return query({ name: this.nameOf(text), text, values: values as unknown[] }, ...asked.slice(2));
  }

  /** As `query`, whose many forms leave the compiler without a type for this one. */
  ask(text: string, values: unknown[] = []): Promise<pg.QueryResult<Record<string, unknown>>> {
    return this.query(text, values);
  }

  private async copyIn(text: string, rows: Iterable<string>): Promise<pg.QueryResult> {
    const stream = super.query(copyFrom(text));
    await pipeline(Readable.from(rows, { objectMode: false }), stream);
    return { command: 'COPY', rowCount: stream.rowCount, rows: [], oid: 0, fields: [] };
  }

  private nameOf(text: string): string {
    let name = this.names.get(text);
    if (!name) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
      this.names.set(text, name);
    }
    return name;
  }
}
