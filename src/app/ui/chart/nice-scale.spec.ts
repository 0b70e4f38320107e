import { niceScale } from './nice-scale';

const SHARE = { min: 0, max: 1 };

describe('niceScale', () => {
  it('has three to five round marks around all values', () => {
    expect(niceScale([0.712, 0.833], SHARE, 1 / 4)).toEqual({ min: 0.6, max: 0.9, step: 0.1 });
    expect(niceScale([0, 640], { min: 0, max: Infinity }, 0)).toEqual({
      min: 0,
      max: 800,
      step: 200,
    });
  });

  it('does not leave what can be', () => {
    expect(niceScale([0.02, 0.05], SHARE, 1 / 4).min).toBe(0);
    expect(niceScale([0.95, 1], SHARE, 1 / 4).max).toBe(1);
  });

  it('stands for one value and for none', () => {
    const one = niceScale([0.8], SHARE, 1 / 4);
    expect(one.min).toBeLessThan(0.8);
    expect(one.max).toBeGreaterThan(0.8);
    expect(niceScale([], SHARE, 1 / 4)).toEqual({ min: 0, max: 1, step: 0.5 });
  });
});
