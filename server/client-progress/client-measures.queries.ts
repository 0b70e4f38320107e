import { sql } from 'kysely';
import { addDays } from '#domain/calendar/calendar-day';
import type { ClientMeasure, ClientScore } from '#domain/client-progress/client-measure.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { INSTRUMENTS } from '#domain/instruments/instruments';
import { changeOf } from '#domain/instruments/reliable-change';
import { isReplaced } from '#domain/outreach/measure-tasks';
import type { Scoped } from '../database/database.ts';
import { rowsInColumns } from '../database/rows-in-columns.ts';
import type { ScoreReviews } from './assessed-by-staff.queries.ts';
import type { ShownEpisode } from './shown-episode.ts';

/** What was asked so shortly before admission was asked for it: the baseline. */
const BASELINE_DAYS = 30;

interface ScoreRow extends Omit<ClientScore, 'review'> {
  instrument: InstrumentId;
}

const COLUMNS = [
  'instrument',
  'day',
  'total',
  'totalFrom',
  'mismatch',
  'subscales',
  'answers',
  'missing',
  'recordIds',
] as const;

/** Each instrument's scores of an episode, oldest first, with what staff made of each. */
export async function findMeasures(
  scoped: Scoped,
  organizationId: string,
  { clientId, admittedOn, lastDay, endedOn }: ShownEpisode,
  reviews: ScoreReviews,
  onHold: boolean,
): Promise<ClientMeasure[]> {
  const rows = await rowsInColumns<ScoreRow>(
    scoped,
    COLUMNS,
    sql`
      SELECT s.instrument, s.day, s.total, s.total_from AS "totalFrom", s.mismatch, s.subscales, s.answers, s.missing,
             s.record_ids AS "recordIds"
        FROM score s
       WHERE s.organization_id = ${organizationId} AND s.client_id = ${clientId}
         AND s.day BETWEEN ${admittedOn}::date - ${BASELINE_DAYS}::int AND ${lastDay}::date
       ORDER BY s.day`,
  );
  const byInstrument = Map.groupBy(rows, ({ instrument }) => instrument);
  const last = [...byInstrument].map(([instrument, scores]) => ({
    instrument,
    day: scores.at(-1)?.day ?? '',
  }));
  return INSTRUMENTS.flatMap((instrument): ClientMeasure[] => {
    const found = byInstrument.get(instrument.id);
    const newest = found?.at(-1);
    if (!found || !newest) return [];
    const scores = found.map(({ instrument: id, ...score }) => ({
      ...score,
      review: reviews.get(`${id} ${score.day}`) ?? null,
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
