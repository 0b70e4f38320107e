import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { fromZonedInput, toZonedInput } from '../../../period/zoned-input';
import { Popover } from '../../../ui/popover/popover';

/** The moment from which on what happened is new. */
@Component({
  selector: 'app-since-choice',
  imports: [MatButton, Popover],
  template: `
    <button #trigger type="button" aria-haspopup="dialog" (click)="open.set(!open())">
      Change<span class="visually-hidden"> the moment you were last here</span>
    </button>
    @if (open()) {
      @defer (on immediate) {
        <app-popover [origin]="trigger" label="Last here" (closed)="open.set(false)">
          <form (submit)="$event.preventDefault(); choose(moment.value)">
            <label for="since-moment">Show what is new since</label>
            <input
              #moment
              id="since-moment"
              type="datetime-local"
              [value]="shown()"
              [max]="latest()"
            />
            <div>
              <button matButton="filled" type="submit">Show</button>
              <button matButton type="button" (click)="choose(null)">
                End of last working day
              </button>
            </div>
          </form>
        </app-popover>
      }
    }
  `,
  styles: `
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
export class SinceChoice {
  readonly since = input.required<string>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();
  /** An instant; empty for what is taken by itself. */
  readonly chosen = output<string>();

  protected readonly open = signal(false);
  protected readonly shown = computed(() => toZonedInput(this.since(), this.timeZone()));
  protected readonly latest = computed(() => toZonedInput(this.asOf(), this.timeZone()));

  protected choose(moment: string | null): void {
    const instant = moment === null ? '' : fromZonedInput(moment, this.timeZone());
    if (instant === null) return;
    this.open.set(false);
    this.chosen.emit(instant);
  }
}
