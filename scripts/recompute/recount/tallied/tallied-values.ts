import type { ComparedValues, ValuesByName } from '../../compared-values.ts';
import { clusteredInterval } from '../clustered-interval.ts';
import { enrolledOn, fillByWeek } from '../group-places.ts';
import { rounded } from '../measure-figure.ts';
import { addDays, mondayOf } from '../site-calendar.ts';
import { wilson } from '../wilson.ts';
import { daysAway, missesInARow } from './absence-tallies.ts';
import {
  bookedBefore,
  daysToFirst,
  everyDischarge,
  linkage,
  medicated,
  readmitted,
} from './discharge-tallies.ts';
import { beginnings, census } from './stay-tallies.ts';
import type { Tally, TalliedFacts } from './tally.ts';
import { isEngaged, payerDays, streaks, weeks } from './week-tallies.ts';

interface Rule {
  id: string;
  tallies: (facts: TalliedFacts) => Tally[];
  kind: 'share' | 'count' | 'middle';
  /** Who has come to as many is said. */
  from?: number;
  interval?: 'wilson' | 'clustered';
  /** Each week stands for itself: the figure is that of the last. */
  isOfItsDay?: true;
  /** Of the moment alone: there is no week before. */
  isOfNow?: true;
  /** A middle of what came in all the weeks, not of the moment. */
  isOverWeeks?: true;
}

/** What came after discharges. */
export const dischargeRules: readonly Rule[] = [
  { id: 'discharges', kind: 'count', tallies: everyDischarge },
  ...(['referred', 'planned', 'live'] as const).flatMap((of) =>
    (['booked', 'kept'] as const).flatMap((step) =>
      [7, 14, 30].map((days) => rateOf(`linkage-${step}-${days}-${of}`, linkage(step, days, of))),
    ),
  ),
  rateOf('booked-before-discharge', bookedBefore),
  rateOf('medication-uninterrupted', medicated(0)),
  rateOf('medication-gap-seven', medicated(7)),
  ...[30, 90, 180].map((days) => rateOf(`readmission-${days}`, readmitted(days))),
  { id: 'days-to-first-appointment', kind: 'middle', isOverWeeks: true, tallies: daysToFirst },
];

export const talliedRules: readonly Rule[] = [
  {
    id: 'hours-prescribed',
    kind: 'count',
    tallies: weeks(({ prescribed }) =>
      prescribed === null ? null : { counted: prescribed, of: 0 },
    ),
  },
  {
    id: 'dose-ratio',
    kind: 'share',
    tallies: weeks(({ prescribed, recorded, assumed }) =>
      prescribed ? { counted: recorded + assumed, of: prescribed } : null,
    ),
  },
  {
    id: 'engaged-weeks',
    kind: 'share',
    interval: 'clustered',
    tallies: weeks((week) =>
      week.prescribed ? { counted: Number(isEngaged(week)), of: 1 } : null,
    ),
  },
  { id: 'engagement-streak', kind: 'middle', tallies: streaks },
  { id: 'payer-days', kind: 'count', tallies: payerDays },
  { id: 'consecutive-misses', kind: 'middle', from: 2, tallies: missesInARow },
  { id: 'days-since-seen', kind: 'middle', from: 7, tallies: daysAway },
  { id: 'census', kind: 'count', isOfItsDay: true, tallies: census },
  {
    id: 'group-fill',
    kind: 'share',
    tallies: ({ places, period, asOf, capacities }) =>
      fillByWeek(places, { from: period.from, asOf }, capacities).map(ofNobody),
  },
  {
    id: 'enrolment',
    kind: 'share',
    isOfNow: true,
    tallies: ({ places, today, capacities }) => enrolledOn(places, today, capacities).map(ofNobody),
  },
  { id: 'stopped-early', kind: 'share', interval: 'wilson', tallies: beginnings },
  ...dischargeRules,
];

function rateOf(id: string, tallies: Rule['tallies']): Rule {
  return { id, kind: 'share', interval: 'wilson', tallies };
}

/** Of a group, not of a client. */
const ofNobody = (tally: Omit<Tally, 'client'>): Tally => ({ client: '', ...tally });

/** The figure of a measure, and week by week what it was made of. */
export function talliedValues(rule: Rule, facts: TalliedFacts): ValuesByName {
  const all = rule.tallies(facts);
  const last = mondayOf(facts.today);
  const counting = rule.isOfItsDay ? all.filter(({ monday }) => monday === last) : all;
  const byWeek = Map.groupBy(all, ({ monday }) => monday);
  const values: ValuesByName = new Map([['figure', figureValues(rule, counting)]]);
  const isOfTheMoment = rule.isOfNow || (rule.kind === 'middle' && !rule.isOverWeeks);
  const first = isOfTheMoment ? last : facts.period.from;
  for (let monday = first; monday <= last; monday = addDays(monday, 7))
    values.set(`week of ${monday}`, sums(byWeek.get(monday) ?? []));
  return values;
}

/** How many rows stand behind each part. */
export function talliedCases(rule: Rule, facts: TalliedFacts): ComparedValues {
  const last = mondayOf(facts.today);
  const all = rule.tallies(facts).filter(({ monday }) => !rule.isOfItsDay || monday === last);
  return {
    numerator: all.filter(({ counted }) => counted > 0).length,
    denominator: all.filter(({ of }) => of > 0).length,
    excluded: all.filter(({ excluded = 0 }) => excluded > 0).length,
    unrecorded: all.filter(({ unrecorded = 0 }) => unrecorded > 0).length,
  };
}

function figureValues({ kind, from, interval }: Rule, all: readonly Tally[]): ComparedValues {
  const parts = sums(all);
  const { numerator, denominator } = parts;
  const clients = [...Map.groupBy(all, ({ client }) => client).values()].map(sums);
  const bounds =
    interval === 'wilson'
      ? wilson(numerator, denominator)
      : interval === 'clustered'
        ? clusteredInterval(clients.map((one) => ({ counted: one.numerator, of: one.denominator })))
        : null;
  return {
    ...parts,
    value: rounded(valueOf(kind, all, parts), 9),
    reached: from === undefined ? null : all.filter(({ counted }) => counted >= from).length,
    low: rounded(bounds?.low ?? null, 4),
    high: rounded(bounds?.high ?? null, 4),
  };
}

function valueOf(
  kind: Rule['kind'],
  all: readonly Tally[],
  { numerator, denominator }: { numerator: number; denominator: number },
): number | null {
  if (kind === 'middle')
    return middle(all.filter(({ of }) => of > 0).map(({ counted }) => counted));
  if (kind === 'count') return numerator === 0 && denominator === 0 ? null : numerator;
  return denominator === 0 ? null : numerator / denominator;
}

function middle(counts: readonly number[]): number | null {
  const ordered = counts.toSorted((a, b) => a - b);
  const half = ordered.length / 2;
  if (ordered.length === 0) return null;
  if (ordered.length % 2 === 1) return ordered[Math.floor(half)] ?? null;
  return ((ordered[half - 1] ?? 0) + (ordered[half] ?? 0)) / 2;
}

const sums = (all: readonly Tally[]) => ({
  numerator: all.reduce((sum, { counted }) => sum + counted, 0),
  denominator: all.reduce((sum, { of }) => sum + of, 0),
  excluded: all.reduce((sum, { excluded = 0 }) => sum + excluded, 0),
  unrecorded: all.reduce((sum, { unrecorded = 0 }) => sum + unrecorded, 0),
});
