import type { FollowUpOwner } from '../aftercare/follow-up-words.ts';
import type { Role } from './access.contract.ts';

/** Roles that ask after those who left, and reach nobody else: whom they reach goes by the day. */
export const FOLLOWS_UP: readonly Role[] = ['peer', 'aftercare'];

/**
 * Whether a follow-up is for the reader to look at: a peer specialist sees their own work alone (45 CFR
 * 164.502(b), no more than is needed), everybody else who may read follow-ups answers for all of them.
 */
export const looksAfter = (role: Role, owner: FollowUpOwner): boolean =>
  role !== 'peer' || owner === 'peer specialist';
