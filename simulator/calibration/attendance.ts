import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Comparison } from './comparison.ts';
import { mean } from './middle.ts';

const SETTING = 'Design value: no published one for this setting';
const FEWEST_SESSIONS = 15;

interface Counted {
  kept: number;
  missed: number;
  due: number;
}

/** How often people come, how much they differ in it, and how often they say nothing. */
export function attendanceComparisons(stays: readonly EpisodeTimeline[]): Comparison[] {
  const counted = stays.map(countedOf);
  const sum = (of: (one: Counted) => number) => counted.reduce((all, one) => all + of(one), 0);
  const due = sum((one) => one.due);
  return [
    row('Sessions attended of those due', sum(({ kept }) => kept) / due, 0.75, SETTING),
    row('Standard deviation between clients', spread(counted), 0.15, SETTING),
    row('No-shows of sessions due', sum(({ missed }) => missed) / due, 0.15, '0.10–0.20, design'),
  ];
}

function countedOf({ sessions }: EpisodeTimeline): Counted {
  const last = sessions.map(({ changes }) => changes[changes.length - 1]);
  const kept = last.filter(({ status }) => status === 'fulfilled').length;
  const missed = last.filter(({ status }) => status === 'noshow').length;
  return {
    kept,
    missed,
    due: kept + missed + last.filter(({ reason }) => reason === 'pat').length,
  };
}

/** The variance between clients is what is left of all variance without chance within each. */
function spread(counted: readonly Counted[]): number {
  const enough = counted.filter(({ due }) => due >= FEWEST_SESSIONS);
  const rates = enough.map(({ kept, due }) => kept / due);
  const centre = mean(rates);
  const all = mean(rates.map((rate) => (rate - centre) ** 2));
  const within = mean(enough.map(({ due }, at) => (rates[at] * (1 - rates[at])) / due));
  return Math.sqrt(Math.max(0, all - within));
}

function row(quantity: string, simulated: number, published: number, source: string): Comparison {
  return { quantity, simulated, published, unit: 'share', source };
}
