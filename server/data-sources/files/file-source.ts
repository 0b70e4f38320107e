import type { Database } from '../../database/database.ts';
import type { Source } from '../source-records.ts';
import { ensureSource } from '../sources.queries.ts';

/** What was imported from files is a source of its own: its ids are not another system's. */
export const ensureFiles = (database: Database): Promise<Source> =>
  ensureSource(database, {
    kind: 'Files',
    name: 'Imported files',
    baseUrl: 'files:imported',
    simulated: false,
  });
