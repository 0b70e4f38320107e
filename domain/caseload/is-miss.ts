import type { Flag } from './caseload.contract.ts';

const MISSES: readonly Flag['rule'][] = ['consecutive-misses', 'missed-last', 'not-seen'];

/** A rule that is met because somebody did not come. */
export const isMiss = ({ rule }: Pick<Flag, 'rule'>): boolean => MISSES.includes(rule);
