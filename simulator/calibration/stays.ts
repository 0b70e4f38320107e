import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Comparison } from './comparison.ts';
import { median, share } from './middle.ts';

const TEDS_2004 = 'TEDS 2004, discharges from intensive outpatient treatment';
const TELEHEALTH = 'Contreras-Schwartz 2024, telehealth: not the pattern aimed at';

/** What TEDS calls other has three reasons here. */
const PUBLISHED: readonly [name: string, reasons: string[], share: number, medianDays: number][] = [
  ['completed', ['completed'], 0.377, 50],
  ['transferred', ['transferred'], 0.179, 42],
  ['dropped out', ['dropped-out'], 0.232, 26],
  ['terminated', ['terminated'], 0.14, 36],
  ['other', ['incarcerated', 'died', 'other'], 0.072, 36],
];

/** Why stays end, how long they last, and how many are still there after a month or more. */
export function stayComparisons(stays: readonly EpisodeTimeline[]): Comparison[] {
  const days = (some: readonly EpisodeTimeline[]) =>
    some.map(({ placement }) => placement.step.stayDays);
  const byReason = PUBLISHED.flatMap(([name, reasons, published, medianDays]): Comparison[] => {
    const own = stays.filter(({ placement }) => reasons.includes(placement.step.reason));
    return [
      {
        quantity: `Discharged: ${name}`,
        simulated: own.length / stays.length,
        published,
        unit: 'share',
        source: TEDS_2004,
      },
      {
        quantity: `Median stay: ${name}`,
        simulated: median(days(own)),
        published: medianDays,
        unit: 'days',
        source: TEDS_2004,
      },
    ];
  });
  const retained = [
    [30, 0.8],
    [60, 0.63],
    [90, 0.5],
  ].map(([day, published]): Comparison => {
    return {
      quantity: `Still in treatment on day ${day}`,
      simulated: share(days(stays), (stay) => stay >= day),
      published,
      unit: 'share',
      source: TELEHEALTH,
    };
  });
  return [
    ...byReason,
    {
      quantity: 'Median stay: all',
      simulated: median(days(stays)),
      published: 41,
      unit: 'days',
      source: TEDS_2004,
    },
    ...retained,
  ];
}
