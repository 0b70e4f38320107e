import type { MeasureAnswer } from '#domain/measures/measures.contract';
import { inHours } from './in-hours';

const figure = { value: 90, numerator: 90, denominator: 120, interval: null };
const point = { value: 90, centre: 60, low: null, high: 120, numerator: 90 };
const answer = (unit: string) =>
  ({
    measure: { unit },
    whole: { figure, points: [point, { ...point, value: null }] },
    before: null,
    groups: [],
  }) as unknown as MeasureAnswer;

describe('inHours', () => {
  it('makes hours of minutes, and nothing of what is not known', () => {
    const { whole } = inHours(answer('hours'));
    expect(whole.figure.value).toBe(1.5);
    expect(whole.points[0]).toEqual(
      jasmine.objectContaining({ value: 1.5, centre: 1, low: null, high: 2, numerator: 90 }),
    );
    expect(whole.points[1]?.value).toBeNull();
  });

  it('leaves shares alone', () => {
    expect(inHours(answer('share')).whole.figure.value).toBe(90);
  });
});
