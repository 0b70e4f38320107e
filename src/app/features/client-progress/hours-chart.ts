import type { WeekHours } from '#domain/caseload/caseload.contract';
import type { ClientWeek } from '#domain/client-progress/client-progress.contract';
import { calendarDay } from '../../ui/clinic-time/clinic-time';
import { formatHours, formatPrescribed } from '../../ui/hours-bar/format-hours';

export const HEIGHT = 96;
export const PITCH = 46;
const BAR = 34;
const ROOM_FOR_A_NUMBER = 18;

export interface HoursBarOfWeek {
  monday: string;
  label: string;
  x: number;
  delivered: { y: number; height: number };
  assumed: { y: number; height: number };
  booked: { y: number; height: number };
  /** Where the prescribed hours stand; `null` when they are not known. */
  prescribedY: number | null;
  value: string;
  /** '+6.0' still to come; `null` in a week that is over. */
  bookedHours: string | null;
  /** Whether the number stands in the bar. */
  inside: boolean;
  valueY: number;
  reached: boolean;
  prescribed: string | null;
  assumedHours: string;
}

/** Bars of delivered and assumed hours by week, against what was prescribed; from zero. */
export function hoursChart(
  weeks: readonly ClientWeek[],
  thisWeek: { monday: string; hours: WeekHours } | null,
): HoursBarOfWeek[] {
  const full = weeks.filter(({ monday }) => monday !== thisWeek?.monday);
  const inOrder = [
    ...full.map((week) => ({ ...week, bookedMinutes: 0 })),
    ...(thisWeek ? [notOver(thisWeek)] : []),
  ].toSorted((a, b) => a.monday.localeCompare(b.monday));
  const most = Math.max(
    60,
    ...inOrder.map((week) =>
      Math.max(total(week) + week.bookedMinutes, week.prescribedMinutes ?? 0),
    ),
  );
  const scale = HEIGHT / most;
  return inOrder.map((week, index) => {
    const delivered = week.deliveredMinutes * scale;
    const assumed = week.assumedMinutes * scale;
    const booked = week.bookedMinutes * scale;
    const top = HEIGHT - delivered - assumed;
    return {
      monday: week.monday,
      label: calendarDay(week.monday),
      x: index * PITCH + (PITCH - BAR) / 2,
      delivered: { y: HEIGHT - delivered, height: delivered },
      assumed: { y: top, height: assumed },
      booked: { y: top - booked, height: booked },
      prescribedY: week.prescribedMinutes === null ? null : HEIGHT - week.prescribedMinutes * scale,
      value: formatHours(total(week)),
      bookedHours: week.bookedMinutes ? `+${formatHours(week.bookedMinutes)}` : null,
      inside: delivered > ROOM_FOR_A_NUMBER,
      valueY: delivered > ROOM_FOR_A_NUMBER ? HEIGHT - delivered + 14 : top - booked - 4,
      reached: week.prescribedMinutes !== null && total(week) >= week.prescribedMinutes,
      prescribed: formatPrescribed(week.prescribedMinutes),
      assumedHours: formatHours(week.assumedMinutes),
    };
  });
}

const total = ({ deliveredMinutes, assumedMinutes }: ClientWeek): number =>
  deliveredMinutes + assumedMinutes;

const notOver = ({ monday, hours }: { monday: string; hours: WeekHours }) => ({
  monday,
  deliveredMinutes: hours.delivered,
  assumedMinutes: hours.assumed,
  bookedMinutes: hours.booked,
  prescribedMinutes: hours.prescribed,
});

/** The finding by rule: full weeks that reached what was prescribed. This week is not over. */
export function hoursFinding(weeks: readonly HoursBarOfWeek[], thisMonday: string): string {
  const full = weeks.filter(({ monday, prescribed }) => monday < thisMonday && prescribed !== null);
  if (full.length === 0) return 'Were the prescribed hours delivered?';
  const reached = full.filter((week) => week.reached).length;
  return `Prescribed hours reached in ${reached} of ${full.length} full weeks`;
}
