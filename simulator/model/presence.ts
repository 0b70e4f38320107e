import { MINUTE_MS } from './calendar-day.ts';
import { Draws } from './draws.ts';
import type { BookedSession, Presence } from './session.ts';

const LATE = 0.07;
const LEFT_EARLY = 0.05;
const REMOTE_CLIENTS = 0.2;

export function presence(
  seed: number,
  client: number,
  booked: BookedSession,
  closedAt: number,
  draws: Draws,
): Presence {
  const length = (booked.end - booked.start) / MINUTE_MS;
  const late = draws.chance(LATE)
    ? draws.whole(11, Math.max(12, Math.min(40, length / 2)))
    : draws.whole(0, 6);
  const early = draws.chance(LEFT_EARLY)
    ? draws.whole(11, Math.max(12, Math.min(75, length / 3)))
    : draws.whole(0, 3);
  const start = booked.start + late * MINUTE_MS;
  const remote =
    booked.kind === 'medication' ||
    (booked.kind === 'individual' && new Draws(seed, 'remote', client).chance(REMOTE_CLIENTS));
  return {
    openedAt: start + draws.whole(5, 55) * 1000,
    closedAt,
    start,
    end: booked.end - early * MINUTE_MS,
    virtual: remote && draws.chance(booked.kind === 'medication' ? 0.4 : 0.7),
  };
}
