import { Component, input } from '@angular/core';
import { AxisWords } from '../../../ui/time-axis/axis-words';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';

/** The days below the lanes, under their drawings. */
@Component({
  selector: 'app-days-of-lanes',
  imports: [AxisWords],
  template: `<app-axis-words [axis]="axis()" />`,
  styles: `
    :host {
      display: block;
      padding: 2px calc(var(--lane-value) + 12px) 6px calc(var(--lane-name) + 12px);
      border-top: 1px solid var(--tl-line-strong);
    }
    @media print {
      :host {
        break-before: avoid;
      }
    }
    @media (max-width: 760px) {
      :host {
        padding-inline: 0;
      }
    }
  `,
})
export class DaysOfLanes {
  readonly axis = input.required<TimeAxis>();
}
