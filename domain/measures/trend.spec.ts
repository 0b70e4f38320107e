import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { HOURS_DELIVERED, HOURS_LOST_BY_CLIENTS } from './session-hours.ts';
import { ATTENDANCE_SESSIONS } from './attendance-sessions.ts';
import { trendOf, type TrendPeriod, type TrendRules } from './trend.ts';

const FIRST = '2026-08-03';
const RULES: TrendRules = { every: 'week', asOf: '2026-11-18' };

/** Weeks of so many sessions attended of 100, all recorded. */
const weeks = (...attended: number[]): TrendPeriod[] =>
  attended.map((numerator, index) => ({
    start: addDays(FIRST, 7 * index),
    numerator,
    denominator: 100,
    excluded: 0,
    unrecorded: 0,
    past: 100,
    open: false,
  }));

const attendance = (periods: TrendPeriod[], rules: Partial<TrendRules> = {}) =>
  trendOf(ATTENDANCE_SESSIONS, periods, { ...RULES, ...rules });
const hours = (...values: number[]) => trendOf(HOURS_DELIVERED, weeks(...values), RULES);

const rulesOf = (trend: ReturnType<typeof trendOf>) =>
  trend.stretches.flatMap(({ points }) => points.map(({ cause }) => cause?.rule ?? null));

const QUIET = [78, 80, 76, 79, 77, 80, 78, 77, 79, 76];

test('no rule applies: no title, the question stands', () => {
  const trend = attendance(weeks(...QUIET));
  assert.deepEqual([trend.title, trend.findings], [null, []]);
  assert.equal(trend.question, 'Has attendance changed?');
  assert.equal(hours(...QUIET).question, 'Have hours delivered changed?');
});

test('a week below the limit is named by its Monday', () => {
  const trend = attendance(weeks(...QUIET, 78, 77, 79, 55, 78));
  assert.equal(trend.title, 'Attendance fell below its limit in the week of 2 November');
  const [finding] = trend.findings;
  assert.equal(finding?.name, 'Outside the limit');
  assert.equal(finding?.sentence, 'The week of 2 November lies below the lower limit.');
  assert.deepEqual(
    [finding?.from, finding?.to, finding?.reading],
    ['2026-11-02', '2026-11-02', 'concern'],
  );
});

test('two weeks below the limit, the last ones or not', () => {
  const now = attendance(weeks(...QUIET, ...QUIET, 50, 51));
  assert.equal(now.title, 'Attendance has been below its limit for 2 weeks');
  assert.equal(now.findings.filter(({ rule }) => rule === 'outside').length, 1);
  const then = attendance(weeks(...QUIET, 50, 51, ...QUIET.slice(5)), { asOf: '2027-02-01' });
  assert.equal(
    then.title,
    'Attendance was below its limit for 2 weeks, up to the week of 19 October 2026',
  );
});

test('a first week outside neither fell nor rose: nothing stands before it', () => {
  const trend = attendance(weeks(50, ...QUIET, ...QUIET));
  assert.equal(trend.title, 'Attendance was below its limit in the week of 3 August');
});

test('a shift counts its weeks, and says whether it goes on', () => {
  const low = [76, 77, 76, 75, 77, 76, 75, 76];
  const high = [81, 82, 80, 81, 80, 82, 81, 80];
  const trend = attendance(weeks(...low, ...high));
  assert.deepEqual(
    trend.findings.map(({ title, reading }) => [title, reading]),
    [
      ['Attendance has been above its mean for 8 weeks', 'improvement'],
      ['Attendance was below its mean for 8 weeks, up to the week of 21 September', 'concern'],
    ],
  );
  assert.equal(
    trend.findings[0]?.sentence,
    '8 weeks from the week of 28 September to the week of 16 November all lie above the mean.',
  );
});

test('a week that is not over does not end what goes on', () => {
  const shifted = weeks(
    ...[76, 77, 76, 75, 77, 76, 75, 76],
    ...[81, 82, 80, 81, 80, 82, 81, 80],
    9,
  );
  const periods = shifted.map((week, index) => ({ ...week, open: index === 16 }));
  assert.equal(attendance(periods).title, 'Attendance has been above its mean for 8 weeks');
});

test('a trend, worked: of points 7–14 the last lies outside, which comes first', () => {
  const trend = hours(61, 64, 60, 65, 62, 66, 63, 64, 66, 67, 69, 70, 72, 75);
  assert.deepEqual(
    trend.findings.map(({ rule, title }) => [rule, title]),
    [
      ['outside', 'Hours delivered rose above their limit in the week of 2 November'],
      ['trend', 'Hours delivered have risen for the hours scheduled over 8 weeks running'],
      [
        'two-of-three',
        'Hours delivered came near their lower limit in at least 2 of the 3 weeks up to the week of 17 August',
      ],
    ],
  );
  assert.equal(
    trend.findings[1]?.sentence,
    '8 weeks from the week of 14 September to the week of 2 November: each after the first is higher for the hours scheduled than the one before.',
  );
});

test('near the limit in two of three weeks, though one of the two is named for its trend', () => {
  const trend = hours(60, 64, 58, 63, 60, 64, 59, 70, 70, 68, 66, 65, 64, 63, 62, 62, 58);
  assert.deepEqual(
    trend.findings.map(({ title }) => title),
    [
      'Hours delivered fell for the hours scheduled over 7 weeks running, up to the week of 9 November',
      'Hours delivered came near their upper limit in at least 2 of the 3 weeks up to the week of 5 October',
    ],
  );
});

test('XmR, worked: the mean and limits of a total', () => {
  const [stretch] = hours(78, 81, 75, 80, 77, 82, 79, 76, 80, 74, 71, 60).stretches;
  assert.equal(stretch?.mean?.toFixed(6), '0.760833');
  assert.equal(stretch?.points[0]?.centre?.toFixed(4), '76.0833');
  const limits = stretch?.points[0]?.limits;
  assert.deepEqual([limits?.low.toFixed(4), limits?.high.toFixed(4)], ['63.5088', '88.6579']);
});

test('more hours because more were scheduled are no special cause', () => {
  // The census doubles over half a year, and clients come as they came.
  const growing = weeks(...QUIET, ...QUIET, ...QUIET).map((week, index) => {
    const times = 1 + index / 29;
    return { ...week, numerator: week.numerator * times, denominator: 100 * times };
  });
  const trend = trendOf(HOURS_DELIVERED, growing, RULES);
  assert.deepEqual(trend.findings, []);
  const [first, last] = [growing[0], growing.at(-1)];
  const points = trend.stretches[0]?.points ?? [];
  assert.ok((last?.numerator ?? 0) > 1.9 * (first?.numerator ?? 0));
  assert.equal(points.at(-1)?.centre?.toFixed(6), (2 * (points[0]?.centre ?? 0)).toFixed(6));
  assert.equal(
    points.at(-1)?.limits?.low.toFixed(6),
    (2 * (points[0]?.limits?.low ?? 0)).toFixed(6),
  );
});

test('hours that fall though as many were scheduled are named', () => {
  const trend = hours(...QUIET, ...QUIET, 30);
  assert.equal(
    trend.findings[0]?.sentence,
    'The week of 21 December lies below the lower limit for the hours scheduled.',
  );
});

test('what is lost in few weeks has no limits: they would lie on the mean', () => {
  const rare = hours(0, 0, 0, 12, 0, 0, 0, 0, 5, 0, 0, 0);
  assert.deepEqual(rare.findings, []);
  assert.equal(rare.stretches[0]?.noLimits, 'too rare: none in half of the points or more');
});

test('fewer of what is better lost is an improvement', () => {
  const trend = trendOf(HOURS_LOST_BY_CLIENTS, weeks(...QUIET, 30), RULES);
  assert.equal(trend.findings[0]?.reading, 'improvement');
});

test('fewer than 8 points: no limits, and it says so', () => {
  const [stretch] = attendance(weeks(...QUIET.slice(0, 7))).stretches;
  assert.deepEqual([stretch?.mean, stretch?.noLimits], [null, 'fewer than 8 points']);
  assert.ok(stretch?.points.every(({ limits }) => limits === null));
});

test('limits restart where the process changed', () => {
  const lower = QUIET.map((attended) => attended - 20);
  const on = addDays(FIRST, 7 * QUIET.length);
  const one = attendance(weeks(...QUIET, ...lower));
  const two = attendance(weeks(...QUIET, ...lower), {
    changes: [{ on, words: 'evening track opens' }],
  });
  assert.notEqual(one.title, null);
  assert.equal(two.title, null);
  assert.deepEqual(
    two.stretches.map(({ mean }) => mean?.toFixed(3)),
    ['0.780', '0.580'],
  );
});

test('a week that is not over takes no part in limits or rules', () => {
  const open = { ...weeks(...QUIET, 5).slice(-1)[0], open: true } as TrendPeriod;
  const trend = attendance([...weeks(...QUIET), open]);
  assert.equal(trend.title, null);
  assert.equal(trend.stretches[0]?.mean, attendance(weeks(...QUIET)).stretches[0]?.mean);
  const last = trend.stretches[0]?.points.at(-1);
  assert.deepEqual([last?.value, last?.limits, last?.cause], [0.05, null, null]);
});

test('a week without sessions is a gap: no value, and not 0', () => {
  const closed = weeks(...QUIET, ...QUIET).map((week, index) =>
    index === 10 ? { ...week, numerator: 0, denominator: 0, past: 0, closedDays: 5 } : week,
  );
  const trend = attendance(closed);
  const point = trend.stretches[0]?.points[10];
  assert.deepEqual([point?.value, point?.limits, point?.closedDays], [null, null, 5]);
  assert.equal(trend.stretches[0]?.mean?.toFixed(3), '0.780');
});

test('more than one in ten not recorded: marked, and part of the rules', () => {
  const poorly = (unrecorded: number) =>
    weeks(...QUIET, 50).map((week, index) => (index === 10 ? { ...week, unrecorded } : week));
  const marked = (unrecorded: number) => attendance(poorly(unrecorded)).stretches[0]?.points.at(-1);
  assert.equal(marked(10)?.poorlyRecorded, false);
  assert.equal(marked(11)?.poorlyRecorded, true);
  assert.equal(marked(11)?.cause?.rule, 'outside');
});

test('a finding says which of its weeks are poorly recorded', () => {
  const poorly = (values: number[], ...at: number[]) =>
    attendance(
      weeks(...values).map((week, index) =>
        at.includes(index) ? { ...week, unrecorded: 11 } : week,
      ),
    ).findings[0]?.sentence;
  assert.equal(
    poorly([...QUIET, 50], 10),
    'The week of 12 October lies below the lower limit. It is poorly recorded: more than one in ten without an outcome.',
  );
  assert.equal(poorly([...QUIET, 50], 9), 'The week of 12 October lies below the lower limit.');
  const shifted = [76, 77, 76, 75, 77, 76, 75, 76, 81, 82, 80, 81, 80, 82, 81, 80];
  assert.match(
    poorly(shifted, 15) ?? '',
    /above the mean\. The week of 16 November is poorly recorded: more than one in ten without an outcome\.$/,
  );
  assert.match(poorly(shifted, 14, 15) ?? '', / 2 of them are poorly recorded/);
});

test('a limit is never drawn beyond what can be, and a point is judged by the limit uncut', () => {
  // Uncut the upper limit lies above 1; cut, two thirds of the way to it would be 0.980, and 99 near.
  const trend = attendance(weeks(90, 97, 92, 98, 88, 99, 95, 99, 89, 98, 90));
  const [stretch] = trend.stretches;
  assert.ok(stretch?.points.every(({ limits }) => limits?.high === 1));
  assert.ok(rulesOf(trend).every((rule) => rule === null));
});

test('months are named as months', () => {
  const months = weeks(...QUIET, 40).map((week, index) => ({
    ...week,
    start: `${index < 2 ? '2025' : '2026'}-${String(((index + 10) % 12) + 1).padStart(2, '0')}-01`,
  }));
  const { title } = attendance(months, { every: 'month' });
  assert.equal(title, 'Attendance fell below its limit in September');
});

test('every finding names a run of periods of the series, and the title is that of the latest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 40, max: 100 }), { maxLength: 60 }), (values) => {
      const trend = attendance(weeks(...values));
      const signals = rulesOf(trend).filter((rule) => rule !== null);
      assert.equal(trend.title === null, signals.length === 0);
      for (const { from, to, title, sentence } of trend.findings) {
        assert.ok(FIRST <= from && from <= to && to <= (trend.findings[0]?.to ?? ''));
        assert.doesNotMatch(title + sentence, /undefined|NaN|null/);
      }
    }),
  );
});
