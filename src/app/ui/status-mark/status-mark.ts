import { Component, input } from '@angular/core';

/** The mark of an attendance status, or of what is the matter with its record. Its word always stands beside it, so it is hidden from speech. */
@Component({
  selector: 'app-status-mark',
  templateUrl: './status-mark.html',
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 12px;
      height: 12px;
      vertical-align: -1px;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `,
})
export class StatusMark {
  readonly status = input.required<string>();
}
