import { CONSECUTIVE_MISSES, DAYS_SINCE_SEEN } from './absence.ts';
import type { DischargeMeasure } from './after-discharge.ts';
import { BOOKED_BEFORE_DISCHARGE } from './booked-before-discharge.ts';
import { CENSUS } from './census.ts';
import { DAYS_TO_FIRST_APPOINTMENT } from './days-to-first-appointment.ts';
import { DISCHARGES } from './discharges.ts';
import { DOSE_RATIO, ENGAGED_WEEKS, ENGAGEMENT_STREAK, HOURS_PRESCRIBED } from './dose.ts';
import { FOLLOW_UP_REACHED } from './follow-up-reached.ts';
import { ENROLMENT, GROUP_FILL } from './group-use.ts';
import { LINKAGE } from './linkage.ts';
import type { Measure, SessionMeasure } from './measure.ts';
import { MEDICATION_GAP_WEEK, MEDICATION_UNINTERRUPTED } from './medication-gap.ts';
import { OUTREACH_AFTER_NO_SHOW } from './outreach-after-no-show.ts';
import { PAYER_DAYS } from './payer-days.ts';
import { READMISSION } from './readmission.ts';
import {
  ATTENDANCE_HOURS,
  HOURS_DELIVERED,
  HOURS_LOST_BY_CLIENTS,
  HOURS_LOST_BY_US,
} from './session-hours.ts';
import { ATTENDANCE_SESSIONS } from './attendance-sessions.ts';
import {
  ATTENDANCE_EXCLUDING_EXCUSED,
  COMPLETENESS,
  NO_SHOW_RATE,
  SHOW_RATE,
} from './session-rates.ts';
import { STOPPED_EARLY } from './stopped-early.ts';

/** Measures that are added up over sessions, of whatever clients and weeks. */
export const SESSION_MEASURES: readonly SessionMeasure[] = [
  ATTENDANCE_SESSIONS,
  ATTENDANCE_HOURS,
  ATTENDANCE_EXCLUDING_EXCUSED,
  SHOW_RATE,
  NO_SHOW_RATE,
  COMPLETENESS,
  HOURS_DELIVERED,
  HOURS_LOST_BY_CLIENTS,
  HOURS_LOST_BY_US,
];

/** Rates over discharges: what came after them. */
export const DISCHARGE_MEASURES: readonly DischargeMeasure[] = [
  ...LINKAGE,
  BOOKED_BEFORE_DISCHARGE,
  MEDICATION_UNINTERRUPTED,
  MEDICATION_GAP_WEEK,
  ...READMISSION,
];

/** Every measure, in the order the catalogue is read in. */
export const MEASURES: readonly Measure[] = [
  ...SESSION_MEASURES,
  HOURS_PRESCRIBED,
  DOSE_RATIO,
  ENGAGED_WEEKS,
  ENGAGEMENT_STREAK,
  PAYER_DAYS,
  CONSECUTIVE_MISSES,
  DAYS_SINCE_SEEN,
  OUTREACH_AFTER_NO_SHOW,
  FOLLOW_UP_REACHED,
  GROUP_FILL,
  ENROLMENT,
  CENSUS,
  STOPPED_EARLY,
  DISCHARGES,
  ...DISCHARGE_MEASURES,
  DAYS_TO_FIRST_APPOINTMENT,
];

export const measureOf = (id: string): Measure | null =>
  MEASURES.find((measure) => measure.id === id) ?? null;
