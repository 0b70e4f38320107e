import { Component, input } from '@angular/core';
import type { SessionConcern } from '#domain/attendance/session-list.contract';

/** The mark of a concern; its word always stands beside it. */
@Component({
  selector: 'app-concern-mark',
  template: `
    <svg viewBox="0 0 12 12" aria-hidden="true">
      @switch (concern()) {
        @case ('not-recorded') {
          <rect
            class="hatch-unrecorded"
            x="1.5"
            y="1.5"
            width="9"
            height="9"
            rx="1"
            stroke-width="1.3"
            stroke-dasharray="2 1.4"
          />
        }
        @case ('awaiting-record') {
          <rect
            class="hollow-unrecorded"
            x="1.5"
            y="1.5"
            width="9"
            height="9"
            rx="1"
            stroke-width="1.3"
          />
        }
        @case ('contradictory') {
          <path class="line-unrecorded" d="M1.5 4h9M1.5 8h9M8.500 1l-5 10" stroke-width="1.6" />
        }
        @default {
          <rect class="hatch-assumed" x="1" y="1" width="10" height="10" rx="1" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 12px;
      height: 12px;
      vertical-align: -1px;
    }
  `,
})
export class ConcernMark {
  readonly concern = input.required<SessionConcern>();
}
