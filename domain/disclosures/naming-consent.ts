import type { Day } from '../calendar/calendar-day.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { isInForce, namesRecipient, type RecordedConsent } from './recorded-consent.ts';

/** Why nothing may be disclosed to somebody. */
export const REFUSAL_REASONS = [
  'none',
  'no-recipient',
  'not-signed',
  'not-yet',
  'revoked',
  'expired',
  'no-end',
  'combined',
  'other-recipient',
  'other-purpose',
  'refused',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface Refusal {
  reason: RefusalReason;
  /** What stands in the way, and what would change that. */
  words: string;
}
export type Covered<C> = { consent: C; refusal: null } | { consent: null; refusal: Refusal };

/** What a consent has to be for. */
export type ConsentPurpose = 'treatment' | 'criminal-justice';

/** HL7 v3 ActReason: treatment, and the coordination of care that belongs to it. */
const TREATMENT = ['TREAT', 'COC'];
/** Use in proceedings against the client. */
const PROCEEDINGS = 'HLEGAL';

const IS_FOR: Record<ConsentPurpose, (consent: RecordedConsent) => boolean> = {
  treatment: ({ purposes, criminalJustice }) =>
    !criminalJustice && TREATMENT.some((purpose) => purposes.includes(purpose)),
  'criminal-justice': ({ criminalJustice }) => criminalJustice,
};
const PURPOSE_WORDS: Record<ConsentPurpose, string> = {
  treatment: 'treatment',
  'criminal-justice': 'a report to the criminal justice system (42 CFR 2.35)',
};

/**
 * The consent under which somebody may be told on a day, for a purpose (42 CFR 2.31), or why none does. It
 * has to name them: of a class of recipients, such as all who treat the client, no record says whether they
 * belong to it. A refusal that names them outweighs everything. A consent to use in proceedings stands by
 * itself (2.31(d)); one to the criminal justice system says when it ends (2.35). Of several the one counts
 * that holds longest.
 */
export function namingConsent<C extends RecordedConsent>(
  consents: readonly C[],
  recipient: string | null,
  purpose: ConsentPurpose,
  today: Day,
): Covered<C> {
  if (recipient === null)
    return refused(
      'no-recipient',
      'To whom it would go is not recorded. Write the destination down on the aftercare board first.',
    );
  if (consents.some((one) => isInForce(one, today) && namesRecipient(one, recipient, false)))
    return refused('refused', `A refusal in force keeps ${recipient} from being told.`);
  const [best] = consents
    .filter((one) => IS_FOR[purpose](one) && namesRecipient(one, recipient, true))
    .map((consent) => ({ consent, flaw: flawOf(consent, purpose, today) }))
    .toSorted(
      (a, b) => rankOf(a.flaw) - rankOf(b.flaw) || byLastDay(a.consent, b.consent) || byId(a, b),
    );
  if (best?.flaw === null) return { consent: best.consent, refusal: null };
  const asks = 'Ask the client for one, and record it in the EHR.';
  if (best)
    return refused(
      best.flaw,
      `${inWords(best.consent, best.flaw, today)} Ask the client for another, and record it in the EHR.`,
    );
  const inForce = consents.filter((one) => isInForce(one, today));
  if (inForce.some((one) => namesRecipient(one, recipient, true)))
    return refused(
      'other-purpose',
      `The consent that names ${recipient} is not for ${PURPOSE_WORDS[purpose]}. ${asks}`,
    );
  if (inForce.some((one) => IS_FOR[purpose](one)))
    return refused(
      'other-recipient',
      `The consent for ${PURPOSE_WORDS[purpose]} names other recipients than ${recipient}. ${asks}`,
    );
  return refused(
    'none',
    `No consent on record permits a disclosure to ${recipient} for ${PURPOSE_WORDS[purpose]}. ${asks}`,
  );
}

const refused = (reason: RefusalReason, words: string) => ({
  consent: null,
  refusal: { reason, words },
});

/** What most nearly permits it tells most. */
const FLAWS = ['combined', 'no-end', 'not-yet', 'revoked', 'expired', 'not-signed'] as const;
type Flaw = (typeof FLAWS)[number];

const rankOf = (flaw: Flaw | null): number => (flaw === null ? -1 : FLAWS.indexOf(flaw));

const byLastDay = (a: RecordedConsent, b: RecordedConsent): number =>
  (b.endsOn ?? '9999').localeCompare(a.endsOn ?? '9999');

const byId = (a: { consent: RecordedConsent }, b: { consent: RecordedConsent }): number =>
  a.consent.recordId.localeCompare(b.consent.recordId);

function flawOf(consent: RecordedConsent, purpose: ConsentPurpose, today: Day): Flaw | null {
  const { status, startsOn, endsOn, purposes, criminalJustice } = consent;
  if (status === 'inactive') return 'revoked';
  if (status !== 'active') return 'not-signed';
  if (endsOn !== null && endsOn < today) return 'expired';
  if (startsOn !== null && startsOn > today) return 'not-yet';
  if (purpose === 'criminal-justice' && endsOn === null) return 'no-end';
  const isCombined = purposes.includes(PROCEEDINGS) && (purposes.length > 1 || criminalJustice);
  return isCombined ? 'combined' : null;
}

function inWords({ startsOn, endsOn, revokedOn }: RecordedConsent, flaw: Flaw, today: Day): string {
  const words = (day: Day | null, before: string) =>
    day === null ? '' : ` ${before} ${dayInWords(Date.parse(day), 'UTC', Date.parse(today))}`;
  const which = `The consent${words(startsOn, 'of')}`;
  switch (flaw) {
    case 'revoked':
      return `${which} was revoked${words(revokedOn, 'on')}.`;
    case 'expired':
      return `${which} ended${words(endsOn, 'on')}.`;
    case 'not-yet':
      return `The consent begins${words(startsOn, 'on')}.`;
    case 'not-signed':
      return `${which} is not signed.`;
    case 'no-end':
      return `${which} does not say when it ends, as one to the criminal justice system has to (42 CFR 2.35).`;
    case 'combined':
      return `${which} is for use in proceedings too, which has to be a consent of its own (42 CFR 2.31).`;
  }
}
