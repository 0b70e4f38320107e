import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * A connection that prepares what it is asked with values, once each: planning a query of many
 * tables under row level security takes longer than running it.
 */
export class PreparedClient extends pg.Client {
  private readonly names = new Map<string, string>();

  // One of pg's many forms of query() is changed; the others pass through.
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const query = super.query.bind(this) as (...asked: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return query(...asked);
    return query({ name: this.nameOf(text), text, values: values as unknown[] }, ...asked.slice(2));
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
