/** A point of a control chart beside its own mean and limits. */
export interface ChartPoint {
  value: number;
  centre: number;
  low: number;
  high: number;
}

/** The rules in order of precedence: a point that meets several is named by the first. */
export const RULES = ['outside', 'trend', 'two-of-three', 'shift'] as const;
export type Rule = (typeof RULES)[number];

export interface SpecialCause {
  rule: Rule;
  direction: 'up' | 'down';
  /** First and last point of the run that meets the rule. */
  from: number;
  to: number;
}

export interface RunLengths {
  /** Points all rising or all falling that make a trend; some NHS booklets use 6. */
  trend: number;
  /** Points on one side of the mean that make a shift. */
  shift: number;
}

const SEVEN: RunLengths = { trend: 7, shift: 7 };

type Points = readonly (ChartPoint | null)[];
type Causes = (SpecialCause | null)[];

/**
 * The special causes of a control chart, by the four rules of NHS England's Making Data Count (as in
 * NHSRplotthedots): at most one a point. A `null` is a gap; no run reaches across it, so that
 * 'seven weeks' are seven neighbouring weeks.
 */
export function specialCauses(points: Points, lengths: Partial<RunLengths> = {}): Causes {
  const { trend, shift } = { ...SEVEN, ...lengths };
  const found: Record<Rule, Causes> = {
    outside: outside(points),
    trend: trends(points, trend),
    'two-of-three': twoOfThree(points),
    shift: shifts(points, shift),
  };
  return points.map((_, index) => {
    const rule = RULES.find((one) => found[one][index]);
    return rule ? (found[rule][index] ?? null) : null;
  });
}

const outside = (points: Points): Causes =>
  points.map((point, index) => {
    if (!point || (point.low <= point.value && point.value <= point.high)) return null;
    const direction = point.value > point.high ? 'up' : 'down';
    return { rule: 'outside', direction, from: index, to: index };
  });

/** So many neighbouring points on one side of the mean; a point on the mean is on neither. */
function shifts(points: Points, length: number): Causes {
  const causes = noCauses(points);
  for (const run of runsOf(points.map(sideOf))) {
    if (run.to - run.from + 1 < length) continue;
    causes.fill({ rule: 'shift', ...run }, run.from, run.to + 1);
  }
  return causes;
}

/** So many neighbouring points, each above the one before it, or each below. */
function trends(points: Points, length: number): Causes {
  const causes = noCauses(points);
  for (const { from, to, direction } of runsOf(points.map(stepTo(points)))) {
    // The point that the first step leaves belongs to the run.
    const run = { from: from - 1, to, direction };
    if (run.to - run.from + 1 < length) continue;
    for (let index = run.from; index <= run.to; index++) {
      // A turning point belongs to the run that it ends.
      causes[index] ??= { rule: 'trend', ...run };
    }
  }
  return causes;
}

/** Two of three neighbours beyond ⅔ of the way to a limit but inside it, all three on one side. */
function twoOfThree(points: Points): Causes {
  const causes = noCauses(points);
  for (let from = 0; from + 2 < points.length; from++) {
    const three = points.slice(from, from + 3);
    const [side] = three.map(sideOf);
    if (!side || three.some((point) => sideOf(point) !== side)) continue;
    if (three.filter(isNearLimit).length < 2) continue;
    const direction = side > 0 ? 'up' : 'down';
    three.forEach((point, offset) => {
      if (!isNearLimit(point)) return;
      causes[from + offset] ??= { rule: 'two-of-three', direction, from, to: from + 2 };
    });
  }
  return causes;
}

const noCauses = (points: Points): Causes => points.map(() => null);

/** 1 above the mean, −1 below, 0 on it or where there is no point. */
const sideOf = (point: ChartPoint | null): number =>
  point ? Math.sign(point.value - point.centre) : 0;

/** 1 where a point rises above the one before it, −1 where it falls, 0 where neither can be said. */
const stepTo = (points: Points) => (point: ChartPoint | null, index: number) => {
  const before = points[index - 1];
  return point && before ? Math.sign(point.value - before.value) : 0;
};

function isNearLimit(point: ChartPoint | null): boolean {
  if (!point) return false;
  const { value, centre, low, high } = point;
  const aboveThird = centre + (2 / 3) * (high - centre);
  const belowThird = centre - (2 / 3) * (centre - low);
  return (value > aboveThird && value <= high) || (value < belowThird && value >= low);
}

type Run = Omit<SpecialCause, 'rule'>;

/** The longest stretches of one sign; 0 belongs to none. */
function runsOf(signs: readonly number[]): Run[] {
  const runs: Run[] = [];
  signs.forEach((sign, index) => {
    if (sign === 0) return;
    const last = runs.at(-1);
    if (last && last.to === index - 1 && signs[last.to] === sign) last.to = index;
    else runs.push({ from: index, to: index, direction: sign > 0 ? 'up' : 'down' });
  });
  return runs;
}
