import { timeAxis } from './time-axis';

describe('timeAxis', () => {
  const axis = timeAxis({
    from: '2026-09-16',
    to: '2026-12-18',
    today: '2026-11-18',
    width: 660,
    after: 100,
  });

  it('runs in whole weeks, Monday to Monday, to scale', () => {
    expect([axis.from, axis.to]).toEqual(['2026-09-14', '2026-12-21']);
    expect(axis.x('2026-09-14')).toBe(0);
    expect(axis.x('2026-12-21')).toBeCloseTo(560, 6);
    expect(axis.x('2026-11-02')).toBeCloseTo(280, 6);
  });

  it('marks today in the middle of its day, and nowhere when it lies outside', () => {
    expect(axis.todayX).toBeCloseTo(65.5 * (560 / 98), 6);
    const past = timeAxis({
      from: '2025-01-06',
      to: '2025-03-01',
      today: '2026-11-18',
      width: 660,
      after: 0,
    });
    expect(past.todayX).toBeNull();
  });

  it('names the month where it changes, and weeks only as many as can be read', () => {
    expect(axis.ticks.map(({ words }) => words).slice(0, 5)).toEqual([
      '14 Sep',
      '21',
      '28',
      '5 Oct',
      '12',
    ]);
    const narrow = timeAxis({
      from: '2026-09-16',
      to: '2026-12-18',
      today: '2026-11-18',
      width: 330,
      after: 50,
    });
    const gaps = narrow.ticks.slice(1).map(({ x }, index) => x - narrow.ticks[index].x);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(40);
  });

  it('names the year where it changes', () => {
    const years = timeAxis({
      from: '2024-12-02',
      to: '2026-11-18',
      today: '2026-11-18',
      width: 660,
      after: 0,
    });
    expect(years.ticks.some(({ words }) => /2025$/.test(words))).toBeTrue();
  });

  it('keeps what follows behind the break, in order and inside the width', () => {
    const places = [3, 7, 14, 30, 60, 90, 180, 365].map((days) => axis.afterX(days));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(axis.scaleEnd);
    expect(places.at(-1)).toBeLessThan(660);
  });
});
