import type { NewsKind, NewsLine } from '#domain/caseload/brief.contract';
import { initialsOf, shortName } from '../../../ui/client-name/client-name-text';
import { type Signal, signalOf } from '../../../ui/signal-mark/signal-mark';
import { NEWS_WORDS } from '../news-kinds';

const STEPS: Signal = { path: 'M1 2.5h4V6h3v3.5h3', className: 'line-accent', strokeWidth: 1.7 };
const CLOCK: Signal = {
  path: 'M6 1.3a4.7 4.7 0 1 0 .01 0M6 3.4V6l1.9 1.3',
  className: 'line-unrecorded',
  strokeWidth: 1.4,
};
const CHECK: Signal = { path: 'm1.5 6.5 3 3 6-7', className: 'line-good', strokeWidth: 1.8 };
const DASH: Signal = { path: 'M1.5 6h9', className: 'line-quiet', strokeWidth: 2.4 };

const MARKS: Record<NewsKind, Signal> = {
  missed: signalOf('consecutive-misses'),
  back: CHECK,
  cancelled: DASH,
  assigned: signalOf('newly-assigned'),
  moved: STEPS,
  scores: signalOf('score-worse'),
  tests: signalOf('unexpected-test'),
  'recorded-late': CLOCK,
  'not-recorded': signalOf('not-recorded'),
};
/** A score or a test is only due a look where a rule says so. */
const markOf = (kind: NewsKind, note: string): Signal =>
  (kind === 'scores' && !note.includes('worse')) || (kind === 'tests' && !note)
    ? { ...MARKS[kind], className: 'line-quiet' }
    : MARKS[kind];

/** Where one is not called as many are. */
const ONE: Partial<Record<NewsKind, string>> = { scores: 'score', tests: 'drug test' };

/** A line of news as it is written. */
export interface NewsText {
  kind: NewsKind;
  count: number;
  words: string;
  mark: Signal;
  who: string;
}

/** Letters that the names of a line have room for. */
const ROOM = 34;

export function newsText(line: NewsLine, initialsOnly: boolean): NewsText {
  const { kind, count, note, clients } = line;
  const what = (count === 1 ? ONE[kind] : null) ?? NEWS_WORDS[kind];
  const words = [what, note].filter(Boolean).join(', ');
  const name = initialsOnly ? initialsOf : shortName;
  const room = ROOM - words.length / 2;
  const named = clients.map((client) => {
    const full = [name(client), client.detail].filter(Boolean).join(' ');
    return full.length <= room ? full : name(client);
  });
  return {
    kind,
    count,
    words,
    mark: markOf(kind, note),
    who: inRoom(named, room),
  };
}

/** 'C. Saffron 2, O. Plum +3': as many names as fit, and how many more. */
function inRoom(names: readonly string[], room: number): string {
  let shown = 1;
  while (shown < names.length && names.slice(0, shown + 1).join(', ').length <= room) shown++;
  const more = names.length - shown;
  return names.slice(0, shown).join(', ') + (more > 0 ? ` +${more}` : '');
}
