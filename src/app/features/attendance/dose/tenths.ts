import type { Dose, DoseOfLevel } from '#domain/attendance/dose.contract';
import type { ChartTable } from '../../../ui/chart/chart-table';
import { formatRate } from '../../../ui/figure/format-rate';
import { formatRounded, formatShares, formatTick } from '../../../ui/figure/format-scale';

/** 'Level 2.1'. */
export const levelName = ({ level }: DoseOfLevel): string =>
  level === null ? 'Level not known' : `Level ${level}`;

const TENTHS = 11;
const LAST = TENTHS - 1;
const inPercent = (tenth: number): string => formatRounded(tenth / LAST, 'share');

/** '70', where the axis says that it is %. */
export const shortTenth = (tenth: number): string =>
  tenth === LAST ? `${inPercent(tenth)}+` : inPercent(tenth);

/** '70 to 80% of the hours', '100% or more of the hours'. */
export const tenthWords = (tenth: number): string =>
  tenth === LAST
    ? `${formatShares(1, null)} of the hours`
    : `${formatShares(tenth / LAST, (tenth + 1) / LAST)} of the hours`;

/** '34% (12/35)'; nothing to divide by is said, never 0. */
export const weeksWords = (weeks: number, of: number): string =>
  of === 0
    ? 'none known'
    : `${formatRate({ value: weeks / of, denominator: of }) ?? ''} (${weeks}/${of})`;

export const tenthReadings = ({ bars, weeks }: DoseOfLevel): string[] =>
  bars.map((count, tenth) => `${tenthWords(tenth)}: ${weeksWords(count, weeks)} of client-weeks.`);

/** A row for each tenth, a column for each level. */
export const levelsTable = (levels: readonly DoseOfLevel[]): ChartTable => ({
  head: ['Attended', ...levels.map(levelName)],
  rows: [
    ...Array.from({ length: TENTHS }, (_, tenth) => [
      tenthWords(tenth),
      ...levels.map(({ bars, weeks }) => weeksWords(bars[tenth] ?? 0, weeks)),
    ]),
    ['Prescribed hours not known', ...levels.map(({ notKnown }) => String(notKnown))],
  ],
});

export const levelsSummary = ({ levels, engagedDoseRatio }: Dose): string =>
  levels
    .map((level) => {
      const { numerator, denominator } = level.engaged;
      return `${levelName(level)}: ${numerator} of ${denominator} client-weeks with ${formatTick(engagedDoseRatio, 'share', true)} of the dose or more, not known ${level.notKnown}.`;
    })
    .join(' ');
