import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './database.ts';
import { PreparedClient } from './prepared-client.ts';
import { postgresTypes } from './postgres-types.ts';

/** A PostgreSQL server, or any cluster that speaks its language. */
export async function openPostgres(url: string): Promise<Connection> {
  const config: pg.PoolConfig = {
    connectionString: url,
    max: 10,
    types: postgresTypes,
    // A short query gains nothing from compilation, and loses tens of milliseconds to it.
    options: '-c TimeZone=UTC -c jit=off',
  };
  const pool = new pg.Pool({ ...config, Client: PreparedClient });
  // An idle connection that the server closes is replaced at the next query.
  pool.on('error', () => undefined);
  await pool.query('SELECT 1');
  const listeners: pg.Client[] = [];
  return {
    kind: 'postgres',
    kysely: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    script: async (text) => {
      const client = await pool.connect();
      try {
        await client.query(text);
      } catch (error) {
        // A connection in a failed transaction must not go back to the pool.
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    listen: async (channel, listener) => {
      const client = new pg.Client(config);
      listeners.push(client);
      client.on('notification', ({ payload }) => listener(payload ?? ''));
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    },
    close: async () => {
      await Promise.all(listeners.map((client) => client.end()));
      await pool.end();
    },
  };
}
