import type { ElementRef } from '@angular/core';
import { afterNextRender, Component, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '#domain/problem.contract';
import type { NewOnCallSpan, OnCall } from '#domain/settings/on-call.contract';
import { Icon } from '../../ui/icon/icon';

/** Who is on call, where, and from when until when on the site's clock. */
@Component({
  selector: 'app-on-call-form',
  imports: [Icon, MatButton],
  template: `
    <form novalidate aria-label="Name who is on call" (submit)="submit($event)">
      <div class="fields">
        <p class="field">
          <label for="on-call-who">Who</label>
          <select
            #who
            id="on-call-who"
            [attr.aria-invalid]="whoError() !== ''"
            aria-describedby="on-call-who-error"
          >
            <option value="">Choose somebody</option>
            @for (one of onCall().staff; track one.id) {
              <option [value]="one.id">{{ one.name }}</option>
            }
          </select>
        </p>
        <p class="field">
          <label for="on-call-site">Where</label>
          <select #site id="on-call-site">
            <option value="">Every site</option>
            @for (one of onCall().sites; track one.id) {
              <option [value]="one.id">{{ one.name }}</option>
            }
          </select>
        </p>
        <p class="field">
          <label for="on-call-from">From</label>
          <input
            #from
            id="on-call-from"
            type="datetime-local"
            [attr.aria-invalid]="timesError() !== ''"
            aria-describedby="on-call-from-help on-call-times-error"
          />
          <span id="on-call-from-help" class="help">On the site’s clock</span>
        </p>
        <p class="field">
          <label for="on-call-until">Until</label>
          <input
            #until
            id="on-call-until"
            type="datetime-local"
            [attr.aria-invalid]="timesError() !== ''"
            aria-describedby="on-call-until-help on-call-times-error"
          />
          <span id="on-call-until-help" class="help">When the next one begins</span>
        </p>
      </div>
      <p id="on-call-who-error" class="error">
        @if (whoError()) {
          <app-icon name="close" />{{ whoError() }}
        }
      </p>
      <p id="on-call-times-error" class="error">
        @if (timesError()) {
          <app-icon name="close" />{{ timesError() }}
        }
      </p>
      <p class="error" role="alert">
        @if (refused(); as refused) {
          <app-icon name="close" />Nobody was named. {{ refused.message }} It is still here. Try
          again.
        }
      </p>
      <div class="acts">
        <button matButton="filled" type="submit" [disabled]="saving()">Set on call</button>
        <button matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: './setting-form.css',
})
export class OnCallForm {
  readonly onCall = input.required<OnCall>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewOnCallSpan>();
  readonly cancelled = output();

  protected readonly whoError = signal('');
  protected readonly timesError = signal('');

  private readonly who = viewChild.required<ElementRef<HTMLSelectElement>>('who');
  private readonly site = viewChild.required<ElementRef<HTMLSelectElement>>('site');
  private readonly from = viewChild.required<ElementRef<HTMLInputElement>>('from');
  private readonly until = viewChild.required<ElementRef<HTMLInputElement>>('until');
  /** One a form: sent again after a failure it is the same span. */
  private readonly id = crypto.randomUUID();

  constructor() {
    afterNextRender({ read: () => this.who().nativeElement.focus() });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const staffId = this.who().nativeElement.value;
    const from = this.from().nativeElement.value.slice(0, 16);
    const until = this.until().nativeElement.value.slice(0, 16);
    this.whoError.set(staffId ? '' : 'Choose who is on call.');
    this.timesError.set(timesProblem(from, until));
    if (this.whoError() || this.timesError()) {
      (this.whoError() ? this.who() : this.from()).nativeElement.focus();
      return;
    }
    const siteId = this.site().nativeElement.value || null;
    this.submitted.emit({ id: this.id, staffId, siteId, from, until });
  }
}

function timesProblem(from: string, until: string): string {
  if (!from || !until) return 'Give the moment it begins, and the moment it ends.';
  return from < until ? '' : 'Give an end that is after the beginning.';
}
