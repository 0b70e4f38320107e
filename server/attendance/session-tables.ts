import type { SessionList, SessionListQuery } from '#domain/attendance/session-list.contract';
import type { Exported } from '../exports/about-file.ts';
import { dayAndTime } from '../exports/day-and-time.ts';
import { countShown, partShown } from '../exports/small-counts.ts';
import type { Table } from '../exports/table.ts';

/** What the file is of: whose sessions, of which days, how many of how many. */
export const ofSessions = (
  { from, to, scope, asOf, sessions, counts }: SessionList,
  { concern }: SessionListQuery,
): string[] => {
  const total = counts[concern ?? 'all'];
  return [
    `Sessions${concern ? `, only those ${concern}` : ''}`,
    `${scope}, ${from} to ${to}; as of ${asOf}`,
    ...(sessions.length < total ? [`The newest ${sessions.length} of ${total} sessions.`] : []),
  ];
};

/** A session a row, newest first, and what its columns mean. */
export const sessionTables = ({ sessions }: SessionList, { suppressed }: Exported): Table[] => [
  {
    name: 'Sessions',
    head: [
      'Day',
      'Starts',
      'Ends',
      'Time zone',
      'Service',
      'Kind',
      'Site',
      'Facilitator',
      ...COUNTS.map(({ head }) => head),
    ],
    rows: sessions.map((session) => [
      ...dayAndTime(session.startsAt, session.timeZone),
      dayAndTime(session.endsAt, session.timeZone)[1],
      session.timeZone,
      session.service,
      session.kind,
      session.site,
      session.facilitator,
      ...COUNTS.map(({ count }) =>
        count === 'clients'
          ? countShown(session.clients, suppressed)
          : partShown(session[count], session.clients, suppressed),
      ),
    ]),
  },
  {
    name: 'Definitions',
    head: ['Column', 'Definition'],
    rows: COUNTS.map(({ head, meaning }) => [head, meaning]),
  },
];

const COUNTS = [
  { head: 'Clients', count: 'clients', meaning: 'Clients booked, and those who walked in.' },
  { head: 'Attended', count: 'attended', meaning: 'Attended, late and left early included.' },
  {
    head: 'Not recorded',
    count: 'notRecorded',
    meaning: 'Without an outcome more than a day after the end. In no rate.',
  },
  {
    head: 'Waiting',
    count: 'awaitingRecord',
    meaning: 'Without an outcome within a day after the end. In no rate.',
  },
  {
    head: 'Contradictory',
    count: 'contradictory',
    meaning: 'The booking says cancelled or missed, the encounter says present.',
  },
  {
    head: 'Assumed minutes',
    count: 'assumed',
    meaning: 'Attended without recorded minutes: the scheduled ones are assumed.',
  },
] as const;
