import { calendarDay } from '../clinic-time/clinic-time';
import type { DrawnPath } from '../drawn-paths/drawn-paths';
import { statusWord } from '../status-mark/status-word';
import { stripMark } from './strip-mark';

export interface StripWeek {
  monday: string;
  marks: readonly string[];
}

/** A strip as few paths as there are looks in it, however many sessions: a table holds dozens. */
export interface StripDrawing {
  width: number;
  paths: DrawnPath[];
  words: string;
}

const WEEK = 43;
const ROOM = 38;
const PLACE = 8;
const PLACES = 5;

export function stripDrawing(weeks: readonly StripWeek[]): StripDrawing {
  const base = weeks.map((_, week) => `M${week * WEEK} 12.5h${ROOM}`).join('');
  const byClass = new Map([['line-base', base]]);
  weeks.forEach(({ marks }, week) => {
    // A week of more sessions than places draws them narrower rather than leaving some out.
    const scale = Math.min(1, PLACES / Math.max(1, marks.length));
    marks.forEach((status, place) => {
      const { at, className } = stripMark(status);
      const d = at(week * WEEK + place * PLACE * scale, scale);
      byClass.set(className, (byClass.get(className) ?? '') + d);
    });
  });
  return {
    width: weeks.length * WEEK - (WEEK - ROOM),
    paths: [...byClass].map(([className, d]) => ({ className, d })),
    words: weeks.map(inWords).join(' '),
  };
}

function inWords({ monday, marks }: StripWeek): string {
  const said = marks.map((status) => statusWord(status).toLowerCase()).join(', ');
  return `Week of ${calendarDay(monday)}: ${said || 'no sessions'}.`;
}
