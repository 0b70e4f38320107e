import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { StoredTables } from './stored-tables.ts';

interface ScoreRow {
  name: string;
  total: number | null;
  total_from: string | null;
  mismatch: boolean;
  answers: Record<string, number>;
  subscales: Record<string, number | null>;
}

/** By client, instrument and day: the score, its answers and its subscales. */
export async function storedScores(tables: StoredTables): Promise<ValuesByName> {
  const rows = await tables.rows<ScoreRow>(`
    SELECT client.name || ' ' || s.instrument || ' ' || s.day AS name, s.total, s.total_from,
           s.mismatch, s.answers, s.subscales
      FROM score s JOIN named client ON client.id = s.client_id`);
  return new Map(rows.map((row) => [row.name, valuesOf(row)]));
}

const valuesOf = ({
  total,
  total_from,
  mismatch,
  answers,
  subscales,
}: ScoreRow): ComparedValues => ({
  total,
  'made by': total_from,
  mismatch,
  ...Object.fromEntries(
    Object.entries(answers).map(([number, answer]) => [`item ${number}`, answer]),
  ),
  ...subscales,
});
