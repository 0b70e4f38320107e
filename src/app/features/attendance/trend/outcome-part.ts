import type { OutcomeCell, SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { ChartColour } from '../../../ui/chart/chart-tokens';

/** One part of a bar: outcomes that are read together, and how they are drawn. */
export interface OutcomePart {
  word: string;
  outcomes: readonly string[];
  /** The status whose mark stands for it. */
  mark: string;
  colour: ChartColour;
  fill: 'solid' | 'hollow' | 'hatched';
}

/** From the foot of a bar upwards: what came about, what was lost, what is not known. */
export const OUTCOME_PARTS: readonly OutcomePart[] = [
  part('Attended', 'attended', 'attended'),
  { ...part('Walk-in', 'walk-in', 'attended'), fill: 'hollow' },
  {
    ...part('Late or left early', 'attended-late', 'late'),
    outcomes: ['attended-late', 'left-early'],
  },
  part('Excused', 'excused', 'excused'),
  part('Late cancel', 'client-cancelled', 'lateCancel'),
  part('No-show', 'no-show', 'noShow'),
  part('Cancelled by program', 'program-cancelled', 'neutral'),
  { ...part('On hold', 'on-hold', 'neutral'), fill: 'hollow' },
  part('Reason not recorded', 'cancelled-unknown', 'unrecorded'),
  { ...part('Waiting for its record', 'awaiting-record', 'unrecorded'), fill: 'hollow' },
  { ...part('Not recorded', 'unrecorded', 'unrecorded'), fill: 'hatched' },
];

function part(word: string, status: string, colour: ChartColour): OutcomePart {
  return { word, outcomes: [status], mark: status, colour, fill: 'solid' };
}

/** What a bar's height is. */
export type Behind = 'count' | 'share' | 'hours';

/** The parts that occur at all. */
export const partsIn = ({ periods }: SessionOutcomes): OutcomePart[] =>
  OUTCOME_PARTS.filter((one) => periods.some(({ cells }) => sessionsOf(cells, one) > 0));

export const sessionsOf = (cells: readonly OutcomeCell[], { outcomes }: OutcomePart): number =>
  sum(cells, outcomes, ({ sessions }) => sessions);

/** Hours as they were scheduled: of what was missed there are no others. */
export const hoursOf = (cells: readonly OutcomeCell[], { outcomes }: OutcomePart): number =>
  sum(cells, outcomes, ({ scheduledMinutes }) => scheduledMinutes) / 60;

/** A part's height in a period; `null` where a share has nothing to be of. */
export function heightOf(
  cells: readonly OutcomeCell[],
  one: OutcomePart,
  behind: Behind,
): number | null {
  if (behind === 'hours') return hoursOf(cells, one);
  const sessions = sessionsOf(cells, one);
  if (behind === 'count') return sessions;
  const all = allSessions(cells);
  return all === 0 ? null : sessions / all;
}

/** Every session that is shown: those that are yet to come are not. */
export const allSessions = (cells: readonly OutcomeCell[]): number =>
  OUTCOME_PARTS.reduce((total, one) => total + sessionsOf(cells, one), 0);

function sum(
  cells: readonly OutcomeCell[],
  outcomes: readonly string[],
  of: (cell: OutcomeCell) => number,
): number {
  const ours = cells.filter(({ outcome }) => outcomes.includes(outcome));
  return ours.reduce((total, cell) => total + of(cell), 0);
}
