import { timeAxis } from '../time-axis/time-axis';
import { bandDrawing, type BandScale, type BandSeries, type Due } from './band-drawing';

const axis = timeAxis({
  from: '2026-10-05',
  to: '2026-11-29',
  today: '2026-11-18',
  width: 660,
  after: 120,
});
const PHQ: BandScale = {
  min: 0,
  max: 27,
  bands: [
    { from: 0, to: 4, name: 'minimal' },
    { from: 5, to: 9, name: 'mild' },
    { from: 10, to: 27, name: 'moderate or more' },
  ],
  cuts: [],
};
const of = (...values: [day: string, value: number][]): BandSeries => ({
  name: '',
  colour: 0,
  points: values.map(([day, value]) => ({ day, value })),
});
const draw = (series: BandSeries[], due: Due | null = null) =>
  bandDrawing(axis, PHQ, series, due, 84);

describe('bandDrawing', () => {
  it('meets bands halfway between their totals, and covers the whole height', () => {
    const { bands } = draw([]);
    expect(bands[0].y).toBeCloseTo(bands[1].y + bands[1].height, 6);
    expect(bands[1].y).toBeCloseTo(bands[2].y + bands[2].height, 6);
    expect([bands[2].y, bands[0].y + bands[0].height]).toEqual([0, 84]);
  });

  it('names first, last and extremes, and leaves out what would run into them', () => {
    const { values } = draw([
      of(['2026-10-05', 12], ['2026-10-06', 11], ['2026-10-26', 20], ['2026-11-16', 9]),
    ]);
    expect(values.map(({ words }) => words).sort()).toEqual(['12', '20', '9']);
  });

  it('keeps every band’s word apart from the next, and inside the drawing', () => {
    const places = draw([])
      .bandWords.map(({ y }) => y)
      .sort((a, b) => a - b);
    const gaps = places.slice(1).map((y, index) => y - places[index]);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13);
    expect(Math.max(...places)).toBeLessThanOrEqual(84);
  });

  it('stands what is due at its day, after the end at the edge, away from the last score', () => {
    const low = of(['2026-11-16', 2]);
    const due = (day: string, series = low) => draw([series], { day, words: 'due' }).due!;
    expect(due('2026-11-23').x).toBeCloseTo(axis.x('2026-11-23') + axis.dayWidth / 2, 6);
    expect(due('2027-01-04').x).toBe(axis.scaleEnd);
    expect(due('2026-11-23').y).toBeLessThan(due('2026-11-23', of(['2026-11-16', 26])).y);
  });

  it('names several series where they end, none over another', () => {
    const use = { ...of(['2026-11-16', 8]), name: 'Use', colour: 2 };
    const risk = { ...of(['2026-11-16', 8]), name: 'Risk', colour: 6 };
    const { ends, values } = draw([use, risk]);
    expect(values).toEqual([]);
    expect(ends.map(({ words }) => words).sort()).toEqual(['Risk 8', 'Use 8']);
    expect(Math.abs(ends[0].y - ends[1].y)).toBeGreaterThanOrEqual(13);
  });
});
