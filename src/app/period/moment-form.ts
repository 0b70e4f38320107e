import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { fromZonedInput, toZonedInput } from './zoned-input';

/** Asks for a moment on the site's clock, none later than `latest`; further acts stand beside its own. */
@Component({
  selector: 'app-moment-form',
  imports: [MatButton],
  template: `
    <form (submit)="$event.preventDefault(); choose(moment.value)">
      <label for="asked-moment">{{ label() }}</label>
      <input #moment id="asked-moment" type="datetime-local" [value]="shown()" [max]="max()" />
      <ng-content />
      <div>
        <button matButton="filled" type="submit">Show</button>
        <ng-content select="button" />
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    input {
      height: var(--tl-control);
      padding: 0 8px;
      border: 1px solid var(--tl-outline);
      border-radius: var(--tl-radius);
      background: var(--tl-surface);
    }
  `,
})
export class MomentForm {
  readonly label = input.required<string>();
  /** Instants. */
  readonly at = input.required<string>();
  readonly latest = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly chosen = output<string>();

  protected readonly shown = computed(() => toZonedInput(this.at(), this.timeZone()));
  protected readonly max = computed(() => toZonedInput(this.latest(), this.timeZone()));

  protected choose(moment: string): void {
    const instant = fromZonedInput(moment, this.timeZone());
    if (instant) this.chosen.emit(instant);
  }
}
