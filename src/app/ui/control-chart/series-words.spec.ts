import type { SpecialCause } from '#domain/measures/measures.contract';
import { aPoint, aSeries } from './a-measure-series';
import { limitRuns } from './limit-runs';
import { markOf } from './point-marks';
import { pointWords } from './point-words';
import { seriesTable } from './series-table';
import { seriesWords } from './series-words';

const fell: SpecialCause = { rule: 'outside', direction: 'down', concern: true };

describe('the words of a series', () => {
  it('read a point with its count, the rule and what the limit was', () => {
    const point = aPoint({
      value: 0.716,
      numerator: 421,
      denominator: 588,
      low: 0.729,
      cause: fell,
    });
    expect(pointWords(point, 'week', 'share')).toBe(
      'Week of 2 Nov: 71.6%, 421/588, below the lower limit 72.9%.',
    );
  });

  it('say that nothing was counted, never 0', () => {
    const empty = aPoint({ value: null, numerator: 0, denominator: 0 });
    expect(pointWords(empty, 'week', 'share')).toBe('Week of 2 Nov: nothing counted.');
    const [row] = seriesTable(aSeries([empty]), 'week', 'share').rows;
    expect(row?.slice(0, 2)).toEqual(['Week of 2 Nov', 'none yet']);
  });

  it('say how far a week is that is not over', () => {
    const open = aPoint({ open: true, daysOver: { over: 2, of: 5 } });
    expect(pointWords(open, 'week', 'share')).toContain('not over, 2 of 5 days');
  });

  it('say which part of the past sessions is not recorded', () => {
    const poor = aPoint({ denominator: 78, excluded: 2, unrecorded: 20, poorlyRecorded: true });
    expect(pointWords(poor, 'week', 'share')).toContain('uncertain: 20% not recorded');
  });

  it('count what is not recorded where a share of hours would say something else', () => {
    const hours = aPoint({ denominator: 9_000, unrecorded: 20, poorlyRecorded: true });
    expect(pointWords(hours, 'week', 'share', 'minutes')).toContain('uncertain: 20 not recorded');
  });

  it('name a closure with its day, site and sessions', () => {
    const closures = [
      {
        day: '2026-11-04',
        lastDay: '2026-11-04',
        site: 'Millbrook',
        sessions: 22,
        words: null,
      },
      {
        day: '2026-11-05',
        lastDay: '2026-11-06',
        site: null,
        sessions: null,
        words: 'Flood',
      },
    ];
    const words = pointWords(aPoint({ closures }), 'week', 'share');
    expect(words).toContain('closed 4 Nov at Millbrook, 22 sessions, by the schedule');
    expect(words).toContain('closed 5 Nov – 6 Nov at every site: Flood');
  });

  it('sum up a course by its first, last, lowest and highest full period', () => {
    const points = [
      aPoint({ start: '2026-10-26', value: 0.7 }),
      aPoint({ value: 0.9 }),
      aPoint({ start: '2026-11-09', value: 0.8 }),
      aPoint({ start: '2026-11-16', value: 0.1, open: true }),
    ];
    const words = seriesWords(aSeries(points), 'week', 'share');
    expect(words).toContain('First 70% in the week of 26 Oct, last 80% in the week of 9 Nov');
    expect(words).toContain('lowest 70% in the week of 26 Oct, highest 90% in the week of 2 Nov');
  });

  it('write what is no share with its unit', () => {
    const point = aPoint({ value: 10.25, numerator: 512.5 });
    expect(pointWords(point, 'month', 'hours')).toBe('Nov 2026: 10.3 h, 512.5/50.');
  });
});

describe('markOf', () => {
  it('gives each kind of point its own shape', () => {
    expect(markOf(aPoint())).toBe('plain');
    expect(markOf(aPoint({ cause: fell }))).toBe('concern');
    expect(markOf(aPoint({ cause: { ...fell, concern: false } }))).toBe('improvement');
    expect(markOf(aPoint({ cause: { ...fell, concern: null } }))).toBe('special');
    expect(markOf(aPoint({ poorlyRecorded: true }))).toBe('uncertain');
  });

  it('marks nothing as found in a week that is not over', () => {
    expect(markOf(aPoint({ open: true, cause: fell }))).toBe('open');
  });
});

describe('limitRuns', () => {
  it('restarts where the mean does, and has none where there are no limits', () => {
    const none = aPoint({ centre: null });
    const points = [none, aPoint(), aPoint(), aPoint({ centre: 0.7 }), none];
    expect(limitRuns(points)).toEqual([
      { from: 1, to: 2, centre: 0.8 },
      { from: 3, to: 3, centre: 0.7 },
    ]);
  });
});
