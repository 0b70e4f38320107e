import { readTokens } from '../chart/chart-tokens';
import { aPoint, aSeries } from './a-measure-series';
import { scaleOf, seriesDrawing } from './series-drawing';

describe('seriesDrawing', () => {
  it('leaves a gap where nothing is known, and never draws it as 0', () => {
    const points = [aPoint(), aPoint({ value: null, denominator: 0 }), aPoint({ value: 0.6 })];
    const { data } = drawn(points);
    expect(data.datasets[0]?.data).toEqual([0.8, null, 0.6]);
    expect((data.datasets[0] as { spanGaps?: boolean }).spanGaps).toBe(false);
  });

  it('dots the line towards a week that is not over', () => {
    const { data } = drawn([aPoint(), aPoint({ open: true }), aPoint()]);
    const { segment } = data.datasets[0] as unknown as {
      segment: { borderDash: (at: { p1DataIndex: number }) => number[] | undefined };
    };
    expect(segment.borderDash({ p1DataIndex: 1 })).toEqual([2, 3]);
    expect(segment.borderDash({ p1DataIndex: 2 })).toBeUndefined();
  });
});

describe('scaleOf', () => {
  it('holds the values and limits of all that stand side by side, and no unknown as 0', () => {
    const low = aSeries([aPoint({ value: 0.56, low: 0.55 }), aPoint({ value: null, low: null })]);
    const { min, max } = scaleOf([aSeries([aPoint()]), low], 'share');
    expect(min).toBeGreaterThan(0.3);
    expect(min).toBeLessThanOrEqual(0.55);
    expect(max).toBeGreaterThanOrEqual(0.9);
    expect(max).toBeLessThanOrEqual(1);
  });
});

function drawn(points: ReturnType<typeof aPoint>[]) {
  const painted = {
    points,
    changes: [],
    by: 'week',
    unit: 'share',
    countedIn: 'sessions',
    compact: false,
  } as const;
  return seriesDrawing(
    { ...painted, start: 0.6 },
    { min: 0.6, max: 0.9, step: 0.1 },
    readTokens(window),
  );
}
