import { addDays, daysBetween, type Day } from '#domain/calendar/calendar-day';
import type { ClientWay, WayPhase } from '#domain/client-progress/way.contract';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { formatPrescribed } from '../../../ui/hours-bar/format-hours';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { placed, type WayLabel } from './way-labels';

export const WAY_HEIGHT = 82;
/** The line stands here. */
const LINE = 39.5;

export interface WayBox {
  x: number;
  width: number;
  words: string;
}

export interface WayDrawing {
  /** What is behind the client, and what is not yet. */
  behind: string;
  ahead: string;
  begun: WayBox[];
  planned: WayBox[];
  holds: WayBox[];
  /** Filled marks happened, hollow ones have not yet. */
  happened: number[];
  notYet: number[];
  followUps: { x: number; words: string }[];
  breakX: number | null;
  labels: WayLabel[];
}

const phaseWords = ({ number, minutesPerWeek }: WayPhase, room: number): string => {
  const hours = minutesPerWeek === null ? '' : `, ${formatPrescribed(minutesPerWeek)} h`;
  const said = `Phase ${number}${hours}`;
  return said.length * 6 + 10 <= room ? said : room >= 14 ? `${number}` : '';
};

/** One client's way on the axis: phases as boxes, moments as marks, and words where there is room. */
export function wayDrawing(way: ClientWay, axis: TimeAxis): WayDrawing {
  const { admittedOn, endedOn, plannedEnd } = way;
  const end = endedOn ?? plannedEnd;
  const endX = end ? axis.x(end) : axis.scaleEnd;
  const reached = endedOn ? endX : (axis.todayX ?? axis.scaleEnd);
  const begins = [way.requested, way.assessed].flatMap((day) => (day ? [axis.x(day.on)] : []));
  const first = Math.min(axis.x(admittedOn), ...begins);
  const boxes = way.phases.map((phase) => boxOf(phase, axis));
  const isBegun = (phase: WayPhase) => phase.startsOn <= axis.today;
  return {
    behind: `M${first} ${LINE}H${reached}`,
    ahead: reached < endX ? `M${reached} ${LINE}H${endX}` : '',
    begun: boxes.filter((_, index) => isBegun(way.phases[index])),
    planned: boxes.filter((_, index) => !isBegun(way.phases[index])),
    holds: way.holds.map(({ startsOn, endsOn, words }) => {
      const x = axis.x(startsOn);
      const back = endsOn ?? addDays(axis.today, 1);
      return { x, width: Math.max(3, axis.x(back) - x), words: words ?? 'On hold' };
    }),
    happened: [...begins, axis.x(admittedOn), ...(endedOn ? [endX] : [])],
    notYet: !endedOn && plannedEnd ? [endX] : [],
    followUps: way.followUps.map(({ on, name }) => ({
      x: axis.afterX(daysBetween(end ?? axis.today, on)),
      words: name,
    })),
    breakX: way.followUps.length > 0 ? axis.scaleEnd : null,
    labels: placed(labelsOf(way, axis), axis.width),
  };
}

function boxOf(phase: WayPhase, axis: TimeAxis): WayBox {
  const x = axis.x(phase.startsOn);
  const width = Math.max(2, Math.min(axis.scaleEnd, axis.x(addDays(phase.endsOn, 1))) - x);
  return { x, width, words: phaseWords(phase, width) };
}

/** In the order in which they get their room. */
function labelsOf(way: ClientWay, axis: TimeAxis): WayLabel[] {
  const { admittedOn, requested, assessed, plannedEnd, endedOn, followUps } = way;
  const day = (on: Day) => daysBetween(admittedOn, on) + 1;
  const at = (on: Day, strong: string, sub: string, side: WayLabel['at']): WayLabel => ({
    x: axis.x(on) - 4,
    anchor: 'start',
    strong,
    sub,
    at: side,
  });
  const level = way.levels.find(({ from }) => from === admittedOn);
  const ends = endedOn ?? plannedEnd;
  return [
    ...(axis.todayX !== null && !endedOn
      ? [
          {
            x: axis.todayX,
            anchor: 'middle' as const,
            strong: `Today, day ${day(axis.today)}`,
            sub: `week ${Math.ceil(day(axis.today) / 7)}`,
            at: 'below' as const,
            today: true,
          },
        ]
      : []),
    at(
      admittedOn,
      'Admitted',
      calendarDay(admittedOn) + (level ? `, level ${level.code}` : ''),
      'above',
    ),
    ...(ends
      ? [
          {
            x: axis.x(ends) + 4,
            anchor: 'end' as const,
            strong: endedOn ? 'Ended' : 'Discharge planned',
            sub: `${calendarDay(ends)}, day ${day(ends)}`,
            at: 'above' as const,
          },
        ]
      : []),
    ...(followUps.length > 0
      ? [
          {
            x: axis.width,
            anchor: 'end' as const,
            strong: 'Follow-up',
            sub: 'to 1 year',
            at: 'below' as const,
          },
        ]
      : []),
    ...way.levels
      .slice(1)
      .map(({ code, from }) => at(from, `Level ${code}`, calendarDay(from), 'above')),
    ...way.phases
      .filter(({ number }) => number > 1)
      .map(({ number, startsOn }) =>
        at(startsOn, `Phase ${number}`, calendarDay(startsOn), 'above'),
      ),
    ...way.holds.map(({ startsOn, words }) =>
      at(startsOn, words ?? 'On hold', calendarDay(startsOn), 'below'),
    ),
    ...(requested ? [at(requested.on, 'Request', calendarDay(requested.on), 'above')] : []),
    ...(assessed ? [at(assessed.on, 'Assessed', calendarDay(assessed.on), 'below')] : []),
  ];
}
