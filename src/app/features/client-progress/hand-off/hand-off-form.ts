import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { HAND_OFF_PARTS } from '#domain/disclosures/disclosed-parts';
import type {
  ClientDisclosures,
  NewDisclosure,
  Recipient,
} from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';

/** What is sent, and whether the plan of aftercare says so as well. */
export interface HandOffSent {
  disclosure: NewDisclosure;
  summarySent: boolean;
}

/** To whom the sheet goes, and under which consent: accounted for before it can be printed (42 CFR 2.25). */
@Component({
  selector: 'app-hand-off-form',
  imports: [MatButton, RouterLink],
  template: `
    @if (handOff().recipients.length === 0) {
      <p class="refusal" role="status">
        <b>To whom it would go is not recorded.</b> Write the destination down on the
        <a class="link" [routerLink]="['/aftercare']" [queryParams]="{ open: handOff().episodeId }"
          >aftercare board</a
        >, or record a consent for treatment that names it in the EHR.
      </p>
    } @else {
      <form novalidate (submit)="$event.preventDefault(); submit(address.value)">
        <fieldset>
          <legend>To whom</legend>
          @for (one of handOff().recipients; track one.name) {
            <label class="check">
              <input
                type="radio"
                name="recipient"
                [value]="one.name"
                [checked]="one.name === chosen()?.name"
                (change)="picked.emit(one.name)"
              />
              <span>
                <b>{{ one.name }}</b>{{ one.isDestination ? ', where the client goes next' : '' }}
                <span class="label" [class.warn]="one.refusal">{{ standingOf(one) }}</span>
              </span>
            </label>
          }
        </fieldset>
        <label for="hand-off-address">Address or fax</label>
        <input
          #address
          id="hand-off-address"
          type="text"
          maxlength="300"
          autocomplete="off"
          [value]="known()"
        />
        @if (summaryOn(); as on) {
          <p class="label sub">On the aftercare plan the summary is sent already: {{ on }}.</p>
        } @else if (handOff().episodeId && chosen()?.consent) {
          <label class="check">
            <input
              #box
              type="checkbox"
              [checked]="alsoSummary()"
              (change)="alsoSummary.set(box.checked)"
            />
            <span
              >Also write down on the aftercare plan: summary sent, done, {{ today() }}, to
              {{ chosen()?.name }}</span
            >
          </label>
        }
        @if (chosen()?.refusal && !refused()) {
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
    }
  `,
  styleUrls: ['../../../ui/small-form.css', '../disclosures/recipient-fields.css'],
})
export class HandOffForm {
  readonly handOff = input.required<ClientDisclosures['handOff']>();
  readonly chosen = input.required<Recipient | null>();
  readonly today = input.required<string>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly picked = output<string>();
  readonly submitted = output<HandOffSent>();

  protected readonly known = computed(() => this.chosen()?.address ?? '');
  protected readonly missing = linkedSignal({ source: this.chosen, computation: () => '' });
  protected readonly alsoSummary = signal(true);
  protected readonly summaryOn = computed(() => {
    const sent = this.handOff().steps.find(({ milestone }) => milestone === 'summary-sent');
    return sent?.status === 'done' ? calendarDate(sent.on) : null;
  });
  /** One for this form, however often it is sent; another once it was refused. */
  private readonly id = linkedSignal({
    source: this.refused,
    computation: (): string => crypto.randomUUID(),
  });

  protected standingOf({ consent, refusal }: Recipient): string {
    if (refusal) return refusal.words;
    const until = consent?.endsOn ? `to ${calendarDate(consent.endsOn)}` : 'without an end';
    return `Consent for treatment in force, ${until}`;
  }

  protected submit(address: string): void {
    const recipient = this.chosen()?.name ?? '';
    this.missing.set(address.trim() ? '' : 'Say where it is sent.');
    if (this.missing() || this.sending()) return;
    this.submitted.emit({
      disclosure: {
        ...{ id: this.id(), kind: 'hand-off', recipient, address: address.trim() },
        what: [...HAND_OFF_PARTS],
      },
      summarySent:
        this.alsoSummary() && this.chosen()?.consent !== null && this.summaryOn() === null,
    });
  }
}
