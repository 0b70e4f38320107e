import { Type, type Static } from 'typebox';
import { Day } from '../contract-parts.ts';
import { Figure } from '../measures/figure.contract.ts';
import { MeasureQuery } from '../measures/measures.contract.ts';

/** Sessions of one outcome: an attendance status as at asOf, or 'walk-in'. */
export const OutcomeCell = Type.Object({
  outcome: Type.String(),
  sessions: Type.Integer(),
  scheduledMinutes: Type.Integer(),
  recordedMinutes: Type.Integer(),
  assumedMinutes: Type.Integer(),
});
export type OutcomeCell = Static<typeof OutcomeCell>;

/** As a measure is asked for, and which one the hours show. */
export const SessionOutcomesQuery = Type.Object(
  { measure: Type.String({ maxLength: 60 }), ...MeasureQuery.properties },
  { additionalProperties: false },
);

/** What became of the sessions, week by week (or month), and by weekday and hour. */
export const SessionOutcomes = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  from: Day,
  to: Day,
  periods: Type.Array(
    Type.Object({
      start: Day,
      until: Day,
      open: Type.Boolean(),
      cells: Type.Array(OutcomeCell),
    }),
  ),
  /** The measure asked for, by the site's weekday (1 is Monday) and hour of the start. */
  byHour: Type.Array(
    Type.Object({
      weekday: Type.Integer({ minimum: 1, maximum: 7 }),
      hour: Type.Integer({ minimum: 0, maximum: 23 }),
      figure: Figure,
      /** How many sessions the figure’s denominator is of: of measures in hours it is minutes. */
      sessions: Type.Integer(),
    }),
  ),
});
export type SessionOutcomes = Static<typeof SessionOutcomes>;
