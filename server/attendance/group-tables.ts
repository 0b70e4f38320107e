import type { TherapyGroup, TherapyGroups } from '#domain/attendance/therapy-group.contract';
import type { Exported } from '../exports/about-file.ts';
import { countShown, partShown } from '../exports/small-counts.ts';
import type { Table } from '../exports/table.ts';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { definitionsTable } from '../measures/definitions-table.ts';

/** What the file is of: whose groups, as at when, since when joined and stopped are counted. */
export const ofGroups = ({ asOf, since }: TherapyGroups, scope: string): string[] => [
  'Groups: members, capacity, fill, who joined and who stopped',
  `${scope}; joined and stopped since ${since}; as of ${asOf}`,
];

/** A group a row, then its weeks, and what every measure means. */
export const groupTables = (
  { groups }: TherapyGroups,
  { suppressed }: Exported,
  rules: ProgramDefaults,
): Table[] => [
  {
    name: 'Groups',
    head: [
      'Group',
      'Program',
      'Site',
      'Facilitators',
      'Members',
      'Capacity',
      'Joined',
      'Stopped',
      'Present, of full weeks',
      'Places, of full weeks',
      'Fill',
      'Began',
      'Stopped early',
      'Share stopped early, all groups',
      'Upper 95 % limit',
      'Upper 99.8 % limit',
      'Finding',
    ],
    rows: groups.map((group) => [
      group.name,
      group.program,
      group.site,
      group.facilitators.join(', '),
      countShown(group.members, suppressed),
      group.capacity,
      countShown(group.joined, suppressed),
      countShown(group.stopped, suppressed),
      ...fillOf(group, suppressed),
      ...lossOf(group, suppressed),
    ]),
  },
  {
    name: 'Weeks',
    head: ['Group', 'Program', 'Week from', 'Sessions held', 'Enrolled', 'Present'],
    rows: groups.flatMap((group) =>
      group.weeks.map(({ week, held, enrolled, present }) => [
        group.name,
        group.program,
        week,
        held,
        countShown(enrolled, suppressed),
        // Without a session nobody could be present: that is not 0 of them.
        held === 0 ? null : countShown(present, suppressed),
      ]),
    ),
  },
  definitionsTable(rules),
];

type Row = Table['rows'][number];

function fillOf({ fill }: TherapyGroup, suppressed: boolean): Row {
  if (!fill) return [null, null, null];
  const { numerator, denominator, value } = fill;
  const present = countShown(numerator, suppressed);
  return [present, denominator, present === numerator ? value : null];
}

/** What it was found by goes where the finding goes: a finding tells of few that they are few. */
function lossOf({ loss, finding }: TherapyGroup, suppressed: boolean): Row {
  const { began, stoppedEarly, overall, high95, high998 } = loss;
  const stopped = partShown(stoppedEarly, began, suppressed);
  const isShown = stopped === stoppedEarly && countShown(began, suppressed) === began;
  return [
    countShown(began, suppressed),
    stopped,
    overall,
    isShown ? high95 : null,
    isShown ? high998 : null,
    isShown || finding === null ? finding : 'Losing people: more than the limits allow',
  ];
}
