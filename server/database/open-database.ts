import { databaseOver, type Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';

/** The database of this server, its schema up to date. */
export async function openDatabase(where: {
  url: string | null;
  folder: string;
}): Promise<Database> {
  const connection = where.url ? await openPostgres(where.url) : await openEmbedded(where.folder);
  const database = databaseOver(connection);
  await migrate(database);
  return database;
}
