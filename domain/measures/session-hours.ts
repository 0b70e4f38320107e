import { countCells, pastSessions } from '../attendance/attendance-counts.ts';
import { countsInDenominator, isAttended } from '../attendance/attendance-status.ts';
import type { Counted, OutcomeCell, SessionMeasure } from './measure.ts';

export const ATTENDANCE_HOURS: SessionMeasure = {
  id: 'attendance-hours',
  name: 'Attendance, hours',
  sentence:
    'Hours attended, of the hours scheduled of sessions the client was expected at; hours nobody recorded are assumed to be the scheduled ones, and said apart.',
  numerator: 'Hours present, recorded or assumed; not those of walk-ins',
  denominator: 'Scheduled hours of sessions attended, excused, late cancelled and no-shows',
  leftOut: 'Sessions cancelled by the program, on hold, cancelled without a reason',
  unit: 'share',
  countedIn: 'minutes',
  direction: 'higher',
  standard: 'Program default: rate of hours, excused counted as expected',
  interval: 'clustered-by-client',
  subject: { words: 'Attendance by hours', plural: false },
  count: (cells) => ({
    numerator: sum(cells.filter(isPresent), presentMinutes),
    denominator: sum(cells.filter(isExpected), scheduled),
    ...sessionsOf(cells, isExpected),
    assumedMinutes: sum(cells.filter(isPresent), assumed),
  }),
};

export const HOURS_DELIVERED: SessionMeasure = {
  id: 'hours-delivered',
  name: 'Hours delivered',
  sentence:
    'Recorded hours of clients present, those of walk-ins included; hours assumed from a booking are said apart.',
  numerator: 'Recorded hours of sessions attended, booked or not',
  denominator: 'Scheduled hours of sessions attended, excused, late cancelled and no-shows',
  leftOut: 'Sessions cancelled by the program, on hold, cancelled without a reason',
  unit: 'hours',
  countedIn: 'minutes',
  direction: 'higher',
  standard: 'Program default: delivered is what somebody recorded',
  interval: 'none',
  subject: { words: 'Hours delivered', plural: true },
  count: (cells) => ({
    numerator: sum(cells.filter(isHere), recorded),
    denominator: sum(cells.filter(isExpected), scheduled),
    ...sessionsOf(cells, isExpected),
    assumedMinutes: sum(cells.filter(isHere), assumed),
  }),
};

export const HOURS_LOST_BY_CLIENTS: SessionMeasure = {
  id: 'hours-lost-by-clients',
  name: 'Hours lost by clients',
  sentence:
    'Scheduled hours of sessions that clients missed or cancelled, excused or not, and the missing hours of those who came late or left early.',
  numerator:
    'Scheduled hours of no-show, late cancel and excused; scheduled less present of late and left early',
  denominator: 'Scheduled hours of sessions attended, excused, late cancelled and no-shows',
  leftOut: 'Sessions cancelled by the program, on hold, cancelled without a reason',
  unit: 'hours',
  countedIn: 'minutes',
  direction: 'lower',
  standard: 'Program default: hours scheduled and not delivered, by who was the reason',
  interval: 'none',
  subject: { words: 'Hours lost by clients', plural: true },
  count: (cells) => ({
    numerator: sum(cells, lostByClients),
    denominator: sum(cells.filter(isExpected), scheduled),
    ...sessionsOf(cells, isExpected),
    assumedMinutes: 0,
  }),
};

export const HOURS_LOST_BY_US: SessionMeasure = {
  id: 'hours-lost-by-us',
  name: 'Hours lost by us',
  sentence: 'Scheduled hours of sessions that the program cancelled.',
  numerator: 'Scheduled hours of sessions cancelled by the program',
  denominator:
    'Scheduled hours of sessions attended, excused, late cancelled, no-shows and cancelled by the program',
  leftOut: 'Sessions on hold, cancelled without a reason',
  unit: 'hours',
  countedIn: 'minutes',
  direction: 'lower',
  standard: 'Program default: hours scheduled and not delivered, by who was the reason',
  interval: 'none',
  subject: { words: 'Hours lost by us', plural: true },
  count: (cells) => ({
    numerator: sum(cells.filter(isOurs), scheduled),
    denominator: sum(cells.filter(isPlanned), scheduled),
    ...sessionsOf(cells, isPlanned),
    assumedMinutes: 0,
  }),
};

type Cell = OutcomeCell;

const isPresent = ({ outcome }: Cell) => outcome !== 'walk-in' && isAttended(outcome);
const isHere = ({ outcome }: Cell) => outcome === 'walk-in' || isAttended(outcome);
const isExpected = ({ outcome }: Cell) => outcome !== 'walk-in' && countsInDenominator(outcome);
const isOurs = ({ outcome }: Cell) => outcome === 'program-cancelled';
const isPlanned = (cell: Cell) => isExpected(cell) || isOurs(cell);
const isCutShort = ({ outcome }: Cell) => outcome === 'attended-late' || outcome === 'left-early';

const scheduled = ({ scheduledMinutes }: Cell) => scheduledMinutes;
const recorded = ({ recordedMinutes }: Cell) => recordedMinutes;
const assumed = ({ assumedMinutes }: Cell) => assumedMinutes;
const presentMinutes = (cell: Cell) => recorded(cell) + assumed(cell);

/** Added plainly, so that parts come to the whole: who came late and stayed longer made up for it. */
function lostByClients(cell: Cell): number {
  if (isCutShort(cell)) return scheduled(cell) - presentMinutes(cell);
  return isExpected(cell) && !isPresent(cell) ? scheduled(cell) : 0;
}

const sum = (cells: readonly Cell[], minutes: (cell: Cell) => number): number =>
  cells.reduce((total, cell) => total + minutes(cell), 0);

/** The sessions beside the hours: how many were left out, how many nobody recorded. */
function sessionsOf(
  cells: readonly Cell[],
  counts: (cell: Cell) => boolean,
): Pick<Counted, 'excluded' | 'unrecorded' | 'past'> {
  const all = countCells(cells);
  const past = pastSessions(all);
  const unrecorded = all.unrecorded + all.awaitingRecord;
  const counted = sum(cells.filter(counts), ({ sessions }) => sessions);
  return { excluded: past - unrecorded - counted, unrecorded, past };
}
