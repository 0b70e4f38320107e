import { sql } from 'kysely';
import type { AllianceScore } from '#domain/client-progress/alliance-score.contract';
import type { ClientEntry, Says } from '#domain/client-progress/client-entry.contract';
import type { ScoreReview } from '#domain/client-progress/client-measure.contract';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import type { Scoped } from '../database/database.ts';
import { ofClient, standsAt } from './entries/client-entries.queries.ts';
import type { ShownEpisode } from './shown-episode.ts';

/** What staff made of scores, the last of each, by its instrument and day. */
export type ScoreReviews = ReadonlyMap<string, ScoreReview>;

/** What staff assessed in a stay and made of its scores, of which no source tells. */
interface AssessedByStaff {
  dimensions: DimensionAssessment[];
  alliance: AllianceScore[];
  reviews: ScoreReviews;
}

type Assessed = ClientEntry<'dimensions' | 'working-alliance' | 'score-review'>;

export async function findAssessedByStaff(
  scoped: Scoped,
  organizationId: string,
  { id, clientId, lastDay }: ShownEpisode,
  asOf: Date,
): Promise<AssessedByStaff> {
  // By the day it was assessed; of one day what was written later stands above.
  const { rows } = await sql<Assessed>`
    SELECT entry.id, entry.kind, entry.says, entry.made_by AS by, entry.made_at AS at
      FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)}
       AND (entry.kind = 'score-review'
         OR (entry.kind IN ('dimensions', 'working-alliance') AND entry.episode_id = ${id}
             AND (entry.says ->> 'on')::date <= ${lastDay}::date))
     ORDER BY (entry.says ->> 'on')::date DESC, entry.seq DESC`.execute(scoped);
  const alliance = new Map<string, AllianceScore>();
  const reviews = new Map<string, ScoreReview>();
  const dimensions: DimensionAssessment[] = [];
  for (const row of rows) {
    if (row.kind === 'dimensions') {
      dimensions.push(assessment(row.id, row.says, row.by));
    } else if (row.kind === 'working-alliance') {
      const formAndDay = `${row.says.on} ${row.says.instrument}`;
      if (!alliance.has(formAndDay)) alliance.set(formAndDay, { ...row.says, by: row.by });
    } else {
      const { instrument, day, plan, because } = row.says;
      const score = `${instrument} ${day}`;
      const { id: entryId, by, at } = row;
      if (!reviews.has(score)) reviews.set(score, { id: entryId, plan, because, by, at });
    }
  }
  return { dimensions, alliance: [...alliance.values()].reverse(), reviews };
}

const assessment = (
  id: string,
  { rater, edition, on, dimensions }: Says<'dimensions'>,
  by: string,
): DimensionAssessment => ({ id, edition, on, dimensions, rater: rater ?? by });
