import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { COURT_REPORT_PARTS } from '#domain/disclosures/disclosed-parts';
import type { CourtReport, NewDisclosure } from '#domain/disclosures/disclosure.contract';
import { INTERVAL_WORDS } from '#domain/disclosures/report-duty';
import type { Problem } from '#domain/problem.contract';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';

/** Which report is made, and where it goes: accounted for before it can be printed (42 CFR 2.25). */
@Component({
  selector: 'app-court-report-form',
  imports: [MatButton],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit(address.value)">
      <fieldset>
        <legend>Which report</legend>
        @for (one of reports(); track one.dutyId) {
          <label class="check">
            <input
              type="radio"
              name="duty"
              [value]="one.dutyId"
              [checked]="one.dutyId === chosen().dutyId"
              (change)="picked.emit(one.dutyId)"
            />
            <span>
              <b>{{ one.to }}</b>{{ one.officer ? ', ' + one.officer : '' }}, {{ words[one.every] }}
              <span class="label sub">{{ dueOf(one) }}</span>
              <span class="label" [class.warn]="one.refusal">{{ standingOf(one) }}</span>
            </span>
          </label>
        }
      </fieldset>
      <label for="court-address">Address or fax</label>
      <input
        #address
        id="court-address"
        type="text"
        maxlength="300"
        autocomplete="off"
        [value]="known()"
      />
      @if (chosen().refusal && !refused()) {
        <p class="label warn">Recording it is refused, and that it was tried is written down.</p>
      }
      <p class="error" role="alert">
        @if (missing()) {
          {{ missing() }}
        } @else if (refused(); as refused) {
          {{ refused.message }}
        }
      </p>
      <button matButton="filled" type="submit" [attr.aria-disabled]="sending()">
        Record the disclosure
      </button>
    </form>
  `,
  styleUrls: ['../../../ui/small-form.css', '../disclosures/recipient-fields.css'],
})
export class CourtReportForm {
  readonly reports = input.required<readonly CourtReport[]>();
  readonly chosen = input.required<CourtReport>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly picked = output<string>();
  readonly submitted = output<NewDisclosure>();

  protected readonly words = INTERVAL_WORDS;
  protected readonly known = computed(() => this.chosen().address ?? '');
  protected readonly missing = linkedSignal({ source: this.chosen, computation: () => '' });
  /** One for this form, however often it is sent; another once it was refused. */
  private readonly id = linkedSignal({
    source: this.refused,
    computation: (): string => crypto.randomUUID(),
  });

  protected dueOf({ dueOn, lastOn }: CourtReport): string {
    const due = dueOn ? `Due ${calendarDate(dueOn)}` : 'None is asked for any more';
    return `${due}, ${lastOn ? `the last made ${calendarDate(lastOn)}` : 'none made yet'}`;
  }

  protected standingOf({ consent, refusal }: CourtReport): string {
    if (refusal) return refusal.words;
    return `Consent (42 CFR 2.35) in force, to ${consent?.endsOn ? calendarDate(consent.endsOn) : 'no day'}`;
  }

  protected submit(address: string): void {
    this.missing.set(address.trim() ? '' : 'Say where it is sent.');
    if (this.missing() || this.sending()) return;
    const { dutyId, to } = this.chosen();
    this.submitted.emit({
      ...{ id: this.id(), kind: 'court-report', dutyId, recipient: to, address: address.trim() },
      what: [...COURT_REPORT_PARTS],
    });
  }
}
