import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Says } from '#domain/client-progress/client-entry.contract';
import type { Problem } from '#domain/problem.contract';

/** Whether the plan follows a score, and why. */
@Component({
  selector: 'app-score-review-form',
  imports: [MatButton],
  template: `
    <form novalidate [hidden]="sending()" (submit)="$event.preventDefault(); submit(because.value)">
      <fieldset>
        <legend>The plan</legend>
        @for (choice of choices; track choice) {
          <label
            ><input
              type="radio"
              name="plan"
              [value]="choice"
              [checked]="plan() === choice"
              (change)="plan.set(choice)"
            />
            {{ choice }}</label
          >
        }
      </fieldset>
      <label [for]="'because-' + id">Because</label>
      <input #because [id]="'because-' + id" type="text" autocomplete="off" maxlength="200" />
      <p class="error" role="alert">
        @if (missing()) {
          {{ missing() }}
        } @else if (refused(); as refused) {
          Nothing was written. {{ refused.message }} What you wrote is still here.
        }
      </p>
      <div class="acts">
        <button matButton="filled" type="submit">Record review</button>
        <button class="chip" type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: '../../../ui/small-form.css',
  styles: `
    :host {
      width: min(320px, 100%);
    }
    fieldset {
      display: flex;
      gap: 16px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 24px;
      font: var(--tl-dense);
    }
    legend {
      font: 500 14px/20px var(--tl-font);
    }
    input[type='radio'] {
      width: auto;
      height: auto;
    }
    form[hidden] {
      display: none;
    }
  `,
})
export class ScoreReviewForm {
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<{ id: string } & Pick<Says<'score-review'>, 'plan' | 'because'>>();
  readonly cancelled = output();

  protected readonly choices = ['unchanged', 'changed'] as const;
  protected readonly plan = signal<Says<'score-review'>['plan'] | null>(null);
  protected readonly missing = signal('');
  /** One for this form, however often it is sent. */
  protected readonly id: string = crypto.randomUUID();

  protected submit(written: string): void {
    const [plan, because] = [this.plan(), written.trim()];
    this.missing.set(plan === null ? 'Say whether the plan changes.' : because ? '' : 'Say why.');
    if (plan === null || this.missing() || this.sending()) return;
    this.submitted.emit({ id: this.id, plan, because });
  }
}
