import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { NewSettingValue } from '#domain/settings/settings.contract';
import { DERIVED_TABLES } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import type { TestClinic } from './test-clinic.fixture.ts';

export type Asked = Pick<NewSettingValue, 'setting' | 'value' | 'effectiveOn'> &
  Partial<NewSettingValue>;

/** Sets a value for the whole organization, the first of its setting, unless more is said. */
export const setValue = (clinic: TestClinic, reader: Reader, asked: Asked) =>
  clinic.send(reader, 'POST', '/api/settings/values', {
    id: randomUUID(),
    programId: null,
    payer: null,
    basedOn: 0,
    ...asked,
  });

export async function caseloadOf(
  clinic: TestClinic,
  supervisor: string,
  asOf = '',
): Promise<Caseload> {
  const reader = await clinic.reader('supervisor', supervisor);
  const { body } = await clinic.get(reader, `/api/caseload${asOf && `?asOf=${asOf}`}`);
  return body as Caseload;
}

/** Every row of every table that a rebuild makes again. */
export async function derivedTables(clinic: TestClinic): Promise<Record<string, string[]>> {
  return clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const all: Record<string, string[]> = {};
    for (const table of DERIVED_TABLES) {
      const { rows } = await sql<{
        row: string;
      }>`SELECT t::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(scoped);
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });
}
