import type { Dose, DoseOfLevel } from '#domain/attendance/dose.contract';
import type { Exported } from '../exports/about-file.ts';
import { countShown, TOO_FEW } from '../exports/small-counts.ts';
import type { Table } from '../exports/table.ts';
import { isRateShown, shownOf } from '#domain/statistics/small-cells';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { definitionsTable } from '../measures/definitions-table.ts';

/** What the file is of: whose hours, of which full weeks. */
export const ofDose = ({ scope, from, to, asOf }: Dose): string[] => [
  'Dose: hours prescribed, and what became of them',
  `${scope}, the full weeks of ${from} to ${to}; as of ${asOf}`,
];

/** The hours, client-weeks by level and tenth of the dose, and what every measure means. */
export const doseTables = (
  dose: Dose,
  { suppressed }: Exported,
  rules: ProgramDefaults,
): Table[] => [
  {
    name: 'Hours',
    head: ['Hours', 'Hours in all'],
    rows: [
      ['Prescribed', inHours(dose.prescribedMinutes)],
      ['Recorded', inHours(dose.recordedMinutes)],
      ['Assumed', inHours(dose.assumedMinutes)],
      ['Lost by clients', inHours(dose.lostByClientsMinutes)],
      ['Lost by us', inHours(dose.lostByUsMinutes)],
      ['Not recorded', inHours(dose.unrecordedMinutes)],
    ],
  },
  {
    name: 'Levels',
    head: [
      'Level',
      'Client-weeks',
      'Client-weeks whose prescribed hours are not known',
      'Hours prescribed',
      'Hours recorded',
      'Hours assumed',
      `${dose.engagedWeeks.name} or more`,
      'Share',
      ...TENTHS,
    ],
    rows: dose.levels.map((level) => levelRow(level, suppressed)),
  },
  definitionsTable(rules),
];

/** Client-weeks by the share of the prescribed hours that was attended. */
const TENTHS = Array.from({ length: 11 }, (_, tenth) =>
  tenth === 10 ? '100% or more' : `${tenth * 10} to ${(tenth + 1) * 10}%`,
);

function levelRow(level: DoseOfLevel, suppressed: boolean): Table['rows'][number] {
  const { weeks, notKnown, bars, engaged } = level;
  const isShown = countShown(weeks, suppressed) === weeks;
  const isEngagedShown = !suppressed || isRateShown(engaged.numerator, engaged.denominator);
  const shown = suppressed ? shownOf(bars) : bars.map(() => true);
  const hours = (minutes: number) => (isShown ? inHours(minutes) : TOO_FEW);
  return [
    level.level,
    countShown(weeks, suppressed),
    countShown(notKnown, suppressed),
    hours(level.prescribedMinutes),
    hours(level.recordedMinutes),
    hours(level.assumedMinutes),
    isEngagedShown ? engaged.numerator : TOO_FEW,
    isEngagedShown ? engaged.value : null,
    // A tenth that is shown beside the share of the dose must not give that away.
    ...bars.map((count, tenth) => (shown[tenth] && isEngagedShown ? count : TOO_FEW)),
  ];
}

const inHours = (minutes: number): number => Math.round(minutes / 6) / 10;
