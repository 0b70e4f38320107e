import { sql } from 'kysely';
import { addDays } from '#domain/calendar/calendar-day';
import type { ClientMeasure, ClientScore } from '#domain/client-progress/client-measure.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { INSTRUMENTS } from '#domain/instruments/instruments';
import { changeOf } from '#domain/instruments/reliable-change';
import { isReplaced } from '#domain/outreach/measure-tasks';
import type { Scoped } from '../database/database.ts';
import { ofClient, standsAt } from './entries/client-entries.queries.ts';
import type { ShownEpisode } from './shown-episode.ts';

/** What was asked so shortly before admission was asked for it: the baseline. */
const BASELINE_DAYS = 30;

interface ScoreRow extends ClientScore {
  instrument: InstrumentId;
}

/** Each instrument's scores of an episode, oldest first, with what staff made of each. */
export async function findMeasures(
  scoped: Scoped,
  organizationId: string,
  { clientId, admittedOn, lastDay, endedOn }: ShownEpisode,
  onHold: boolean,
  asOf: Date,
): Promise<ClientMeasure[]> {
  const { rows } = await sql<ScoreRow>`
    SELECT s.instrument, s.day, s.total, s.total_from AS "totalFrom", s.mismatch, s.subscales, s.answers, s.missing,
           s.record_ids AS "recordIds",
           (SELECT json_build_object('id', entry.id, 'plan', entry.says ->> 'plan', 'because', entry.says ->> 'because',
                     'by', entry.made_by, 'at', entry.made_at)
              FROM client_entry entry
             WHERE ${ofClient(organizationId, clientId)} AND entry.kind = 'score-review'
               AND entry.says ->> 'instrument' = s.instrument AND entry.says ->> 'day' = s.day::text AND ${standsAt(asOf)}
             ORDER BY entry.seq DESC LIMIT 1) AS review
      FROM score s
     WHERE s.organization_id = ${organizationId} AND s.client_id = ${clientId}
       AND s.day BETWEEN ${admittedOn}::date - ${BASELINE_DAYS}::int AND ${lastDay}::date
     ORDER BY s.day`.execute(scoped);
  const byInstrument = Map.groupBy(rows, ({ instrument }) => instrument);
  const last = [...byInstrument].map(([instrument, scores]) => ({
    instrument,
    day: scores.at(-1)?.day ?? '',
  }));
  return INSTRUMENTS.flatMap((instrument): ClientMeasure[] => {
    const found = byInstrument.get(instrument.id);
    const newest = found?.at(-1);
    if (!found || !newest) return [];
    const scores = found.map(({ instrument: _, review, ...score }) => ({
      ...score,
      // The database writes an instant within a row of its own in its own way.
      review: review && { ...review, at: new Date(review.at).toISOString() },
    }));
    const totals = scores.flatMap(({ total }) => total ?? []);
    const [first, latest] = [totals[0], totals.at(-1)];
    const { intervalDays } = instrument;
    // As of its task: nothing is due of who has left or is away, nor what was never given in this stay.
    const goesOn =
      endedOn === null &&
      !onHold &&
      newest.day >= admittedOn &&
      !isReplaced(instrument.id, newest.day, last);
    return [
      {
        instrument: instrument.id,
        scores,
        change:
          totals.length > 1 && first !== undefined && latest !== undefined
            ? changeOf(instrument, first, latest)
            : null,
        dueOn: goesOn && intervalDays !== null ? addDays(newest.day, intervalDays) : null,
      },
    ];
  });
}
