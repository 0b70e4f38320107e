import { sql } from 'kysely';
import type { NewSettingValue, SettingEntry, Settings } from '#domain/settings/settings.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

const ENTRY = sql`
    SELECT v.id, v.entry AS "order", v.setting, v.program_id AS "programId", v.payer, v.effective_on AS "effectiveOn", v.value,
           v.set_by AS by, v.set_at AS at,
           CASE WHEN w.id IS NOT NULL THEN json_build_object('order', w.entry, 'by', w.set_by,
             'at', to_char(w.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS withdrawn
      FROM setting_value v
      LEFT JOIN setting_value w ON w.organization_id = v.organization_id AND w.withdraws = v.id
     WHERE v.value IS NOT NULL`;

/** Every value that was ever set, the newest first. */
export async function findEntries(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<SettingEntry[]> {
  const { rows } = await sql<SettingEntry>`
    ${ENTRY} AND v.organization_id = ${organizationId} ORDER BY v.entry DESC`.execute(scoped);
  return rows;
}

export async function findEntry(
  scoped: Scoped,
  { organizationId }: Reader,
  id: string,
): Promise<SettingEntry | null> {
  const { rows } = await sql<SettingEntry>`
    ${ENTRY} AND v.organization_id = ${organizationId} AND v.id = ${id}`.execute(scoped);
  return rows[0] ?? null;
}

export async function findPrograms(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<Settings['programs']> {
  const { rows } = await sql<Settings['programs'][number]>`
    SELECT p.id, p.name, site.name AS site FROM program p
      LEFT JOIN site ON site.organization_id = p.organization_id AND site.id = p.site_id
     WHERE p.organization_id = ${organizationId} ORDER BY site.name, p.name, p.id`.execute(scoped);
  return rows;
}

/** Until the end of the transaction nobody else of the organization sets a value. */
export async function setOneAtATime(scoped: Scoped, { organizationId }: Reader): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`settings ${organizationId}`}, 0))`.execute(
    scoped,
  );
}

export async function addValue(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  { id, setting, programId, payer, effectiveOn, value }: NewSettingValue,
  at: Date,
): Promise<void> {
  await sql`
    INSERT INTO setting_value (organization_id, id, setting, program_id, payer, effective_on, value, set_by, set_by_staff, set_at)
    VALUES (${organizationId}, ${id}, ${setting}, ${programId}::uuid, ${payer}, ${effectiveOn}, ${value},
            ${name}, ${staffId}::uuid, ${at.toISOString()})`.execute(scoped);
}

export async function addWithdrawal(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  id: string,
  { id: withdrawn, setting, programId, payer, effectiveOn }: SettingEntry,
  at: Date,
): Promise<void> {
  await sql`
    INSERT INTO setting_value (organization_id, id, setting, program_id, payer, effective_on, withdraws, set_by, set_by_staff, set_at)
    VALUES (${organizationId}, ${id}, ${setting}, ${programId}::uuid, ${payer}, ${effectiveOn}, ${withdrawn},
            ${name}, ${staffId}::uuid, ${at.toISOString()})`.execute(scoped);
}
