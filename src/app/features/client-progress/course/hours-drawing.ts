import { addDays } from '#domain/calendar/calendar-day';
import type { WeekHours } from '#domain/caseload/caseload.contract';
import type { ClientWeek } from '#domain/client-progress/client-progress.contract';
import type { WayPhase } from '#domain/client-progress/way.contract';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { formatHours, formatPrescribed } from '../../../ui/hours-bar/format-hours';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';

export const HOURS_HEIGHT = 84;
const BASE = 80;
const ROOM_FOR_A_NUMBER = 15;
const NARROWEST_FOR_A_NUMBER = 17;

interface Part {
  y: number;
  height: number;
}

export interface HoursOfWeek {
  monday: string;
  label: string;
  x: number;
  width: number;
  delivered: Part;
  assumed: Part;
  booked: Part;
  /** Where the prescribed hours stand; `null` when they are not known. */
  prescribedY: number | null;
  /** '' where the bar has no room for it: the table says it. */
  inBar: string;
  inBarY: number;
  /** '+6.0' still to come. */
  toCome: string;
  value: string;
  assumedHours: string;
  bookedHours: string;
  prescribed: string | null;
  reached: boolean;
  notOver: boolean;
}

export interface HoursDrawing {
  weeks: HoursOfWeek[];
  /** Minimum of the level of care, in pixels from above; `null` where the level has none. */
  minimumY: number | null;
  /** What is prescribed in the weeks that are still to come. */
  planned: { d: string };
}

interface Week extends ClientWeek {
  bookedMinutes: number;
  notOver: boolean;
}

/** Bars of delivered and assumed hours by week, from zero, against what was prescribed. */
export function hoursDrawing(
  past: readonly ClientWeek[],
  thisWeek: { monday: string; hours: WeekHours } | null,
  phases: readonly WayPhase[],
  minimumMinutes: number | null,
  axis: TimeAxis,
): HoursDrawing {
  const weeks = inOrder(past, thisWeek);
  const most = Math.max(
    60,
    minimumMinutes ?? 0,
    ...phases.map(({ minutesPerWeek }) => minutesPerWeek ?? 0),
    ...weeks.map((week) => Math.max(total(week) + week.bookedMinutes, week.prescribedMinutes ?? 0)),
  );
  const scale = (BASE - 6) / most;
  const y = (minutes: number) => BASE - minutes * scale;
  const after = addDays(thisWeek?.monday ?? weeks.at(-1)?.monday ?? axis.from, 7);
  return {
    weeks: weeks.map((week) => barOf(week, axis, scale)),
    minimumY: minimumMinutes === null ? null : y(minimumMinutes),
    planned: { d: plannedPath(phases, after, axis, y) },
  };
}

function inOrder(
  past: readonly ClientWeek[],
  thisWeek: { monday: string; hours: WeekHours } | null,
): Week[] {
  const full = past
    .filter(({ monday }) => monday !== thisWeek?.monday)
    .map((week) => ({ ...week, bookedMinutes: 0, notOver: false }));
  const now = thisWeek
    ? [
        {
          monday: thisWeek.monday,
          deliveredMinutes: thisWeek.hours.delivered,
          assumedMinutes: thisWeek.hours.assumed,
          bookedMinutes: thisWeek.hours.booked,
          prescribedMinutes: thisWeek.hours.prescribed,
          notOver: true,
        },
      ]
    : [];
  return [...full, ...now].sort((a, b) => a.monday.localeCompare(b.monday));
}

function barOf(week: Week, axis: TimeAxis, scale: number): HoursOfWeek {
  const weekWidth = axis.dayWidth * 7;
  const gap = Math.min(6, weekWidth * 0.15);
  const [delivered, assumed, booked] = [
    week.deliveredMinutes * scale,
    week.assumedMinutes * scale,
    week.bookedMinutes * scale,
  ];
  const top = BASE - delivered - assumed;
  const width = Math.max(1, weekWidth - gap);
  const value = formatHours(total(week));
  const fits = width >= NARROWEST_FOR_A_NUMBER;
  return {
    monday: week.monday,
    label: calendarDay(week.monday),
    x: axis.x(week.monday) + gap / 2,
    width,
    delivered: { y: BASE - delivered, height: delivered },
    assumed: { y: top, height: assumed },
    booked: { y: top - booked, height: booked },
    prescribedY: week.prescribedMinutes === null ? null : BASE - week.prescribedMinutes * scale,
    inBar: fits && delivered >= ROOM_FOR_A_NUMBER ? value : '',
    inBarY: BASE - delivered + 12,
    toCome: fits && booked >= ROOM_FOR_A_NUMBER ? `+${formatHours(week.bookedMinutes)}` : '',
    value,
    assumedHours: formatHours(week.assumedMinutes),
    bookedHours: week.bookedMinutes ? `+${formatHours(week.bookedMinutes)}` : '0.0',
    prescribed: formatPrescribed(week.prescribedMinutes),
    reached: week.prescribedMinutes !== null && total(week) >= week.prescribedMinutes,
    notOver: week.notOver,
  };
}

/** A line at the hours of each phase still to come, from a day on. */
function plannedPath(
  phases: readonly WayPhase[],
  from: string,
  axis: TimeAxis,
  y: (minutes: number) => number,
): string {
  return phases
    .flatMap(({ startsOn, endsOn, minutesPerWeek }) => {
      const begins = startsOn > from ? startsOn : from;
      const ends = addDays(endsOn, 1);
      if (minutesPerWeek === null || ends <= begins) return [];
      const height = y(minutesPerWeek).toFixed(1);
      const to = Math.min(axis.scaleEnd, axis.x(ends)).toFixed(1);
      return [`M${axis.x(begins).toFixed(1)} ${height}H${to}`];
    })
    .join('');
}

const total = ({ deliveredMinutes, assumedMinutes }: ClientWeek): number =>
  deliveredMinutes + assumedMinutes;

export interface HoursSum {
  delivered: number;
  prescribed: number | null;
  weeks: number;
  reached: number;
}

/** Of full weeks whose prescribed hours are known. */
export function hoursOfFullWeeks(weeks: readonly ClientWeek[], thisMonday: string): HoursSum {
  const full = weeks.filter(
    ({ monday, prescribedMinutes }) => monday < thisMonday && prescribedMinutes !== null,
  );
  const sum = (of: (week: ClientWeek) => number) => full.reduce((all, week) => all + of(week), 0);
  return {
    delivered: sum(total),
    prescribed: full.length > 0 ? sum(({ prescribedMinutes }) => prescribedMinutes ?? 0) : null,
    weeks: full.length,
    reached: full.filter((week) => total(week) >= (week.prescribedMinutes ?? 0)).length,
  };
}
