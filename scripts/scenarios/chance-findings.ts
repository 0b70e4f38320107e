/** A chart of which it is known that nothing happened in it. */
export interface QuietChart {
  /** Drawn as a share on Laney's limits, or as a total by its denominator on those of single values. */
  isShare: boolean;
  /** By week, what counts of how much. */
  weeks: readonly Week[];
  /** The same of each person who has a part in it, over the same weeks. */
  people: readonly (readonly Week[])[];
}

export interface Week {
  counted: number;
  of: number;
}

const runLength = 7;

/** Whether the four rules of Making Data Count, in words of our own, find anything. */
export const isFlagged = ({ isShare, weeks }: Pick<QuietChart, 'isShare' | 'weeks'>): boolean =>
  hasFinding(isShare ? shareScores(weeks) : ratioScores(weeks));

/**
 * How many of a hundred such charts show something by chance, were all sessions independent of each
 * other: of as many a week as there were, each counts by the same chance. Only of sessions: minutes
 * are no draws, and are taken to vary evenly around their mean.
 */
export function shareFlagged(chart: QuietChart, draw: () => number, times: number): number {
  const { counted, of } = addedUp(chart.weeks);
  const held = chart.weeks.filter((week) => week.of > 0);
  return shareOf(times, () => {
    if (!chart.isShare || held.some((week) => week.of > mostSessions))
      return hasFinding(
        inSigmas(
          Array.from(held, () => normal(draw)),
          true,
        ),
      );
    const weeks = held.map((week) => ({ ...week, counted: countOf(week.of, counted / of, draw) }));
    return isFlagged({ isShare: true, weeks });
  });
}

/** A week of more is one of minutes. */
const mostSessions = 2000;

/**
 * The same, keeping the people: each person's whole record is moved by weeks drawn anew, round from
 * the last week to the first. Whoever comes seldom does so in neighbouring weeks, and drifts away
 * before leaving; which weeks those are is chance. So nothing happened in any week, and weeks
 * resemble their neighbours as much as they did.
 */
export function shareFlaggedOfPeople(
  { isShare, weeks, people }: QuietChart,
  draw: () => number,
  times: number,
): number {
  const count = weeks.length;
  return shareOf(times, () => {
    const moved = Array.from(weeks, () => ({ counted: 0, of: 0 }));
    for (const own of people) {
      const by = Math.floor(draw() * count);
      own.forEach((week, at) => {
        const to = moved[(at + by) % count];
        if (!to) return;
        to.counted += week.counted;
        to.of += week.of;
      });
    }
    return isFlagged({ isShare, weeks: moved });
  });
}

function shareOf(times: number, isSo: () => boolean): number {
  let count = 0;
  for (let time = 0; time < times; time += 1) if (isSo()) count += 1;
  return count / times;
}

/** In standard deviations of each week from the mean of all: the larger the week, the smaller. */
function shareScores(weeks: readonly Week[]): number[] {
  const { counted, of } = addedUp(weeks);
  const rate = counted / of;
  // A rate of hours may pass 1, where people stay longer than booked: it has no such limits.
  if (!(rate > 0 && rate < 1)) return [];
  const scores = weeks
    .filter((week) => week.of > 0)
    .map((week) => (week.counted / week.of - rate) / Math.sqrt((rate * (1 - rate)) / week.of));
  return inSigmas(scores, false);
}

function ratioScores(weeks: readonly Week[]): number[] {
  const ratios = weeks.filter((week) => week.of > 0).map((week) => week.counted / week.of);
  return inSigmas(ratios, true);
}

const addedUp = (weeks: readonly Week[]): Week => ({
  counted: sumOf(weeks.map(({ counted }) => counted)),
  of: sumOf(weeks.map(({ of }) => of)),
});

/**
 * By the mean range between neighbours (÷ 1.128). Single values are taken from their mean, and the
 * range without its jumps, as XmR charts go; scores are from a mean already.
 */
function inSigmas(values: readonly number[], isOfSingleValues: boolean): number[] {
  const centre = isOfSingleValues ? averageOf(values) : 0;
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
  const all = averageOf(ranges);
  const kept = isOfSingleValues ? ranges.filter((range) => range < 3.267 * all) : ranges;
  const sigma = averageOf(kept) / 1.128;
  if (!(sigma > 0)) return [];
  return values.map((value) => (value - centre) / sigma);
}

function hasFinding(scores: readonly number[]): boolean {
  if (scores.some((score) => Math.abs(score) > 3)) return true;
  const steps = scores.slice(1).map((score, index) => Math.sign(score - (scores[index] ?? 0)));
  return (
    hasRun(scores.map(Math.sign), runLength) ||
    // Seven points are six steps.
    hasRun(steps, runLength - 1) ||
    scores.slice(2).some((_, first) => {
      const three = scores.slice(first, first + 3);
      const side = Math.sign(three[0] ?? 0);
      return (
        three.every((score) => Math.sign(score) === side) &&
        three.filter((score) => Math.abs(score) > 2).length >= 2
      );
    })
  );
}

function hasRun(signs: readonly number[], length: number): boolean {
  let run = 0;
  return signs.some((sign, index) => {
    run = sign !== 0 && sign === signs[index - 1] ? run + 1 : Math.abs(sign);
    return run >= length;
  });
}

function countOf(sessions: number, share: number, draw: () => number): number {
  let counted = 0;
  for (let session = 0; session < sessions; session += 1) if (draw() < share) counted += 1;
  return counted;
}

/** Box and Muller. */
const normal = (draw: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const averageOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
