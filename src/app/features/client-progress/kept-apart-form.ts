import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { NewKeptApart } from '#domain/attendance/kept-apart.contract';
import type { FoundClient } from '#domain/client-search/client-search.contract';
import type { Problem } from '#domain/problem.contract';
import { ClientChoice } from '../../client-choice/client-choice';

/** Whom a client is to be kept apart from, and why. */
@Component({
  selector: 'app-kept-apart-form',
  imports: [ClientChoice, MatButton],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit(reason.value)">
      <app-client-choice label="Whom" hint="one of your clients" [(client)]="other" />
      <label for="kept-apart-reason">Why</label>
      <input #reason id="kept-apart-reason" type="text" autocomplete="off" maxlength="200" />
      <p class="error" role="alert">
        @if (missing()) {
          {{ missing() }}
        } @else if (refused(); as refused) {
          Nothing was written. {{ refused.message }} It is still here. Try again.
        }
      </p>
      <div class="acts">
        <button matButton="filled" type="submit" [attr.aria-disabled]="sending()">
          Keep apart
        </button>
        <button class="chip" type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: '../../ui/small-form.css',
  styles: `
    :host {
      width: auto;
    }
    app-client-choice {
      width: 100%;
    }
  `,
})
export class KeptApartForm {
  readonly clientId = input.required<string>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewKeptApart>();
  readonly cancelled = output();

  protected readonly other = signal<FoundClient | null>(null);
  protected readonly missing = signal('');
  /** One for this form, however often it is sent. */
  private readonly id: string = crypto.randomUUID();

  protected submit(written: string): void {
    const { id, other } = this;
    const [otherId, reason] = [other()?.clientId, written.trim()];
    this.missing.set(problemOf(this.clientId(), otherId, reason));
    if (!otherId || this.missing() || this.sending()) return;
    this.submitted.emit({ id, clientId: this.clientId(), otherId, reason });
  }
}

function problemOf(clientId: string, otherId: string | undefined, reason: string): string {
  if (!otherId) return 'Choose whom.';
  if (otherId === clientId) return 'Nobody is kept apart from themselves. Choose somebody else.';
  return reason ? '' : 'Say why.';
}
