import { sql } from 'kysely';
import type { AllianceScore } from '#domain/client-progress/alliance-score.contract';
import type { ClientEntry, Says } from '#domain/client-progress/client-entry.contract';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import type { Scoped } from '../database/database.ts';
import { ofClient, standsAt } from './entries/client-entries.queries.ts';
import type { ShownEpisode } from './shown-episode.ts';

/** What staff assessed in a stay, of which no source tells. */
interface AssessedByStaff {
  dimensions: DimensionAssessment[];
  alliance: AllianceScore[];
}

export async function findAssessedByStaff(
  scoped: Scoped,
  organizationId: string,
  { id, clientId, lastDay }: ShownEpisode,
  asOf: Date,
): Promise<AssessedByStaff> {
  // By the day it was assessed; of one day what was written later stands above.
  const { rows } = await sql<ClientEntry<'dimensions' | 'working-alliance'>>`
    SELECT entry.id, entry.kind, entry.says, entry.made_by AS by
      FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)} AND entry.episode_id = ${id}
       AND entry.kind IN ('dimensions', 'working-alliance') AND (entry.says ->> 'on')::date <= ${lastDay}::date
     ORDER BY (entry.says ->> 'on')::date DESC, entry.seq DESC`.execute(scoped);
  const alliance = new Map<string, AllianceScore>();
  for (const row of rows) {
    if (row.kind !== 'working-alliance') continue;
    const formAndDay = `${row.says.on} ${row.says.instrument}`;
    if (!alliance.has(formAndDay)) alliance.set(formAndDay, { ...row.says, by: row.by });
  }
  return {
    dimensions: rows.flatMap((row) =>
      row.kind === 'dimensions' ? [assessment(row.id, row.says, row.by)] : [],
    ),
    alliance: [...alliance.values()].reverse(),
  };
}

const assessment = (
  id: string,
  { rater, edition, on, dimensions }: Says<'dimensions'>,
  by: string,
): DimensionAssessment => ({ id, edition, on, dimensions, rater: rater ?? by });
