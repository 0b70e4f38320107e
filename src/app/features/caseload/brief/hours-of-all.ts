import type { WeekHours } from '#domain/caseload/caseload.contract';

/** A bar over the width it is given, in percent: hatches keep their scale. */
interface HoursOfAll {
  segments: { className: string; x: number; width: number }[];
  missing: { from: number; to: number } | null;
  tick: number;
}

/** Short of the edge, so that the tick is whole. */
const WHOLE = 99;

/** The hours of many clients beside each other: some have more than prescribed, so the missing ends the bar. */
export function hoursOfAll(hours: WeekHours): HoursOfAll {
  const { delivered, assumed, booked, unrecorded, prescribed, missing } = hours;
  const parts = [
    ['fill-attended', delivered],
    ['hatch-assumed', assumed],
    ['hatch-booked', booked],
    ['hatch-unrecorded', unrecorded],
  ] as const;
  const covered = parts.reduce((sum, [, minutes]) => sum + minutes, 0);
  const all = Math.max(prescribed ?? 0, covered + (missing ?? 0), 1);
  const segments: HoursOfAll['segments'] = [];
  let x = 0;
  for (const [className, minutes] of parts) {
    const width = (minutes / all) * WHOLE;
    if (width > 0) segments.push({ className, x, width });
    x += width;
  }
  const to = x + ((missing ?? 0) / all) * WHOLE;
  return { segments, missing: missing ? { from: x, to } : null, tick: to };
}
