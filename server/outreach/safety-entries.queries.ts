import { sql } from 'kysely';
import type { NewSafetyEntry } from '#domain/outreach/safety.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { isInReach } from './contacts.queries.ts';
import { tellNow } from './safety-tasks.queries.ts';

/** Why an entry was not written. */
export type Refused = 'no-such-task' | 'not-theirs' | 'supervisor-confirms' | 'wrong-finding';

/**
 * Keeps what somebody did about a safety task, sent twice once. A facilitator takes it on; what was found
 * is for those who may read the record, and a death is confirmed by a supervisor.
 */
export async function writeSafetyEntry(
  scoped: Scoped,
  reader: Reader,
  entry: NewSafetyEntry,
  now: Date,
): Promise<Refused | null> {
  await tellNow(scoped, reader, now);
  const { organizationId, name, staffId, role } = reader;
  const { id, clientId, key, act } = entry;
  const { rows } = await sql<{ rule: string }>`
    SELECT rule FROM safety_signal
     WHERE organization_id = ${organizationId} AND client_id = ${clientId} AND key = ${key}`.execute(
    scoped,
  );
  const [signal] = rows;
  if (!signal) return 'no-such-task';
  if (act !== 'acknowledged' && !(await isInReach(scoped, reader, clientId))) return 'not-theirs';
  if (act === 'assessed') {
    const isOfDeath = entry.riskLevel === 'death-confirmed' || entry.riskLevel === 'not-deceased';
    if (isOfDeath !== (signal.rule === 'death')) return 'wrong-finding';
    if (isOfDeath && role !== 'supervisor') return 'supervisor-confirms';
  }
  const { rows: added } = await sql`
    INSERT INTO safety_entry (organization_id, id, client_id, signal_key, act, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${key}, ${act}, ${name}, ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`.execute(scoped);
  if (act === 'assessed' && added.length > 0) {
    const { assessment, riskLevel, plan } = entry;
    await sql`
      INSERT INTO safety_assessment (organization_id, entry_id, client_id, assessment, risk_level, plan)
      VALUES (${organizationId}, ${id}, ${clientId}, ${assessment.trim()}, ${riskLevel}, ${plan.trim()})`.execute(
      scoped,
    );
  }
  return null;
}
