import type { Day } from '../calendar/calendar-day.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { isInForce, namesRecipient, type RecordedConsent } from './recorded-consent.ts';

export type PaymentConsent<C> = { consent: C; refusal: null } | { consent: null; refusal: string };

/** Treatment, payment and health care operations: one consent for all of them, until it is revoked. */
const ALL_THREE = ['TREAT', 'HPAYMT', 'HOPERAT'];
const PAYMENT = 'HPAYMT';

/**
 * The consent under which a payer may be told on a day (42 CFR 2.31, 2.33), or why none covers it. One for
 * treatment, payment and operations names its recipients as a class, a payer among them; one for payment
 * alone has to name this payer. A refusal that names the payer outweighs both. What a record does not
 * say is not read into it.
 */
export function paymentConsent<C extends RecordedConsent>(
  consents: readonly C[],
  payer: string | null,
  today: Day,
): PaymentConsent<C> {
  if (payer === null) return refused('No payer is on record for today.');
  const inForce = consents.filter((consent) => isInForce(consent, today));
  if (inForce.some((consent) => namesRecipient(consent, payer, false)))
    return refused(`A refusal in force keeps ${payer} from being told.`);
  const covering = inForce.find(
    (consent) =>
      ALL_THREE.every((purpose) => consent.purposes.includes(purpose)) ||
      (consent.purposes.includes(PAYMENT) && namesRecipient(consent, payer, true)),
  );
  if (covering) return { consent: covering, refusal: null };
  return refused(`${whyNot(consents, today)} Ask the client for one, and record it in the EHR.`);
}

const refused = (refusal: string) => ({ consent: null, refusal });

/** The last consent for payment that does not hold today tells most. */
function whyNot(consents: readonly RecordedConsent[], today: Day): string {
  const [last] = consents
    .filter(({ purposes }) => purposes.includes(PAYMENT))
    .toSorted((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''));
  if (!last) return 'No consent on record permits a disclosure for payment.';
  const { startsOn, endsOn, status } = last;
  const words = (day: Day) => dayInWords(Date.parse(day), 'UTC', Date.parse(today));
  const of = startsOn ? ` of ${words(startsOn)}` : '';
  if (status !== 'active') return `The consent for payment${of} is no longer in force.`;
  if (endsOn !== null && endsOn < today)
    return `The consent for payment${of} ended on ${words(endsOn)}.`;
  if (startsOn !== null && startsOn > today)
    return `The consent for payment begins on ${words(startsOn)}.`;
  return `The consent for payment${of} names other recipients than this payer.`;
}
