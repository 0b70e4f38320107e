import { DAY_MS } from './calendar-day.ts';
import { Draws } from './draws.ts';

/** A second registration of somebody who was there already, found and merged later. */
export interface SecondRegistration {
  registeredAt: number;
  mergedAt: number;
}

const REGISTERED_TWICE = 0.012;

export function secondRegistration(
  seed: number,
  client: number,
  requestedAt: number,
): SecondRegistration | null {
  const draws = new Draws(seed, 'registration', client);
  if (!draws.chance(REGISTERED_TWICE)) return null;
  const registeredAt = requestedAt + draws.between(0.1, 4) * DAY_MS;
  return { registeredAt, mergedAt: registeredAt + draws.between(2, 25) * DAY_MS };
}
