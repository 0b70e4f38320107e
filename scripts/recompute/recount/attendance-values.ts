import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { Attendance } from './attendance.ts';

const attended = ['attended', 'attended-late', 'left-early'];

/** By client and record: what became of it, and of its minutes which were recorded or assumed. */
export const attendanceValues = (attendances: readonly Attendance[]): ValuesByName =>
  new Map(attendances.map((one) => [`${one.client} ${one.record}`, valuesOf(one)]));

const valuesOf = (one: Attendance): ComparedValues => ({
  outcome: one.outcome,
  'walk-in': one.walkIn,
  waitlisted: one.waitlisted,
  start: new Date(one.start).toISOString(),
  end: new Date(one.end).toISOString(),
  'scheduled minutes': one.scheduledMinutes,
  'recorded minutes': one.recordedMinutes,
  'assumed minutes': assumedMinutes(one),
  contradictory: one.contradictory,
  'proved by': one.encounter,
});

/** Attended, and nobody wrote down how long: the scheduled ones, which count apart. */
export const assumedMinutes = ({ outcome, recordedMinutes, scheduledMinutes }: Attendance) =>
  outcome !== null && attended.includes(outcome) && recordedMinutes === null ? scheduledMinutes : 0;
