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
const OPENING_DAY = 21;
const OPENING_DAYS = 21;
const OPENING_SHARE = 0.6;

/**
 * How often somebody is admitted, so that about so many are in treatment at any time however long
 * the stays of this seed come out; the clinic opens with a cohort rather than empty.
 */
export function admissions(seed: number, clients: number): Admissions {
  const days: Record<Level, number> = { '2.5': 0, '2.1': 0, '1.5': 0 };
  for (let sample = 0; sample < SAMPLED_COURSES; sample++) {
    for (const step of course(seed, sample)) days[step.level] += step.stayDays + 1;
  }
  const total = days['2.5'] + days['2.1'] + days['1.5'];
  const gap = total / SAMPLED_COURSES / clients;
  const opening = Math.ceil(clients * OPENING_SHARE);
  return {
    census: {
      '2.5': (clients * days['2.5']) / total,
      '2.1': (clients * days['2.1']) / total,
      '1.5': (clients * days['1.5']) / total,
    },
    readyDay(client) {
      if (client < opening) return OPENING_DAY + Math.floor((client / opening) * OPENING_DAYS);
      const jitter = new Draws(seed, 'admission', client).next();
      return Math.floor(OPENING_DAY + OPENING_DAYS + gap * (client - opening + jitter));
    },
  };
}
