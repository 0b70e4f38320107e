import type { Attendance } from './attendance.ts';
import { assumedMinutes } from './attendance-values.ts';

/** A session as at an instant: an outcome, what time makes of having none, or 'walk-in'. */
export type SessionAt = Attendance & { status: string };

/** What a measure takes for what, by status, and what it adds up of each session. */
export interface MeasureRule {
  id: string;
  counted: readonly string[];
  of: readonly string[];
  /** What nobody recorded; else all that is over without an outcome. */
  unrecorded?: readonly string[];
  amountCounted: (session: SessionAt) => number;
  amountOf: (session: SessionAt) => number;
  isShare: boolean;
  hasInterval: boolean;
}

const present = ['attended', 'attended-late', 'left-early'];
const absent = ['excused', 'client-cancelled', 'no-show'];
const expected = [...present, ...absent];
const leftOut = ['program-cancelled', 'on-hold', 'cancelled-unknown'];
const known = [...expected, ...leftOut];
const cutShort = ['attended-late', 'left-early'];

const one = () => 1;
const scheduled = ({ scheduledMinutes }: SessionAt) => scheduledMinutes;
const recorded = ({ recordedMinutes }: SessionAt) => recordedMinutes ?? 0;
const presentFor = (session: SessionAt) => recorded(session) + assumedMinutes(session);

const rate = (id: string, counted: readonly string[], of: readonly string[]): MeasureRule => ({
  id,
  counted,
  of,
  amountCounted: one,
  amountOf: one,
  isShare: true,
  hasInterval: true,
});

const hours = (
  id: string,
  counted: readonly string[],
  of: readonly string[],
  amountCounted: (session: SessionAt) => number,
): MeasureRule => ({
  id,
  counted,
  of,
  amountCounted,
  amountOf: scheduled,
  isShare: false,
  hasInterval: false,
});

export const measureRules: readonly MeasureRule[] = [
  rate('attendance-sessions', present, expected),
  rate(
    'attendance-excluding-excused',
    present,
    expected.filter((status) => status !== 'excused'),
  ),
  rate('show-rate', present, [...present, 'no-show']),
  rate('no-show-rate', ['no-show'], expected),
  {
    ...rate('completeness', known, [...known, 'unrecorded']),
    unrecorded: ['unrecorded'],
    hasInterval: false,
  },
  {
    ...hours('attendance-hours', present, expected, presentFor),
    isShare: true,
    hasInterval: true,
  },
  hours('hours-delivered', [...present, 'walk-in'], expected, recorded),
  hours('hours-lost-by-clients', [...absent, ...cutShort], expected, (session) =>
    cutShort.includes(session.status)
      ? scheduled(session) - presentFor(session)
      : scheduled(session),
  ),
  hours('hours-lost-by-us', ['program-cancelled'], [...expected, 'program-cancelled'], scheduled),
];

const withoutOutcome = ['awaiting-record', 'unrecorded'];
const over = [...known, ...withoutOutcome];

/** How many sessions a measure takes for what. */
export function takenAs({ counted, of, unrecorded = withoutOutcome }: MeasureRule) {
  return {
    numerator: counted,
    denominator: of,
    unrecorded,
    // Over, and neither one nor the other.
    excluded: over.filter((status) => !of.includes(status) && !unrecorded.includes(status)),
  };
}
