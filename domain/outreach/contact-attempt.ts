import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { ContactMode, ContactResult } from './contact.contract.ts';

/** An entry of the contact log as the rules see it; milliseconds. */
export interface ContactAttempt {
  at: number;
  mode: ContactMode;
  result: ContactResult;
}

/** Somebody answered: who declines has been reached. */
export const isTwoWay = ({ result }: Pick<ContactAttempt, 'result'>): boolean =>
  result === 'reached' || result === 'declined';

/** The latest session attended or talk; attempts that nobody answered do not count. */
export function lastTwoWay(
  seenAt: number | null,
  contacts: readonly ContactAttempt[],
): number | null {
  const answered = contacts.filter(isTwoWay).map(({ at }) => at);
  const last = Math.max(seenAt ?? -Infinity, ...answered);
  return last === -Infinity ? null : last;
}

/** Attempts since the last two-way contact, oldest first. */
export function attemptsSince(
  lastTwoWayAt: number | null,
  contacts: readonly ContactAttempt[],
): ContactAttempt[] {
  return contacts
    .filter((contact) => !isTwoWay(contact) && contact.at > (lastTwoWayAt ?? -Infinity))
    .toSorted((a, b) => a.at - b.at);
}

/** Not reached: so many attempts by so many modes, and no answer. */
export const isNotReached = (
  attempts: readonly ContactAttempt[],
  {
    notReachedAttempts,
    notReachedModes,
  }: Pick<ProgramDefaults, 'notReachedAttempts' | 'notReachedModes'>,
): boolean =>
  attempts.length >= notReachedAttempts &&
  new Set(attempts.map(({ mode }) => mode)).size >= notReachedModes;
