import type { WeekHours } from '#domain/caseload/caseload.contract';
import type { DrawnPath } from '../drawn-paths/drawn-paths';
import { formatHours, formatPrescribed } from './format-hours';

const TICK = 91;
/** Past the tick, short of the number beside it. */
const LONGEST = 95;
/** The scale of a bar whose prescribed hours are not known: minutes that reach the tick's place. */
const UNKNOWN_SCALE = 12 * 60;

export interface HoursDrawing {
  paths: DrawnPath[];
  expected: string;
  prescribed: string | null;
  short: string | null;
  words: string;
}

/** Hours of one week as a share of what is prescribed, so that every tick stands in line. */
export function hoursDrawing(hours: WeekHours): HoursDrawing {
  const { delivered, assumed, booked, unrecorded, prescribed, missing } = hours;
  const scale = TICK / (prescribed || UNKNOWN_SCALE);
  const paths: DrawnPath[] = [];
  let end = 0;
  for (const [className, minutes] of [
    ['fill-attended', delivered],
    ['hatch-assumed', assumed],
    ['hatch-booked', booked],
    ['hatch-unrecorded', unrecorded],
  ] as const) {
    const width = Math.min(minutes * scale, LONGEST - end);
    if (width <= 0) continue;
    paths.push({
      className,
      d: `M${end.toFixed(1)} 4h${width.toFixed(1)}v8h${(-width).toFixed(1)}z`,
    });
    end += width;
  }
  // A minute or two less than a tenth of an hour would be written as minus nothing.
  const short = missing !== null && isShown(missing) ? `−${formatHours(missing)}` : null;
  if (short && end < TICK) {
    paths.push({ className: 'line-warn missing-hours', d: `M${(end + 2).toFixed(1)} 8H${TICK}` });
  }
  if (prescribed !== null) {
    const className = `${short ? 'line-warn' : 'line-ink'} prescribed-hours`;
    paths.push({ className, d: `M${TICK + 1} 2v12` });
  }
  return {
    paths,
    expected: formatHours(delivered + assumed + booked),
    prescribed: formatPrescribed(prescribed),
    short,
    words: inWords(hours),
  };
}

const isShown = (minutes: number) => minutes > 0 && formatHours(minutes) !== '0.0';

function inWords({
  delivered,
  assumed,
  booked,
  unrecorded,
  prescribed,
  missing,
}: WeekHours): string {
  const parts = [
    `${formatHours(delivered)} h delivered`,
    assumed ? `${formatHours(assumed)} h assumed` : '',
    booked ? `${formatHours(booked)} h booked` : '',
    unrecorded ? `${formatHours(unrecorded)} h not recorded` : '',
    prescribed === null
      ? 'prescribed hours not known'
      : `${formatPrescribed(prescribed)} h prescribed`,
    missing && isShown(missing) ? `${formatHours(missing)} h missing` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
