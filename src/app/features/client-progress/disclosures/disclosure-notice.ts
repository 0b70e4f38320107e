import { Component, computed, input } from '@angular/core';
import type { DisclosureConsent } from '#domain/disclosures/disclosure.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';

/** HL7 v3 ActReason, in words. */
const PURPOSES: Readonly<Record<string, string>> = {
  TREAT: 'treatment',
  COC: 'coordination of care',
  HPAYMT: 'payment',
  HOPERAT: 'health care operations',
};

/** What accompanies every disclosure made with consent (42 CFR 2.32): the notice, and what the consent covers. */
@Component({
  selector: 'app-disclosure-notice',
  template: `
    <h2>Consent and notice</h2>
    <p>{{ scope() }}</p>
    <p>
      This record which has been disclosed to you is protected by Federal confidentiality rules (42
      CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that
      describes the information contained in this record, in any civil, criminal, administrative, or
      legislative proceedings by any Federal, State, or local authority, against the patient, unless
      authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as
      authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules
      prohibit you from making any other use or disclosure of this record unless at least one of the
      following applies: (i) Further use or disclosure is expressly permitted by the written consent
      of the individual whose information is being disclosed in this record or as otherwise
      permitted by 42 CFR part 2. (ii) You are a covered entity or business associate and have
      received the record for treatment, payment, or health care operations, or (iii) You have
      received the record from a covered entity or business associate as permitted by 45 CFR part
      164, subparts A and E. A general authorization for the release of medical or other information
      is NOT sufficient to meet the required elements of written consent to further use or
      redisclose the record (see 42 CFR 2.31).
    </p>
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      max-width: 100ch;
      padding: 3px 0;
    }
    h2 {
      margin-top: 12px;
    }
    @media print {
      :host {
        break-inside: avoid;
      }
      p {
        max-width: none;
        font: 400 12px/15px var(--tl-font);
      }
    }
  `,
})
export class DisclosureNotice {
  readonly consent = input.required<DisclosureConsent>();
  readonly asOf = input.required<string>();
  /** Whom the consent names; '' where it names them as a class. */
  readonly recipient = input('');

  protected readonly scope = computed(() => {
    const { startsOn, endsOn, purposes, criminalJustice } = this.consent();
    const day = (on: string) => clinicDate(`${on}T12:00:00Z`, 'UTC', this.asOf());
    const words = criminalJustice
      ? [
          'reports to those in the criminal justice system who made treatment a condition (42 CFR 2.35)',
        ]
      : purposes.map((purpose) => PURPOSES[purpose] ?? purpose);
    const to = this.recipient() ? ` to ${this.recipient()}` : '';
    const revocable = criminalJustice
      ? 'Whoever receives it may use it in their official duties toward the client’s conditional release or other action in connection with which it was given, and for nothing else.'
      : 'It may be revoked at any time, and covers no use in proceedings against the client.';
    const since = startsOn ? `of ${day(startsOn)}` : 'on record';
    const until = endsOn ? `in force to ${day(endsOn)}` : 'without an end';
    return `Disclosed${to} with the client’s written consent ${since}, ${until}, for ${words.join(', ')}. ${revocable}`;
  });
}
