import { aClient, aMeasure, aScore } from '../client-progress.fixture';
import { ownWeeks } from './own-weeks';
import { usualDrawing } from './usual-drawing';

describe('the usual course', () => {
  it('counts a client’s weeks from admission; what was asked before stands before the first', () => {
    const own = ownWeeks({
      ...aClient,
      weeks: [
        { monday: '2026-10-12', deliveredMinutes: 540, assumedMinutes: 60, prescribedMinutes: 720 },
        { monday: '2026-10-19', deliveredMinutes: 0, assumedMinutes: 0, prescribedMinutes: 720 },
      ],
      measures: [
        aMeasure(
          'phq-9',
          aScore('2026-10-08', 16),
          aScore('2026-10-12', 15),
          aScore('2026-10-18', 14),
          aScore('2026-10-19', null),
        ),
      ],
    });
    expect([...(own.get('hours') ?? [])]).toEqual([
      [1, 10],
      [2, 0],
    ]);
    // Of two of one week the last stands; without a total there is none.
    expect([...(own.get('phq-9') ?? [])]).toEqual([
      [0, 16],
      [1, 14],
    ]);
  });

  it('breaks the band where too few were left, instead of drawing over it', () => {
    const week = (of: number) => ({
      quantity: 'hours',
      week: of,
      low: 4,
      middle: 6,
      high: 9,
      clients: 12,
    });
    const { band, middle } = usualDrawing([week(1), week(2), week(5)], new Map([[1, 3]]), 400);
    expect(band.match(/M/g)?.length).toBe(2);
    expect(middle.match(/M/g)?.length).toBe(2);
  });
});
