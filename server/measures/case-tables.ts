import type { Measure } from '#domain/measures/measure';
import type {
  MeasureCase,
  MeasureCases,
  MeasureCasesQuery,
  MeasureTally,
} from '#domain/measures/measure-cases.contract';
import { dayAndTime } from '../exports/day-and-time.ts';
import type { Table } from '../exports/table.ts';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { definitionsTable } from './definitions-table.ts';

/** What the file is of: rows of which figure, whose sessions, how many of how many. */
export const ofCases = (
  { name, sentence }: Measure,
  { cases, tallies = [], total, asOf }: MeasureCases,
  { from, to, counts, status, scope }: MeasureCasesQuery & { scope: string },
): string[] => [
  `Rows behind ${name}: ${sentence}`,
  `${[scope, counts ?? 'all rows', status].filter(Boolean).join(', ')}, ${from} to ${to}; as of ${asOf}`,
  ...(shown(cases, tallies) < total
    ? [`The newest ${shown(cases, tallies)} of ${total} rows.`]
    : []),
];

const shown = (cases: readonly unknown[], tallies: readonly unknown[]) =>
  cases.length + tallies.length;

/** What stands behind a figure, and what every measure means. */
export const caseTables = ({ cases, tallies }: MeasureCases, rules: ProgramDefaults): Table[] => [
  tallies ? talliesTable(tallies) : sessionsTable(cases),
  definitionsTable(rules),
];

/** An episode, a client's week or day, or a group's week a row. */
const talliesTable = (tallies: readonly MeasureTally[]): Table => ({
  name: 'Rows',
  head: [
    'Family name',
    'Given name',
    'Group',
    'Which',
    'From',
    'Until before',
    'Counts',
    'Of how much',
    'Counted as',
    'Records',
  ],
  rows: tallies.map((one) => [
    one.familyName,
    one.givenName,
    one.group,
    one.which ?? null,
    one.day,
    one.until,
    one.numerator,
    one.denominator,
    one.counts,
    one.recordIds.join(' '),
  ]),
});

/** One client in one session a row. */
const sessionsTable = (cases: readonly MeasureCase[]): Table => ({
  name: 'Rows',
  head: [
    'Family name',
    'Given name',
    'Day',
    'Starts',
    'Time zone',
    'Service',
    'Site',
    'Status',
    'Counted as',
    'Minutes scheduled',
    'Minutes recorded',
    'Minutes assumed',
    'Contradictory at the source',
    'Record',
    'Encounter',
  ],
  rows: cases.map((one) => [
    one.familyName,
    one.givenName,
    ...dayAndTime(one.startsAt, one.timeZone),
    one.timeZone,
    one.service,
    one.site,
    one.status,
    one.counts,
    one.scheduledMinutes,
    one.recordedMinutes,
    one.assumed ? 'yes' : 'no',
    one.contradictory ? 'yes' : 'no',
    one.recordId,
    one.encounterId,
  ]),
});
