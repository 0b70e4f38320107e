import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { UTILIZATION_REVIEW_PARTS } from '#domain/disclosures/disclosed-parts';
import type { NewDisclosure } from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';

/** To whom the packet goes: accounted for before it can be printed (42 CFR 2.25). */
@Component({
  selector: 'app-disclosure-form',
  imports: [MatButton],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit(recipient.value, address.value)">
      <label for="disclosure-recipient">To whom</label>
      <input
        #recipient
        id="disclosure-recipient"
        type="text"
        maxlength="200"
        autocomplete="off"
        [value]="payer()"
      />
      <label for="disclosure-address">Address, fax or portal</label>
      <input #address id="disclosure-address" type="text" maxlength="300" autocomplete="off" />
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
  styleUrl: '../../../ui/small-form.css',
})
export class DisclosureForm {
  readonly payer = input.required<string>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewDisclosure>();

  protected readonly missing = signal('');
  /** One for this form, however often it is sent. */
  private readonly id: string = crypto.randomUUID();

  protected submit(recipient: string, address: string): void {
    this.missing.set(
      recipient.trim()
        ? address.trim()
          ? ''
          : 'Say where it is sent.'
        : 'Say to whom it is sent.',
    );
    if (this.missing() || this.sending()) return;
    this.submitted.emit({
      id: this.id,
      kind: 'utilization-review',
      recipient: recipient.trim(),
      address: address.trim(),
      what: [...UTILIZATION_REVIEW_PARTS],
    });
  }
}
