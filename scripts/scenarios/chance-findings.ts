/** A chart of which it is known that nothing happened in it. */
export interface QuietChart {
  /** Of a share, how many each point is of; of a total, nothing. */
  of: readonly number[] | null;
  /** The share that counts, or the total's mean; a total is taken to vary evenly around it. */
  mean: number;
  points: number;
}

const runLength = 7;

/**
 * How many of a hundred such charts show something by chance alone: their points drawn anew, each
 * independent of the others, and looked at by the four rules of Making Data Count in words of our own.
 */
export function shareFlagged(chart: QuietChart, draw: () => number, times: number): number {
  let flagged = 0;
  for (let time = 0; time < times; time += 1)
    if (hasFinding(drawnScores(chart, draw))) flagged += 1;
  return flagged / times;
}

/** In standard deviations of a single point from the mean of all, as limits take it. */
function drawnScores({ of, mean, points }: QuietChart, draw: () => number): number[] {
  if (!of) {
    const values = Array.from({ length: points }, () => normal(draw));
    return inSigmas(values, averageOf(values), true);
  }
  const counted = of.map((sessions) => countOf(sessions, mean, draw));
  const rate = sumOf(counted) / sumOf(of);
  if (rate === 0 || rate === 1) return [];
  const scores = of.map(
    (sessions, week) =>
      ((counted[week] ?? 0) / sessions - rate) / Math.sqrt((rate * (1 - rate)) / sessions),
  );
  return inSigmas(scores, 0, false);
}

/** By the mean range between neighbours (÷ 1.128); for totals without its jumps, as XmR charts go. */
function inSigmas(values: readonly number[], centre: number, withoutJumps: boolean): number[] {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
  const all = averageOf(ranges);
  const kept = withoutJumps ? ranges.filter((range) => range < 3.267 * all) : ranges;
  const sigma = averageOf(kept) / 1.128;
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
