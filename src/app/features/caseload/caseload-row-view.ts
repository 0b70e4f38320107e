import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { type MissFact, missFactsInWords } from '#domain/caseload/miss-facts-in-words';
import { type StripDrawing, stripDrawing } from '../../ui/attendance-strip/strip-drawing';
import { fullName, initialsOf } from '../../ui/client-name/client-name-text';
import { formatCount, formatRate } from '../../ui/figure/format-rate';
import { type HoursDrawing, hoursDrawing } from '../../ui/hours-bar/hours-drawing';
import { INFERRED_EPISODE } from '../../ui/inferred-episode/inferred-episode';
import { type Signal, signalOf } from '../../ui/signal-mark/signal-mark';
import { nextInWords } from './next-in-words';

/** Everything a row shows of a client, as it is written and drawn. */
export interface CaseloadRowView {
  line: CaseloadLine;
  name: string;
  /** The name in full, where it had to be shortened. */
  fullName: string;
  initials: string;
  reason: { mark: Signal; safety: boolean; what: string; evidence: string; more: string } | null;
  /** Behind a miss; `null` where nothing was missed. */
  facts: readonly MissFact[] | null;
  hours: HoursDrawing;
  strip: StripDrawing;
  rate: string | null;
  count: string;
  seen: string;
  notSeen: boolean;
  next: { when: string; service: string; inFull: string } | null;
  level: string;
  plannedWeeks: string;
  counselor: string;
  program: string;
}

/** Letters that a column has room for at its narrowest; what does not fit is left out by rule. */
const NAME = 17;
const REASON = 40;
/** What '+2' takes of it. */
const MORE = 6;
const TRACKS = { day: 'Day', evening: 'Eve' };

/** Made when a line is first in sight, and kept as long as the line: a key press shows it again. */
export function caseloadRowViews(asOf: string): (line: CaseloadLine) => CaseloadRowView {
  const made = new WeakMap<CaseloadLine, CaseloadRowView>();
  return (line) => {
    const view = made.get(line) ?? viewOf(line, asOf);
    made.set(line, view);
    return view;
  };
}

function viewOf(line: CaseloadLine, asOf: string): CaseloadRowView {
  const name = fullName(line);
  return {
    line,
    name: name.length > NAME ? withInitial(line) : name,
    fullName: name,
    initials: initialsOf(line),
    reason: reasonOf(line),
    facts: line.missFacts && missFactsInWords(line.missFacts, Date.parse(asOf)),
    hours: hoursDrawing(line.hours),
    strip: stripDrawing(line.strip),
    rate: formatRate(line.attendance),
    count: formatCount(line.attendance),
    seen: line.lastSeenAt ? `${line.daysSinceSeen} d` : 'not yet',
    notSeen: line.flags.some(({ rule }) => rule === 'not-seen'),
    next: line.next && nextInWords(line.next, line.timeZone, asOf),
    level: levelOf(line),
    plannedWeeks: line.plannedWeeks === null ? '' : `/${line.plannedWeeks}`,
    counselor: line.counselor?.name ?? 'nobody',
    program: [line.program ?? 'not known', line.site].filter(Boolean).join(', '),
  };
}

const withInitial = ({ familyName, givenName }: CaseloadLine): string =>
  givenName ? `${familyName}, ${givenName[0]}.` : familyName;

function reasonOf({ flags, inferred }: CaseloadLine): CaseloadRowView['reason'] {
  const [flag] = flags;
  if (!flag) return null;
  const more = flags.length > 1 ? `+${flags.length - 1}` : '';
  const room = REASON - (inferred ? INFERRED_EPISODE.words.length : 0) - (more ? MORE : 0);
  const fits = flag.what.length + flag.evidence.length <= room;
  // Which answer it was says more than that it was one; the mark says that.
  if (flag.rule === 'safety-answer' && !fits)
    return { mark: signalOf(flag.rule), safety: true, what: flag.evidence, evidence: '', more };
  return {
    mark: signalOf(flag.rule),
    safety: flag.rule === 'safety-answer',
    what: flag.what,
    evidence: flag.evidence && fits ? `, ${flag.evidence}` : '',
    more,
  };
}

function levelOf({ level, track, phase }: CaseloadLine): string {
  const place = [level?.code ?? 'level not known', track && TRACKS[track]].filter(Boolean);
  return [place.join(' '), phase && `phase ${phase.number}`].filter(Boolean).join(', ');
}
