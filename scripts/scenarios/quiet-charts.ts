import { drawsOf, shareFlagged } from './chance-findings.ts';
import type { DirectorView, Line } from './director-view.ts';

/** Charts of one measure of a clinic in which nothing happened. */
export interface QuietCharts {
  measure: string;
  charts: number;
  flagged: number;
  /** So many would be, were all weeks independent of each other. */
  predicted: number;
  /** Charts without limits can show nothing. */
  withoutLimits: number;
}

const drawings = 400;

export async function quietCharts(view: DirectorView, seed: number): Promise<QuietCharts[]> {
  const all: QuietCharts[] = [];
  for (const { id, unit, countedIn } of await view.followed()) {
    const lines = await view.parts(id, 'site');
    const limited = lines.filter(({ limits }) => !limits.startsWith('no limits'));
    const isOfSessions = unit === 'share' && countedIn === 'sessions';
    const draw = drawsOf(seed);
    all.push({
      measure: id,
      charts: limited.length,
      flagged: limited.filter(({ findings }) => findings.length > 0).length,
      predicted: limited.reduce(
        (sum, line) => sum + shareFlagged(asDrawn(line, isOfSessions), draw, drawings),
        0,
      ),
      withoutLimits: lines.length - limited.length,
    });
  }
  return all;
}

/** Weeks over, with as many sessions as they had; minutes are no draws, and are taken as a total is. */
function asDrawn({ points, figure }: Line, isOfSessions: boolean) {
  const over = points.filter(({ open, value }) => !open && value !== null);
  return {
    of: isOfSessions ? over.map(({ denominator }) => denominator) : null,
    mean: figure.value ?? 0,
    points: over.length,
  };
}
