import type { Day } from '../calendar/calendar-day.ts';

export interface SharingConsent {
  recordId: string;
  status: string;
  startsOn: Day | null;
  endsOn: Day | null;
  recipients: readonly { partyId: string | null; permitted: boolean }[];
}

/**
 * The consent that permits a support person to be told something on a day (42 CFR 2.31); `null` where
 * none does. A refusal that names them outweighs every permission.
 */
export function consentFor(
  personId: string,
  consents: readonly SharingConsent[],
  today: Day,
): SharingConsent | null {
  const naming = consents
    .filter(({ status }) => status === 'active')
    .filter(({ startsOn, endsOn }) => (startsOn ?? '') <= today && (endsOn ?? today) >= today)
    .flatMap((consent) =>
      consent.recipients
        .filter(({ partyId }) => partyId === personId)
        .map(({ permitted }) => ({ consent, permitted })),
    );
  if (naming.some(({ permitted }) => !permitted)) return null;
  return naming[0]?.consent ?? null;
}
