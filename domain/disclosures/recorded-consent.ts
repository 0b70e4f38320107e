import type { Day } from '../calendar/calendar-day.ts';
import { payerKey } from '../payer/payer-key.ts';

/** A consent to disclose, or a refusal, as its record has it. */
export interface RecordedConsent {
  recordId: string;
  /** FHIR consent state: draft, proposed, active, inactive, rejected. */
  status: string;
  startsOn: Day | null;
  endsOn: Day | null;
  /** The day on which its record stopped being in force; `null` while it never was, or still is. */
  revokedOn: Day | null;
  /** HL7 v3 ActReason. */
  purposes: readonly string[];
  /** To those in the criminal justice system who made treatment a condition (42 CFR 2.35). */
  criminalJustice: boolean;
  recipients: readonly { name: string | null; permitted: boolean }[];
}

export const isInForce = (
  { status, startsOn, endsOn }: Pick<RecordedConsent, 'status' | 'startsOn' | 'endsOn'>,
  today: Day,
): boolean => status === 'active' && (startsOn ?? '') <= today && (endsOn ?? today) >= today;

/** By name as written, but for capitals and blanks around it: what a record does not say is not read into it. */
export const namesRecipient = (
  { recipients }: Pick<RecordedConsent, 'recipients'>,
  recipient: string,
  permitted: boolean,
): boolean =>
  recipients.some(
    ({ name, permitted: is }) =>
      is === permitted && name !== null && payerKey(name) === payerKey(recipient),
  );
