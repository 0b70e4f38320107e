import { Draws } from '../draws.ts';

/** What a client signed for somebody outside, and what became of it. */
export interface OnwardConsent {
  /** Days after it was first asked for until it was signed. */
  signedAfter: number;
  /** For how many days it holds. */
  lastsDays: number;
  /** Days after signing on which it was taken back; most never are. */
  revokedAfter: number | null;
}

/** For whoever goes on with them: three of four sign for it, some for a short time, some take it back. */
export function consentToNext(seed: number, client: number, stay: number): OnwardConsent | null {
  const draws = new Draws(seed, 'consent-next', client, stay);
  if (!draws.chance(0.75)) return null;
  return {
    signedAfter: draws.whole(0, 2),
    lastsDays: draws.chance(0.15) ? draws.whole(5, 20) : 365,
    revokedAfter: draws.chance(0.1) ? draws.whole(2, 12) : null,
  };
}

/** Of those whom a court sent, most sign for it at admission; it holds as long as the case is expected to. */
export function consentToCourt(seed: number, client: number): OnwardConsent | null {
  const draws = new Draws(seed, 'consent-court', client);
  if (!draws.chance(0.8)) return null;
  return {
    signedAfter: 0,
    lastsDays: draws.chance(0.2) ? draws.whole(20, 45) : 270,
    revokedAfter: draws.chance(0.08) ? draws.whole(10, 40) : null,
  };
}
