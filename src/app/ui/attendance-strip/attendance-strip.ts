import { Component, input } from '@angular/core';
import type { StripDrawing } from './strip-drawing';

/** Sessions of some weeks in order: what was kept stands on the line, what was missed hangs below. */
@Component({
  selector: 'app-attendance-strip',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + drawing().width + ' 24'"
      [attr.width]="drawing().width"
      height="24"
      role="img"
      [attr.aria-label]="drawing().words"
    >
      <path class="line-base" [attr.d]="drawing().base" />
      @for (path of drawing().paths; track $index) {
        <path [attr.class]="path.className" [attr.d]="path.d" />
      }
    </svg>
  `,
  styles: `
    svg {
      max-width: 100%;
    }
  `,
})
export class AttendanceStrip {
  readonly drawing = input.required<StripDrawing>();
}
