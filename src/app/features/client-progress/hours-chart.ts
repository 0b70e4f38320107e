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
  /** Where the prescribed hours stand; `null` when they are not known. */
  prescribedY: number | null;
  value: string;
  /** Whether the number stands in the bar. */
  inside: boolean;
  valueY: number;
  reached: boolean;
  prescribed: string | null;
  assumedHours: string;
}

/** Bars of delivered and assumed hours by week, against what was prescribed; from zero. */
export function hoursChart(weeks: readonly ClientWeek[]): HoursBarOfWeek[] {
  const inOrder = weeks.toSorted((a, b) => a.monday.localeCompare(b.monday));
  const most = Math.max(
    60,
    ...inOrder.map((week) => Math.max(total(week), week.prescribedMinutes ?? 0)),
  );
  const scale = HEIGHT / most;
  return inOrder.map((week, index) => {
    const delivered = week.deliveredMinutes * scale;
    const assumed = week.assumedMinutes * scale;
    const top = HEIGHT - delivered - assumed;
    return {
      monday: week.monday,
      label: calendarDay(week.monday),
      x: index * PITCH + (PITCH - BAR) / 2,
      delivered: { y: HEIGHT - delivered, height: delivered },
      assumed: { y: top, height: assumed },
      prescribedY: week.prescribedMinutes === null ? null : HEIGHT - week.prescribedMinutes * scale,
      value: formatHours(total(week)),
      inside: delivered > ROOM_FOR_A_NUMBER,
      valueY: delivered > ROOM_FOR_A_NUMBER ? HEIGHT - delivered + 14 : top - 4,
      reached: week.prescribedMinutes !== null && total(week) >= week.prescribedMinutes,
      prescribed: formatPrescribed(week.prescribedMinutes),
      assumedHours: formatHours(week.assumedMinutes),
    };
  });
}

const total = ({ deliveredMinutes, assumedMinutes }: ClientWeek): number =>
  deliveredMinutes + assumedMinutes;

/** The finding by rule: full weeks that reached what was prescribed. This week is not over. */
export function hoursFinding(weeks: readonly HoursBarOfWeek[], thisMonday: string): string {
  const full = weeks.filter(({ monday, prescribed }) => monday < thisMonday && prescribed !== null);
  if (full.length === 0) return 'Were the prescribed hours delivered?';
  const reached = full.filter((week) => week.reached).length;
  return `Prescribed hours reached in ${reached} of ${full.length} full weeks`;
}
