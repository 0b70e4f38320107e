import { Type, type Static } from 'typebox';
import { Day } from '../contract-parts.ts';
import { MeasureDefinition } from '../measures/measures.contract.ts';
import { Figure } from '../measures/figure.contract.ts';

/** Client-weeks of one level of care by the share of the prescribed hours that was attended. */
export const DoseOfLevel = Type.Object({
  level: Type.Union([Type.String(), Type.Null()]),
  /** Weeks over, of clients in care, whose prescribed hours are known. */
  weeks: Type.Integer(),
  /** Weeks whose prescribed hours are not known: in no bar. */
  notKnown: Type.Integer(),
  /** By tenths of the prescribed hours: 0–10%, … 90–100%, and 100% or more. */
  bars: Type.Array(Type.Integer(), { minItems: 11, maxItems: 11 }),
  /** Client-weeks that count as engaged by the rules of each, clustered by client. */
  engaged: Figure,
  prescribedMinutes: Type.Integer(),
  recordedMinutes: Type.Integer(),
  assumedMinutes: Type.Integer(),
});
export type DoseOfLevel = Static<typeof DoseOfLevel>;

/** Hours of a period: what was prescribed, and what became of it. Asked with a MeasureQuery. */
export const Dose = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  from: Day,
  /** The last day of the last week that is over. */
  to: Day,
  /** What was counted, in words: 'your clients, Harbor Street'. */
  scope: Type.String(),
  /** Years of history are still being read: hours of earlier weeks may still come. */
  incomplete: Type.Boolean(),
  clients: Type.Integer(),
  /** What an engaged week is, in words, and from which share of the hours, as on the last day. */
  engagedWeeks: MeasureDefinition,
  engagedDoseRatio: Type.Number(),
  /** By level. */
  levels: Type.Array(DoseOfLevel),
  prescribedMinutes: Type.Integer(),
  recordedMinutes: Type.Integer(),
  assumedMinutes: Type.Integer(),
  lostByClientsMinutes: Type.Integer(),
  lostByUsMinutes: Type.Integer(),
  /** Sessions without an outcome: hours nobody can place. */
  unrecordedMinutes: Type.Integer(),
});
export type Dose = Static<typeof Dose>;
