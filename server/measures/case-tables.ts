import type { SessionMeasure } from '#domain/measures/measure';
import type { MeasureCases, MeasureCasesQuery } from '#domain/measures/measures.contract';
import { dayAndTime } from '../exports/day-and-time.ts';
import type { Table } from '../exports/table.ts';
import { definitionsTable } from './definitions-table.ts';

/** What the file is of: rows of which figure, whose sessions, how many of how many. */
export const ofCases = (
  { name, sentence }: SessionMeasure,
  { cases, total, asOf }: MeasureCases,
  { from, to, counts, status, scope }: MeasureCasesQuery & { scope: string },
): string[] => [
  `Rows behind ${name}: ${sentence}`,
  `${[scope, counts ?? 'all rows', status].filter(Boolean).join(', ')}, ${from} to ${to}; as of ${asOf}`,
  ...(cases.length < total ? [`The newest ${cases.length} of ${total} rows.`] : []),
];

/** One client in one session a row, and what every measure means. */
export const caseTables = ({ cases }: MeasureCases): Table[] => [
  {
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
  },
  definitionsTable(),
];
