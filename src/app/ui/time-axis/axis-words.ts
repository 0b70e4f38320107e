import { Component, input } from '@angular/core';
import type { TimeAxis } from './time-axis';

/** The days of a time axis, below all that shares it. */
@Component({
  selector: 'app-axis-words',
  template: `
    <svg
      [attr.width]="axis().width"
      height="14"
      [attr.viewBox]="'0 0 ' + axis().width + ' 14'"
      aria-hidden="true"
    >
      @for (tick of axis().ticks; track tick.day) {
        <text [attr.x]="tick.x + 2" y="11">{{ tick.words }}</text>
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    text {
      font: var(--tl-micro);
      fill: var(--tl-ink-2);
    }
  `,
})
export class AxisWords {
  readonly axis = input.required<TimeAxis>();
}
