import type { ClientDisclosures, NewDisclosure } from '#domain/disclosures/disclosure.contract';
import {
  COURT_REPORT_PARTS,
  HAND_OFF_PARTS,
  UTILIZATION_REVIEW_PARTS,
} from '#domain/disclosures/disclosed-parts';
import { namingConsent } from '#domain/disclosures/naming-consent';
import { paymentConsent } from '#domain/disclosures/payment-consent';
import { answeredBy, reportPeriod } from '#domain/disclosures/report-duty';
import { payerOn } from '#domain/payer/payer-on';
import type { Scoped } from '../database/database.ts';
import { findCoverages } from '../payer/payers.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { asShown, type FoundConsent } from './consents.queries.ts';
import { findCourtDuties } from './court-reports.queries.ts';
import type { ClientMoment } from './client-moment.ts';

/** Whether the client's payer may be sent the packet it asks for. */
export async function payerAuthority(
  scoped: Scoped,
  organizationId: string,
  { clientId, today, stay }: ClientMoment,
  consents: readonly FoundConsent[],
): Promise<ClientDisclosures['utilizationReview']> {
  const rules = await rulesOf(scoped, organizationId);
  // Who pays matters here whether or not payers differ in their rules.
  const coverages = await findCoverages(scoped, organizationId, [clientId], {
    differByPayer: true,
  });
  const payer = payerOn(coverages.get(clientId) ?? [], today)?.trim() ?? null;
  const { consent, refusal } = paymentConsent(consents, payer, today);
  const { payerDayMinutes: dayMinutes } = rules.on(today, stay?.programId ?? null, payer);
  return { payer, dayMinutes, consent: consent && asShown(consent), refusal };
}

/** What a disclosure amounts to once it is permitted, or why it is not. */
export type Authorized =
  | { is: 'unknown' }
  | { is: 'refused'; recipient: string; reason: string; words: string }
  | {
      is: 'permitted';
      recipient: string;
      purpose: string;
      parts: readonly string[];
      consentId: string;
      report: { answersDue: string | null; from: string; to: string } | null;
    };

/** Paying for treatment asks for it: 45 CFR 164.501, utilization review. */
const PURPOSES = {
  'utilization-review': 'utilization review, for payment',
  'hand-off': 'treatment: hand-off to who treats next',
  'court-report': 'report to the criminal justice system (42 CFR 2.35)',
} as const;

/** Asks for the consent, of whichever kind, at the moment something is to leave. */
export async function authorize(
  scoped: Scoped,
  organizationId: string,
  moment: ClientMoment,
  consents: readonly FoundConsent[],
  asked: NewDisclosure,
): Promise<Authorized> {
  const purpose = PURPOSES[asked.kind];
  const what: readonly string[] = asked.what;
  const recipient = asked.recipient.trim();
  switch (asked.kind) {
    case 'utilization-review': {
      const { consent, refusal } = await payerAuthority(scoped, organizationId, moment, consents);
      if (!consent)
        return { is: 'refused', recipient, reason: 'not-for-payment', words: refusal ?? '' };
      const parts = UTILIZATION_REVIEW_PARTS.filter((part) => what.includes(part));
      const consentId = consent.recordId;
      return { is: 'permitted', recipient, purpose, parts, consentId, report: null };
    }
    case 'hand-off': {
      const { consent, refusal } = namingConsent(consents, recipient, 'treatment', moment.today);
      if (!consent) return { is: 'refused', recipient, ...refusal };
      const parts = HAND_OFF_PARTS.filter((part) => what.includes(part));
      const consentId = consent.recordId;
      return { is: 'permitted', recipient, purpose, parts, consentId, report: null };
    }
    case 'court-report': {
      const { today, stay } = moment;
      const duties = await findCourtDuties(scoped, organizationId, moment);
      const duty = duties.find(({ dutyId }) => dutyId === asked.dutyId);
      if (!duty) return { is: 'unknown' };
      const court = duty.says.to;
      const { consent, refusal } = namingConsent(consents, court, 'criminal-justice', today);
      if (!consent) return { is: 'refused', recipient: court, ...refusal };
      const { toldUpTo, answered, says } = duty;
      const admittedOn = stay?.admittedOn ?? today;
      return {
        is: 'permitted',
        recipient: court,
        purpose,
        parts: COURT_REPORT_PARTS.filter((part) => what.includes(part)),
        consentId: consent.recordId,
        report: {
          ...reportPeriod(says, { toldUpTo, admittedOn, today }),
          answersDue: answeredBy(says, answered, today),
        },
      };
    }
  }
}
