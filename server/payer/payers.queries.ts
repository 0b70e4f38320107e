import { sql } from 'kysely';
import { payerKey } from '#domain/payer/payer-key';
import type { PayerCoverage } from '#domain/payer/payer-on';
import type { Scoped } from '../database/database.ts';
import type { Rules } from '../settings/rules.ts';

/**
 * Who pays for each of these clients, now and before. Read only where some payer has rules of its own:
 * by whom a client is paid for changes nothing else.
 */
export async function findCoverages(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
  { differByPayer }: Pick<Rules, 'differByPayer'>,
): Promise<Map<string, PayerCoverage[]>> {
  if (!differByPayer || clientIds.length === 0) return new Map();
  const { rows } = await sql<{ clientId: string; coverages: PayerCoverage[] }>`
    SELECT l.client_id AS "clientId", own.coverages
      FROM unnest(${[...new Set(clientIds)]}::uuid[]) AS l(client_id)
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', c.record_id, 'status', c.status,
                 'startsOn', c.starts_on, 'endsOn', c.ends_on,
                 'payer', coalesce(nullif(btrim(c.payer_name), ''), nullif(btrim(u.name), '')))) AS coverages
          FROM coverage c
          LEFT JOIN unit u ON u.organization_id = c.organization_id AND u.id = c.payer_id
         WHERE c.organization_id = ${organizationId} AND c.client_id = l.client_id) own
     WHERE own.coverages IS NOT NULL`.execute(scoped);
  return new Map(rows.map(({ clientId, coverages }) => [clientId, coverages]));
}

/** The payers that coverages in the record name, each once, in order; to an administrator alone. */
export async function findPayersNamed(scoped: Scoped): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM payers_named() WHERE name IS NOT NULL ORDER BY name`.execute(scoped);
  const byKey = new Map(rows.map(({ name }) => [payerKey(name), name]));
  return [...byKey.values()].sort((a, b) => a.localeCompare(b));
}
