import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { rowsInColumns } from '../database/rows-in-columns.ts';

/** A row of `encounter`; instants in milliseconds. */
export interface PresenceRow {
  id: string;
  client_id: string;
  appointment_ids: string[];
  service_code: string | null;
  kind: string | null;
  practitioner_id: string | null;
  site_id: string | null;
  started_at: number;
  ended_at: number | null;
  minutes: number | null;
  first_received_at: number;
}

const AS_THEY_ARE = [
  'id',
  'client_id',
  'appointment_ids',
  'service_code',
  'kind',
  'practitioner_id',
  'site_id',
  'minutes',
] as const;
const INSTANTS = ['started_at', 'ended_at', 'first_received_at'] as const;

/** Those of the encounters `e` that a query goes on to name: `FROM … WHERE …`. */
export const presenceRows = (scoped: Scoped, from: RawBuilder<unknown>): Promise<PresenceRow[]> =>
  rowsInColumns<PresenceRow>(
    scoped,
    [...AS_THEY_ARE, ...INSTANTS],
    sql`SELECT ${sql.join([
      ...AS_THEY_ARE.map((column) => sql`e.${sql.ref(column)}`),
      ...INSTANTS.map(
        (column) =>
          sql`round(date_part('epoch', e.${sql.ref(column)}) * 1000) AS ${sql.ref(column)}`,
      ),
    ])} ${from}`,
  );
