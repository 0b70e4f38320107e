import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** An empty database of its own on a PostgreSQL server. */
export interface DatabaseOnServer {
  url: string;
  drop(): Promise<void>;
}

export async function createDatabase(server: string): Promise<DatabaseOnServer> {
  const name = `throughline_${randomUUID().replaceAll('-', '')}`;
  const owner = new pg.Client(server);
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: async () => {
      await owner.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await owner.end();
    },
  };
}
