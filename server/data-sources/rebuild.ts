import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { derive, meetRefs } from './derive.ts';
import { Identities } from './identities.ts';
import { recordsAfter } from './source-records.ts';
import { translateRecords } from './translate-records.ts';

/** Everything that follows from source records and can be made again. Identities are for ever. */
export const DERIVED_TABLES = [
  'held_back',
  'site',
  'unit',
  'program',
  'service',
  'staff',
  'staff_role',
  'team',
  'team_member',
  'client',
  'client_particulars',
  'client_counselor',
  'episode',
  'episode_hold',
  'plan_phase',
  'diagnosis',
  'score_report',
  'score',
  'drug_test_report',
  'goal',
  'medication_supply',
  'coverage',
  'payer_authorization',
  'consent',
  'consent_recipient',
  'support_person',
  'client_flag',
  'referral',
  'referral_task',
  'referral_appointment',
  'admission_answer',
  'discharge_statement',
  'reported_death',
  'safety_signal',
  'encounter',
  'attendance',
  'episode_week',
  'program_week',
  'program_week_total',
  'episode_span',
  'client_reach',
] as const;

const AT_ONCE = 1_000;

/** Drops every derived row and makes it again from what was received, all or nothing. */
export function rebuild(database: Database, organizationId: string): Promise<number> {
  return database.sync(organizationId, async (scoped) => {
    for (const table of DERIVED_TABLES) {
      await sql`DELETE FROM ${sql.table(table)} WHERE organization_id = ${organizationId}`.execute(
        scoped,
      );
    }
    const identities = new Map<string, Identities>();
    let read = 0;
    for (let last = 0; ;) {
      const { bySource, last: reached } = await recordsAfter(scoped, organizationId, last, AT_ONCE);
      if (bySource.size === 0) return read;
      for (const [sourceId, records] of bySource) {
        const ids = identities.get(sourceId) ?? new Identities();
        identities.set(sourceId, ids);
        ids.trim();
        const source = { organizationId, sourceId };
        await meetRefs(scoped, source, translateRecords(records), ids);
        await derive(scoped, source, records, ids);
        read += records.length;
      }
      last = reached;
    }
  });
}
