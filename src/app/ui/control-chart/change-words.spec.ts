import type { ProcessChange } from '#domain/measures/process-change.contract';
import { aPoint } from './a-measure-series';
import { changeWords } from './change-words';

const points = [
  aPoint({ start: '2026-08-31', until: '2026-09-07' }),
  aPoint({ start: '2026-09-07', until: '2026-09-14' }),
];
const change = (day: string, words: string): ProcessChange => ({
  id: words,
  day,
  words,
  siteId: null,
  by: 'Kiona Yew',
});

describe('changeWords', () => {
  it('stand at the period in which the day lies', () => {
    expect(changeWords(points, [change('2026-09-13', 'Van service begins')])).toEqual([
      { index: 1, text: '13 Sep: Van service begins, limits restart' },
    ]);
  });

  it('of several changes in one period are one text, not one over the other', () => {
    const [only, ...more] = changeWords(points, [
      change('2026-09-07', 'Reminder calls begin'),
      change('2026-09-07', 'Van service begins'),
      change('2026-09-09', 'Group D opens'),
    ]);
    expect(more).toEqual([]);
    expect(only?.text).toBe(
      '7 Sep: Reminder calls begin; Van service begins; 9 Sep: Group D opens, limits restart',
    );
  });

  it('are none for what lies outside the chart', () => {
    expect(changeWords(points, [change('2026-09-14', 'Later')])).toEqual([]);
  });
});
