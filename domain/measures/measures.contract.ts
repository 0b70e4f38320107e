import { Type, type Static } from 'typebox';
import { Day, Id, Nullable } from '../contract-parts.ts';
import { Figure } from './figure.contract.ts';
import { ProcessChange } from './process-change.contract.ts';

/** How a measure is defined, in the words that a reader sees on asking. */
export const MeasureDefinition = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** One sentence. */
  sentence: Type.String(),
  numerator: Type.String(),
  denominator: Type.String(),
  leftOut: Type.String(),
  unit: Type.Union([
    Type.Literal('share'),
    Type.Literal('hours'),
    Type.Literal('days'),
    Type.Literal('sessions'),
    Type.Literal('weeks'),
    Type.Literal('clients'),
    Type.Literal('discharges'),
  ]),
  /** What numerator and denominator count; hours are minutes until they are shown. */
  countedIn: Type.Union([
    Type.Literal('sessions'),
    Type.Literal('minutes'),
    Type.Literal('days'),
    Type.Literal('weeks'),
    Type.Literal('clients'),
    Type.Literal('discharges'),
    Type.Literal('follow-ups'),
  ]),
  /** Which way is better; `neither` where more is neither. */
  direction: Type.Union([Type.Literal('higher'), Type.Literal('lower'), Type.Literal('neither')]),
  /** The source of the definition. */
  standard: Type.String(),
  interval: Type.Union([
    Type.Literal('clustered-by-client'),
    Type.Literal('wilson'),
    Type.Literal('none'),
  ]),
  /** Whether it can be followed over weeks and months. */
  hasTrend: Type.Boolean(),
  /** Counted by sessions, which then stand behind it. */
  isOfSessions: Type.Boolean(),
  /** Of discharges and what came after: it stands on the page of transitions. */
  isOfDischarges: Type.Optional(Type.Boolean()),
});
export type MeasureDefinition = Static<typeof MeasureDefinition>;

export const MeasureCatalogue = Type.Object({ measures: Type.Array(MeasureDefinition) });
export type MeasureCatalogue = Static<typeof MeasureCatalogue>;

export const Split = Type.Union([
  Type.Literal('site'),
  Type.Literal('program'),
  Type.Literal('kind'),
  Type.Literal('track'),
  Type.Literal('weekday'),
  Type.Literal('time'),
  Type.Literal('level'),
]);
export type Split = Static<typeof Split>;

/** Which sessions: all of them in the reader's scope, narrowed by each that is given. */
export const SessionScope = {
  site: Type.Optional(Id),
  program: Type.Optional(Id),
  counselor: Type.Optional(Id),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  track: Type.Optional(Type.String({ maxLength: 40 })),
  level: Type.Optional(Type.String({ maxLength: 8 })),
  weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 })),
  hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })),
};

/** What narrows a measure of discharges beside that: why treatment ended (TEDS-D, 0: not recorded), where to. */
export const DischargeScope = {
  reason: Type.Optional(Type.Integer({ minimum: 0, maximum: 7 })),
  destination: Type.Optional(Type.String({ maxLength: 200 })),
};

/** One flow between two stops (`flow-stops`), of the discharges that all else narrows to. */
export const FlowScope = {
  fromStop: Type.Optional(Type.String({ maxLength: 220 })),
  toStop: Type.Optional(Type.String({ maxLength: 220 })),
};

/** `from` and `to` are days on the sites' own calendars, both counted. */
export const MeasureQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
    by: Type.Optional(Type.Union([Type.Literal('week'), Type.Literal('month')])),
    split: Type.Optional(Split),
    ...SessionScope,
    ...DischargeScope,
    ...FlowScope,
  },
  { additionalProperties: false },
);
export type MeasureQuery = Static<typeof MeasureQuery>;

export const MeasureExportQuery = Type.Object(
  {
    format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
    ...MeasureQuery.properties,
  },
  { additionalProperties: false },
);

/** What a control-chart rule found. */
export const SpecialCause = Type.Object({
  rule: Type.Union([
    Type.Literal('outside'),
    Type.Literal('trend'),
    Type.Literal('two-of-three'),
    Type.Literal('shift'),
  ]),
  direction: Type.Union([Type.Literal('up'), Type.Literal('down')]),
  /** By the measure's own direction. */
  concern: Nullable(Type.Boolean()),
});
export type SpecialCause = Static<typeof SpecialCause>;

/** Days on which a site was closed: by the schedule, or as it was set. The two are kept apart. */
export const Closure = Type.Object({
  day: Day,
  /** The same where it is one day. */
  lastDay: Day,
  /** `null`: every site. */
  site: Nullable(Type.String()),
  /** By the schedule: nearly all that was booked were cancelled by the program, so many. */
  sessions: Nullable(Type.Integer()),
  /** As it was set: why. */
  words: Nullable(Type.String()),
});
export type Closure = Static<typeof Closure>;

/** A week or a month. */
export const MeasurePoint = Type.Object({
  start: Day,
  /** The first day after it. */
  until: Day,
  value: Nullable(Type.Number()),
  numerator: Type.Number(),
  denominator: Type.Number(),
  excluded: Type.Integer(),
  unrecorded: Type.Integer(),
  /** Not over yet: no part of limits and rules. */
  open: Type.Boolean(),
  /** Of an open one: days with sessions that are over, of those planned. */
  daysOver: Nullable(Type.Object({ over: Type.Integer(), of: Type.Integer() })),
  /** More than a tenth of what is past was not recorded. */
  poorlyRecorded: Type.Boolean(),
  closures: Type.Array(Closure),
  centre: Nullable(Type.Number()),
  low: Nullable(Type.Number()),
  high: Nullable(Type.Number()),
  cause: Nullable(SpecialCause),
});
export type MeasurePoint = Static<typeof MeasurePoint>;

/** Something the rules found, over one or several points, in words. */
export const Finding = Type.Object({
  cause: SpecialCause,
  start: Day,
  /** The first day after it. */
  until: Day,
  /** The rule's name, e.g. 'Outside the limit'. */
  name: Type.String(),
  /** A sentence, e.g. 'Week of 2 November: 71.6%, 421 of 588; the lower limit is 72.9%.' */
  sentence: Type.String(),
});
export type Finding = Static<typeof Finding>;

/** One place beside the others of its kind, against funnel limits around all of them. */
export const BesideOthers = Type.Object({
  /** Of all together. */
  overall: Type.Number(),
  /** Within these, 95 % of the time, chance alone would leave so many. */
  low: Type.Number(),
  high: Type.Number(),
  outside: Nullable(Type.Union([Type.Literal('95'), Type.Literal('99.8')])),
  /** A sentence where it lies outside; else `null`. */
  finding: Nullable(Type.String()),
});
export type BesideOthers = Static<typeof BesideOthers>;

/** One line of a chart. */
export const MeasureSeries = Type.Object({
  /** What the split goes by; `null` of the whole. */
  id: Nullable(Type.String()),
  name: Type.String(),
  figure: Figure,
  points: Type.Array(MeasurePoint),
  /** Made by rule from the points; `null` where no rule applies: the page then asks its question. */
  title: Nullable(Type.String()),
  findings: Type.Array(Finding),
  /** Which limits the points carry, or why they carry none. */
  limits: Type.String(),
  /** Of a part of a rate over clients or episodes; none of session rates, whose chance is clustered. */
  beside: Type.Optional(BesideOthers),
});
export type MeasureSeries = Static<typeof MeasureSeries>;

/** A measure's value with everything that belongs to it, over time and, on request, apart. */
export const MeasureAnswer = Type.Object({
  measure: MeasureDefinition,
  asOf: Type.String({ format: 'date-time' }),
  from: Day,
  to: Day,
  by: Type.Union([Type.Literal('week'), Type.Literal('month')]),
  /** What was counted, in words: 'your clients', 'all sites'. */
  scope: Type.String(),
  clients: Type.Integer(),
  whole: MeasureSeries,
  /** The same number of days before; `null` where the source's history does not reach. */
  before: Nullable(Figure),
  split: Nullable(Split),
  /** By name, never by value. At most six; `groupsLeft` says how many more there are. */
  groups: Type.Array(MeasureSeries),
  groupsLeft: Type.Integer(),
  changes: Type.Array(ProcessChange),
  /** Years of history are still being read: figures of this period may grow. */
  incomplete: Type.Boolean(),
});
export type MeasureAnswer = Static<typeof MeasureAnswer>;
