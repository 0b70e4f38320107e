import { REPORT_STATE_WORDS, type ReportState } from '#domain/disclosures/court-reports-due';
import type {
  CourtReportLine,
  CourtReportsDue,
} from '#domain/disclosures/court-reports-due.contract';
import { INTERVAL_WORDS } from '#domain/disclosures/report-duty';
import { dayWords, type Finding } from './aftercare-words';

/** What waits stands together by what it asks for. */
const GROUPS: readonly { name: string; states: readonly ReportState[] }[] = [
  { name: 'Overdue or refused', states: ['overdue', 'refused'] },
  { name: 'Due', states: ['due'] },
  { name: 'Later', states: ['later'] },
  { name: 'Sent', states: ['sent'] },
];

export const reportGroups = ({ lines, sentDays }: CourtReportsDue) =>
  GROUPS.map(({ name, states }) => ({
    name: name === 'Sent' ? `Sent in the last ${sentDays} days` : name,
    rows: lines.filter(({ state }) => states.includes(state)).map(rowOf),
  })).filter(({ rows }) => rows.length > 0);

function rowOf(line: CourtReportLine) {
  const { today, dueOn, sentOn, sentBy, endedOn, officer, every, state, lateDays } = line;
  const late = lateDays > 0 ? `, ${lateDays}\u00a0d overdue` : '';
  return {
    line,
    on: dueOn !== null ? (dueOn === today ? 'today' : dayWords(dueOn, today)) : '',
    left: endedOn && dayWords(endedOn, today),
    officer: officer ? `, ${officer}` : '',
    every: INTERVAL_WORDS[every],
    state: stateWords(),
    isLate: lateDays > 0 || state === 'refused',
    consent: consentWords(line),
  };

  function stateWords(): string {
    if (state === 'sent') return `sent ${sentOn ? dayWords(sentOn, today) : ''} by ${sentBy ?? ''}`;
    if (state === 'overdue') return `${lateDays}\u00a0d overdue`;
    if (state === 'refused' && line.refusedOn)
      return `refused ${dayWords(line.refusedOn, today)}${late}`;
    return REPORT_STATE_WORDS[state];
  }
}

const consentWords = ({ state, refusal, coveredUntil, today }: CourtReportLine): string => {
  if (state === 'sent') return '';
  if (refusal !== null) return refusal;
  return coveredUntil === null ? 'covered' : `covered to ${dayWords(coveredUntil, today)}`;
};

/** Which reports somebody is to write, and which cannot be sent. */
export function reportsFinding({ lines }: CourtReportsDue): Finding | null {
  const open = lines.filter(({ state }) => state !== 'sent');
  if (lines.length === 0) return null;
  const of = (state: ReportState) => open.filter((line) => line.state === state).length;
  const late = open.filter(({ lateDays }) => lateDays > 0).length;
  const uncovered = open.filter(({ refusal }) => refusal !== null).length;
  const title = `${counted(late, 'report')} overdue, ${of('due')} due in the coming days.`;
  const rest =
    uncovered === 0
      ? 'A consent covers each of them.'
      : `${uncovered} of ${open.length} without a consent that covers it: nothing may be sent until there is one.`;
  return { title, rest };
}

const counted = (count: number, what: string): string =>
  `${count === 0 ? 'No' : count} ${what}${count === 1 ? '' : 's'}`;
