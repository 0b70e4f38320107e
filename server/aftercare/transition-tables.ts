import type {
  TransitionRate,
  TransitionRow,
  Transitions,
} from '#domain/aftercare/transitions.contract';
import { DISCHARGE_REASONS } from '#domain/episode/discharge-reason';
import type { Figure } from '#domain/measures/figure.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { isRateShown, shownOf } from '#domain/statistics/small-cells';
import { countShown, TOO_FEW } from '../exports/small-counts.ts';
import type { Table } from '../exports/table.ts';
import { definitionsTable } from '../measures/definitions-table.ts';

const TOO_FEW_BESIDE = 'not shown: fewer than 11 not recorded';

/** What the file is of: whose discharges, of which days. */
export const ofTransitions = ({ scope, from, to, asOf }: Transitions): string[] => [
  'Transitions: what came after discharges',
  `${scope}, discharged ${from} to ${to}; as of ${asOf}`,
];

/** The figures, the flows, each comparison, and what every measure means. */
export const transitionTables = (found: Transitions, rules: ProgramDefaults): Table[] => [
  ratesTable(found),
  flowsTable(found),
  ...found.parts.map(({ by, rows }) => partTable(by, rows)),
  definitionsTable(rules),
];

const ratesTable = ({ rates }: Transitions): Table => ({
  name: 'Figures',
  head: ['Measure', 'Value', 'Numerator', 'Denominator', 'Low', 'High', 'Left out', 'Not recorded'],
  rows: rates.map(({ measure, figure }) => [
    measure.name,
    ...(measure.unit === 'share'
      ? cellsOf(isRateShown(figure.numerator, figure.denominator) ? figure : null)
      : cellsOf(isRateShown(figure.denominator, figure.denominator) ? figure : null)),
  ]),
});

function flowsTable({ flows }: Transitions): Table {
  const shown = shownOf(flows.map(({ discharges }) => discharges));
  return {
    name: 'Flows',
    head: ['Level at discharge', 'How it ended', 'Destination', 'Within 30 days', 'Discharges'],
    rows: flows.map(({ level, reason, destination, came, discharges }, index) => [
      level ?? 'not known',
      reasonWord(reason),
      destination ?? 'none, or not said',
      came,
      shown[index] ? discharges : TOO_FEW,
    ]),
  };
}

const reasonWord = (reason: number): string =>
  DISCHARGE_REASONS[reason as keyof typeof DISCHARGE_REASONS] ?? 'not recorded';

function partTable(by: string, rows: readonly TransitionRow[]): Table {
  const rates = ['Value', 'Numerator', 'Denominator', 'Low', 'High', 'Left out', 'Not recorded'];
  const named = (what: string): string[] => rates.map((rate) => `${what}: ${rate.toLowerCase()}`);
  return {
    name: `By ${by}`,
    head: [
      `${by.charAt(0).toUpperCase()}${by.slice(1)}`,
      'Live discharges',
      ...named('Booked within 14 days'),
      ...named('Kept within 14 days'),
      ...named('Kept within 30 days'),
      'Kept within 14 days against all',
    ],
    rows: rows.map(({ name, discharges, booked, kept, keptLater, outside }) => [
      name,
      discharges ?? TOO_FEW,
      ...rateCells(booked),
      ...rateCells(kept),
      ...rateCells(keptLater),
      outside ?? '',
    ]),
  };
}

/** A rate whose parts would give away a few stands without them. */
function rateCells({ figure, rough }: TransitionRate): (string | number | null)[] {
  if (!rough) return cellsOf(figure);
  const { value, interval } = rough;
  return [value, TOO_FEW_BESIDE, null, interval?.low ?? null, interval?.high ?? null, null, null];
}

function cellsOf(figure: Figure | null): (string | number | null)[] {
  if (!figure) return [TOO_FEW, null, null, null, null, null, null];
  const { value, numerator, denominator, interval, excluded, unrecorded } = figure;
  return [
    rounded(value),
    numerator,
    denominator,
    rounded(interval?.low ?? null),
    rounded(interval?.high ?? null),
    countShown(excluded, true),
    countShown(unrecorded, true),
  ];
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;
