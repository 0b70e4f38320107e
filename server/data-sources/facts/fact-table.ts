import type { Row } from '../../database/rows.ts';
import type { Ref } from '../../fhir/translate/translation.ts';
import type { Fact } from '../translate-records.ts';
import type { ReadType } from '../translators.ts';

/** Our id of what a reference names; `null` for no reference. */
export type IdOf = (ref: Ref | null) => string | null;

/** A table that holds facts of one resource type, and how a record becomes rows of it. */
export interface FactTable<T extends ReadType> {
  table: string;
  /** The column that holds our id of the record. */
  column: string;
  /** The table's key, after the organization. */
  key: readonly string[];
  /**
   * 'one': every record that can be used has one row, which is replaced. 'any': a record may come to
   * none or several, so what stood of it is taken away first.
   */
  rows: 'one' | 'any';
  of(fact: Fact<T>, idOf: IdOf): Row[];
}

/** A table whose key is the record, one row each. */
export const onePerRecord = <T extends ReadType>(
  table: string,
  of: (fact: Fact<T>, idOf: IdOf) => Row,
  column = 'record_id',
): FactTable<T> => ({
  table,
  column,
  key: [column],
  rows: 'one',
  of: (fact, idOf) => [{ [column]: fact.id, ...of(fact, idOf) }],
});

/** A table whose key is the record, with a row for some of them. */
export const someRecords = <T extends ReadType>(
  table: string,
  of: (fact: Fact<T>, idOf: IdOf) => Row | null,
  column = 'record_id',
): FactTable<T> => ({
  table,
  column,
  key: [column],
  rows: 'any',
  of: (fact, idOf) => {
    const row = of(fact, idOf);
    return row ? [{ [column]: fact.id, ...row }] : [];
  },
});

/** A table with any number of rows a record. */
export const manyPerRecord = <T extends ReadType>(
  table: string,
  key: readonly [record: string, ...string[]],
  of: (fact: Fact<T>, idOf: IdOf) => Row[],
): FactTable<T> => ({
  table,
  column: key[0],
  key,
  rows: 'any',
  of: (fact, idOf) => of(fact, idOf).map((row) => ({ [key[0]]: fact.id, ...row })),
});
