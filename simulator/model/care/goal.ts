import { Draws } from '../draws.ts';
import type { Placement } from '../placement.ts';
import { endsAsPlanned } from '../course.ts';

export type Achievement =
  'in-progress' | 'improving' | 'no-change' | 'worsening' | 'achieved' | 'not-achieved';

/** Something a client wants, in their own words. */
export interface ClientGoal {
  ordinal: number;
  text: string;
  writtenDay: number;
  targetDay: number;
  /** At the review in the middle of the stay, and when the stay ends. */
  midway: Achievement;
  atEnd: Achievement;
}

const WORDS = [
  'I want my kids back on weekends.',
  'Ninety days without a drink. I have never done ninety.',
  'Keep my job at the warehouse.',
  'I want to sleep through the night without taking anything.',
  'Find a place of my own by spring.',
  'Go to the Tuesday meeting every week, even when I do not feel like it.',
  'Stop lying to my wife about where I was.',
  'Finish probation without a violation.',
  'I want to be able to walk past that corner.',
  'Get my license back.',
  'Call my sponsor before, not after.',
  'Stay on the Suboxone and not be ashamed of it.',
  'Have one friend who does not use.',
  'Be there for my mother now that she is sick.',
  'Learn what to do when the anger comes.',
  'Pass every test until court.',
  'Start the welding course in the fall.',
  'I want to remember the evening with my daughter the next day.',
  'Pay back my brother.',
  'Feel okay being alone on a Sunday.',
  'Deliver a healthy baby and take her home.',
  'Tell the group what happened in the army.',
  'Eat breakfast. Keep a normal day.',
  'Get through the holidays.',
];

export function goals(seed: number, placement: Placement): ClientGoal[] {
  const { client, ordinal: stay, step, startDay } = placement;
  // A step down goes on with the goals that there are.
  if (step.entry === 'step-down' || step.stayDays < 4) return [];
  const draws = new Draws(seed, 'goals', client, stay);
  const first = draws.whole(0, WORDS.length - 1);
  const count = draws.chance(0.6) ? 2 : 1;
  const planned = endsAsPlanned(step.reason);
  return Array.from({ length: count }, (_, ordinal) => {
    const text = WORDS[(first + ordinal * 7) % WORDS.length];
    return {
      ordinal,
      text,
      writtenDay: startDay + draws.whole(1, 3),
      targetDay: startDay + step.plannedWeeks * 7 - 1,
      midway: draws.weighted([
        ['improving', planned ? 0.6 : 0.25],
        ['in-progress', 0.15],
        ['no-change', 0.2],
        ['worsening', planned ? 0.05 : 0.25],
      ] as const),
      atEnd: draws.chance(planned ? 0.65 : 0.15) ? 'achieved' : 'not-achieved',
    };
  });
}
