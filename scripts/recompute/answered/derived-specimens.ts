import { type CollectedSpecimen, specimensOf } from '#domain/drug-tests/specimens';
import type { SpecimenResult } from '#domain/drug-tests/specimen';
import { prescribedOn, type Supply } from '#domain/medication/supply';
import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { DrugTestRow } from './stored-drug-tests.ts';
import type { StoredTables } from './stored-tables.ts';

interface SupplyRow {
  client: string;
  medication: Supply['medication'];
  starts_on: string;
  ends_on: string | null;
  supply_ends_on: string | null;
}

/**
 * By client and moment of collection: specimens, which no table holds. They are made when reading,
 * by the rules that are asked here; the only part of this check that imports any.
 */
export async function derivedSpecimens(
  tables: StoredTables,
  rows: readonly DrugTestRow[],
): Promise<ValuesByName> {
  const supplies = Map.groupBy(
    await tables.rows<SupplyRow>(`
      SELECT client.name AS client, m.* FROM medication_supply m
        JOIN named client ON client.id = m.client_id`),
    ({ client }) => client,
  );
  const byClient = Map.groupBy(rows, ({ client }) => client);
  return new Map(
    [...byClient].flatMap(([client, reports]) => {
      const prescribed = (supplies.get(client) ?? []).map(supplyOf);
      return specimensOf(reports.map(reportOf), (day) => prescribedOn(day, prescribed)).map(
        (specimen) => [`${client} ${specimen.collectedAt}`, valuesOf(specimen)] as const,
      );
    }),
  );
}

const valuesOf = ({ state, results }: CollectedSpecimen): ComparedValues => ({
  state,
  ...Object.fromEntries(results.map((result) => [result.analyte, meaningOf(result)])),
});

const meaningOf = ({ expectation, detected, confirmed }: SpecimenResult): string | null =>
  detected && !confirmed ? `${expectation}, presumptive` : expectation;

const supplyOf = ({ medication, starts_on, ends_on, supply_ends_on }: SupplyRow): Supply => ({
  medication,
  startsOn: starts_on,
  endsOn: ends_on,
  supplyEndsOn: supply_ends_on,
});

const reportOf = (row: DrugTestRow) => ({
  recordId: row.record_id,
  collectedAt: row.collected_at ?? row.collected_on,
  collectedOn: row.collected_on,
  state: row.state,
  findings: row.findings,
  creatinine: row.creatinine,
  specificGravity: row.specific_gravity,
  confirmsAll: row.confirms_all,
  memberIds: row.member_ids,
  isTest: row.is_test,
});
