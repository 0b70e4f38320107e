import type { CaseloadLine, Urgency } from '#domain/caseload/caseload.contract';
import { fullName } from '../../ui/client-name/client-name-text';
import { CASELOAD_COLUMNS } from './caseload-column';

/** What a reader narrows and orders a caseload by. Empty means no choice. */
export interface Arrangement {
  /** A column's id, with a minus for descending; empty groups by urgency. */
  sort: string;
  program: string;
  reason: string;
  text: string;
  /** The kind of news, and the clients it is of; `null` for all. */
  news: string;
  only: ReadonlySet<string> | null;
}

export interface GroupHead {
  kind: 'group';
  urgency: Urgency;
  count: number;
}

export type CaseloadRow = GroupHead | { kind: 'line'; line: CaseloadLine };

const URGENCIES: readonly Urgency[] = ['act-today', 'this-week', 'away', 'on-course'];

/** The rows of the table: in groups by what must be done, or sorted by one column without groups. */
export function arrangeLines(
  lines: readonly CaseloadLine[],
  arrangement: Arrangement,
): CaseloadRow[] {
  const wanted = { ...arrangement, text: arrangement.text.trim().toLowerCase() };
  const fitting = lines.filter((line) => fits(line, wanted));
  const rules = rulesAskedFor(arrangement);
  const kept = rules.length > 0 ? fitting.map((line) => saying(line, rules)) : fitting;
  const column = CASELOAD_COLUMNS.find(({ id }) => id === arrangement.sort.replace('-', ''));
  if (column?.order) {
    const { order } = column;
    const sorted = kept.toSorted(order);
    if (arrangement.sort.startsWith('-')) sorted.reverse();
    return sorted.map((line) => ({ kind: 'line', line }));
  }
  const groups = Map.groupBy(kept, ({ urgency }) => urgency);
  return URGENCIES.flatMap((urgency) => {
    const group = groups.get(urgency);
    if (!group) return [];
    const head: CaseloadRow = { kind: 'group', urgency, count: group.length };
    return [head, ...group.map((line): CaseloadRow => ({ kind: 'line', line }))];
  });
}

function fits(line: CaseloadLine, { program, reason, text, only }: Arrangement): boolean {
  return (
    (!only || only.has(line.clientId)) &&
    (!program || line.program === program) &&
    (!reason || line.flags.some(({ rule }) => rule === reason)) &&
    (!text || isFound(line, text))
  );
}

/** Rules that say more of a kind of news than whatever is gravest. */
const RULES_OF_NEWS: Record<string, readonly string[]> = {
  missed: ['consecutive-misses', 'missed-last'],
  scores: ['safety-answer', 'score-worse', 'score-better'],
  tests: ['unexpected-test'],
  assigned: ['newly-assigned'],
  'not-recorded': ['not-recorded'],
};

const rulesAskedFor = ({ reason, news }: Arrangement): readonly string[] =>
  reason ? [reason] : (RULES_OF_NEWS[news] ?? []);

const said = new WeakMap<CaseloadLine, { rule: string; line: CaseloadLine }>();

/** Where people were asked for by a reason, each says that one first; the gravest follow. */
function saying(line: CaseloadLine, rules: readonly string[]): CaseloadLine {
  const asked = line.flags.find(({ rule }) => rules.includes(rule));
  if (!asked || asked === line.flags[0]) return line;
  const known = said.get(line);
  if (known?.rule === asked.rule) return known.line;
  const flags = [asked, ...line.flags.filter((flag) => flag !== asked)];
  const made = { rule: asked.rule, line: { ...line, flags } };
  said.set(line, made);
  return made.line;
}

const searched = new WeakMap<CaseloadLine, string>();

/** Lower-cased once a line: a key press looks through thousands. */
function isFound(line: CaseloadLine, text: string): boolean {
  let words = searched.get(line);
  if (words === undefined) {
    const names = `${fullName(line)} ${line.givenName} ${line.familyName}`;
    words = `${names} ${line.recordNumber ?? ''}`.toLowerCase();
    searched.set(line, words);
  }
  return words.includes(text);
}
