import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MomentForm } from '../../../period/moment-form';
import { Popover } from '../../../ui/popover/popover';

/** The moment from which on what happened is new. */
@Component({
  selector: 'app-since-choice',
  imports: [MatButton, MomentForm, Popover],
  template: `
    <button #trigger type="button" aria-haspopup="dialog" (click)="open.set(!open())">
      Change<span class="visually-hidden"> the moment you were last here</span>
    </button>
    @if (open()) {
      @defer (on immediate) {
        <app-popover [origin]="trigger" label="Last here" (closed)="open.set(false)">
          <app-moment-form
            label="Show what is new since"
            [at]="since()"
            [latest]="asOf()"
            [timeZone]="timeZone()"
            (chosen)="choose($event)"
          >
            <button matButton type="button" (click)="choose('')">End of last working day</button>
          </app-moment-form>
        </app-popover>
      }
    }
  `,
  styles: `
    button {
      min-height: 24px;
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

  protected choose(instant: string): void {
    this.open.set(false);
    this.chosen.emit(instant);
  }
}
