import { course } from './course.ts';
import { Draws } from './draws.ts';
import type { Level } from './level-design.ts';

export interface Admissions {
  /** Clients in treatment at each level in steady state. */
  census: Record<Level, number>;
  /** The day from which the client with this index can start; never falls as the index grows. */
  readyDay(client: number): number;
}

const SAMPLED_COURSES = 3_000;
/** Late enough for everybody's request to come after the clinic's first day. */
const OPENING_DAY = 30;
const OPENING_DAYS = 21;
const OPENING_SHARE = 0.6;

/**
 * How often somebody is admitted, so that about so many are in treatment at any time however long
 * the stays of this seed come out; the clinic opens with a cohort rather than empty.
 */
export function admissions(seed: number, clients: number): Admissions {
  const days: Record<Level, number> = { '3.1': 0, '2.5': 0, '2.1': 0, '1.5': 0 };
  for (let sample = 0; sample < SAMPLED_COURSES; sample++) {
    for (const step of course(seed, sample)) days[step.level] += step.stayDays + 1;
  }
  const total = Object.values(days).reduce((sum, ofLevel) => sum + ofLevel, 0);
  const share = (level: Level) => (clients * days[level]) / total;
  const gap = total / SAMPLED_COURSES / clients;
  const opening = Math.ceil(clients * OPENING_SHARE);
  return {
    census: {
      '3.1': share('3.1'),
      '2.5': share('2.5'),
      '2.1': share('2.1'),
      '1.5': share('1.5'),
    },
    readyDay(client) {
      if (client < opening) return OPENING_DAY + Math.floor((client / opening) * OPENING_DAYS);
      const jitter = new Draws(seed, 'admission', client).next();
      return Math.floor(OPENING_DAY + OPENING_DAYS + gap * (client - opening + jitter));
    },
  };
}
