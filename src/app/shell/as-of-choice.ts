import { Component, computed, input, output, signal } from '@angular/core';
import { MomentForm } from '../period/moment-form';
import { DataAge } from '../ui/data-age/data-age';
import { Popover } from '../ui/popover/popover';

/** How old the data is; on asking, the moment to look at instead of now. */
@Component({
  selector: 'app-as-of-choice',
  imports: [DataAge, MomentForm, Popover],
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
          <app-moment-form
            label="Show events as of"
            [at]="asOf() ?? latest()"
            [latest]="latest()"
            [timeZone]="timeZone()"
            (chosen)="choose($event)"
          >
            <p class="label dim">Events until then, under what is known today.</p>
          </app-moment-form>
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
  protected readonly latest = computed(() => new Date(this.now()).toISOString());

  protected choose(instant: string): void {
    this.open.set(false);
    this.chosen.emit(instant);
  }
}
