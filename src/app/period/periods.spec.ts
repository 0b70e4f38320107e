import { OWN_DATES, periodOf, periodsOn } from './periods';

const today = '2026-11-18';
const daysOf = (value: string, on = today) =>
  periodsOn(on).find((choice) => choice.value === value)?.days;

describe('periods', () => {
  it('are weeks from a Monday, the one that goes on among them', () => {
    expect(daysOf('26-weeks')).toEqual({ from: '2026-05-25', to: today });
    expect(daysOf('13-weeks', '2026-11-16')).toEqual({ from: '2026-08-24', to: '2026-11-16' });
    expect(daysOf('13-weeks', '2026-11-22')).toEqual({ from: '2026-08-24', to: '2026-11-22' });
  });

  it('are quarters of the year', () => {
    expect(daysOf('this-quarter')).toEqual({ from: '2026-10-01', to: today });
    expect(daysOf('last-quarter')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(daysOf('last-quarter', '2026-02-03')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  });

  it('are known again by their days', () => {
    const choices = periodsOn(today);
    expect(periodOf({}, choices)).toBe('26-weeks');
    expect(periodOf({ from: '2026-07-01', to: '2026-09-30' }, choices)).toBe('last-quarter');
    expect(periodOf({ from: '2026-07-02', to: '2026-09-30' }, choices)).toBe(OWN_DATES);
  });
});
