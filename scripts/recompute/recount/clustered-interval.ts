import { studentT95 } from './student-t.ts';

export interface OfClient {
  counted: number;
  of: number;
}

export interface Bounds {
  low: number;
  high: number;
}

const fewestClients = 5;

/**
 * The 95 % interval of a rate over sessions, which resemble each other where they are one client's:
 * the rate's residuals are added up by client, and t taken on the logit with a degree less than there
 * are clients (Cochran, Sampling Techniques). `null` with fewer than five, or where all or none count.
 */
export function clusteredInterval(all: readonly OfClient[]): Bounds | null {
  const clients = all.filter(({ of }) => of > 0);
  const m = clients.length;
  if (m < fewestClients) return null;
  const sessions = clients.reduce((sum, { of }) => sum + of, 0);
  const rate = clients.reduce((sum, { counted }) => sum + counted, 0) / sessions;
  if (rate <= 0 || rate >= 1) return null;
  const squares = clients.reduce((sum, { counted, of }) => sum + (counted - rate * of) ** 2, 0);
  const error = Math.sqrt((m / (m - 1)) * squares) / sessions;
  const odds = Math.log(rate / (1 - rate));
  const reach = (studentT95(m - 1) * error) / (rate * (1 - rate));
  return { low: shareAt(odds - reach), high: shareAt(odds + reach) };
}

const shareAt = (logit: number): number => Math.exp(logit) / (1 + Math.exp(logit));
