import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { fromZonedInput, toZonedInput } from '../period/zoned-input';
import { DataAge } from '../ui/data-age/data-age';
import { Popover } from '../ui/popover/popover';

/** How old the data is; on asking, the moment to look at instead of now. */
@Component({
  selector: 'app-as-of-choice',
  imports: [DataAge, MatButton, Popover],
  template: `
    <button #trigger type="button" aria-haspopup="dialog" (click)="open.set(!open())">
      <span class="visually-hidden">Choose a moment.</span>
      <app-data-age
        [asOf]="asOf() ?? dataAsOf()"
        [now]="asOf() ? null : now()"
        [timeZone]="timeZone()"
        [late]="asOf() ? null : late()"
      />
    </button>
    @if (asOf()) {
      <button class="chip on" type="button" (click)="chosen.emit(null)">Back to now</button>
    }
    @if (open()) {
      @defer (on immediate) {
        <app-popover [origin]="trigger" label="Moment to look at" (closed)="open.set(false)">
          <form (submit)="$event.preventDefault(); choose(moment.value)">
            <label for="as-of-moment">Show events as of</label>
            <input
              #moment
              id="as-of-moment"
              type="datetime-local"
              [value]="shown()"
              [max]="latest()"
            />
            <p class="label dim">Events until then, under what is known today.</p>
            <button matButton="filled" type="submit">Show</button>
          </form>
        </app-popover>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    button {
      min-height: 24px;
    }
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
export class AsOfChoice {
  /** The moment chosen; `null` for now. */
  readonly asOf = input.required<string | null>();
  readonly dataAsOf = input.required<string | null>();
  readonly now = input.required<number>();
  readonly timeZone = input.required<string>();
  readonly late = input.required<string | null>();
  readonly chosen = output<string | null>();

  protected readonly open = signal(false);
  protected readonly latest = computed(() =>
    toZonedInput(new Date(this.now()).toISOString(), this.timeZone()),
  );
  protected readonly shown = computed(() => {
    const asOf = this.asOf();
    return asOf ? toZonedInput(asOf, this.timeZone()) : this.latest();
  });

  protected choose(moment: string): void {
    const instant = fromZonedInput(moment, this.timeZone());
    if (!instant) return;
    this.open.set(false);
    this.chosen.emit(instant);
  }
}
