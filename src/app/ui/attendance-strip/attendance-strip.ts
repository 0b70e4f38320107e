import { Component, input } from '@angular/core';
import { DrawnPaths } from '../drawn-paths/drawn-paths';
import type { StripDrawing } from './strip-drawing';

/** Sessions of some weeks in order: what was kept stands on the line, what was missed hangs below. */
@Component({
  selector: 'app-attendance-strip',
  imports: [DrawnPaths],
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + drawing().width + ' 24'"
      [attr.width]="drawing().width"
      height="24"
      role="img"
      [attr.aria-label]="drawing().words"
      [appDrawnPaths]="drawing().paths"
    />
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      max-width: 100%;
    }
  `,
})
export class AttendanceStrip {
  readonly drawing = input.required<StripDrawing>();
}
