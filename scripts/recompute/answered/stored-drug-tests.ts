import type { AnalyteFinding, DrugTestReport } from '#domain/drug-tests/specimen';
import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { StoredTables } from './stored-tables.ts';

export interface DrugTestRow {
  name: string;
  client: string;
  record_id: string;
  collected_on: string;
  collected_at: string | null;
  state: DrugTestReport['state'];
  findings: AnalyteFinding[];
  creatinine: number | null;
  specific_gravity: number | null;
  confirms_all: boolean;
  is_test: boolean;
  member_ids: string[];
  members: string;
}

export const drugTestRows = (tables: StoredTables): Promise<DrugTestRow[]> =>
  tables.rows<DrugTestRow>(`
    SELECT client.name || ' ' || record.name AS name, client.name AS client, r.*,
           coalesce((SELECT string_agg(split_part(member.name, '/', 2), ' ' ORDER BY member.name COLLATE "C")
                       FROM named member WHERE member.id = ANY(r.member_ids)), '') AS members
      FROM drug_test_report r
      JOIN named client ON client.id = r.client_id
      JOIN named record ON record.id = r.record_id`);

/** By client and record: what each report says, as it was taken in. */
export const storedDrugTests = (rows: readonly DrugTestRow[]): ValuesByName =>
  new Map(rows.map((row) => [row.name, valuesOf(row)]));

const valuesOf = (row: DrugTestRow): ComparedValues => ({
  'collected on': row.collected_on,
  'collected at': row.collected_at,
  'no result': row.state,
  ...Object.fromEntries(row.findings.map(({ analyte, detected }) => [analyte, detected])),
  creatinine: row.creatinine,
  'specific gravity': row.specific_gravity,
  members: row.members,
});
