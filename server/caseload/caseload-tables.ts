import type { CaseloadLine, Flag } from '#domain/caseload/caseload.contract';
import type { CaseloadColumnId, CaseloadExport } from '#domain/caseload/caseload-export.contract';
import { FLAG_WORDS, URGENCY_NAMES } from '#domain/caseload/flag-words';
import { RULE_WORDS } from '#domain/caseload/rule-words';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Table } from '../exports/table.ts';
import { FILE_COLUMNS } from './caseload-columns.ts';

/** What the file is of: whose clients, how many of how many, and how the list is narrowed. */
export const ofCaseload = (
  lines: readonly CaseloadLine[],
  { clientIds, narrowed }: CaseloadExport,
  { scope, active, asOf }: { scope: string; active: number; asOf: string },
): string[] => {
  const gone = clientIds.length - lines.length;
  return [
    `Caseload: ${scope}; as of ${asOf}`,
    [`${lines.length} of ${active} active clients`, narrowed].filter(Boolean).join('; '),
    ...(gone > 0
      ? [`${gone} of those that were listed are no longer in this caseload, and left out.`]
      : []),
  ];
};

/** A client a row, in the order of the list; what the columns say; and by which rules they are listed. */
export const caseloadTables = (
  lines: readonly CaseloadLine[],
  ids: readonly CaseloadColumnId[],
  rulesInForce: readonly ProgramDefaults[],
): Table[] => {
  const columns = ids.flatMap((id) => FILE_COLUMNS[id]);
  return [
    {
      name: 'Caseload',
      head: ['Group', ...columns.map(({ head }) => head)],
      rows: lines.map((line) => [
        URGENCY_NAMES[line.urgency],
        ...columns.map(({ value }) => value(line)),
      ]),
    },
    {
      name: 'Definitions',
      head: ['Column', 'Definition'],
      rows: [
        ['Group', 'What must be done, by the gravest rule that is met: sheet Rules.'],
        ...columns.map(({ head, meaning }) => [head, meaning]),
      ],
    },
    { name: 'Rules', head: ['Reason', 'Rule'], rows: rulesSaid(rulesInForce) },
  ];
};

/** Where it was set differently for programs or payers, each way once. */
const rulesSaid = (rulesInForce: readonly ProgramDefaults[]): [string, string][] =>
  (Object.keys(FLAG_WORDS) as Flag['rule'][]).map((rule) => [
    FLAG_WORDS[rule],
    [...new Set(rulesInForce.map((rules) => RULE_WORDS[rule](rules)))].join(
      '; or, by program or payer: ',
    ),
  ]);
