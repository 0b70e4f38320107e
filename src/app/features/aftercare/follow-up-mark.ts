import { Component, input } from '@angular/core';
import type { FollowUpStatus } from '#domain/aftercare/follow-up';

/** Full: reached. A cross: tried, not reached; a plus: tried. A line: cannot be asked, or declined. Open: due. A dot: to come. */
@Component({
  selector: 'app-follow-up-mark',
  template: `
    <svg viewBox="0 0 12 12" aria-hidden="true">
      @switch (status()) {
        @case ('reached') {
          <rect class="full" x="2" y="2" width="8" height="8" />
        }
        @case ('attempted') {
          <path class="tried" d="M6 2v8M2 6h8" />
        }
        @case ('unreachable') {
          <path class="missed" d="M2.500 2.500l7 7M9.500 2.500l-7 7" />
        }
        @case ('not-made') {
          <rect class="open gap" x="2.500" y="2.500" width="7" height="7" />
        }
        @case ('due') {
          <rect class="open" x="2.500" y="2.500" width="7" height="7" />
        }
        @case ('not-due') {
          <circle class="dot" cx="6" cy="6" r="1.500" />
        }
        @default {
          <path class="line" d="M3 6h6" />
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
    }
    svg {
      display: block;
      width: 12px;
      height: 12px;
    }
    .full {
      fill: var(--tl-attended);
    }
    .open {
      fill: none;
      stroke: var(--tl-outline);
      stroke-width: 1.5;
    }
    .gap {
      stroke-dasharray: 2 1.5;
      stroke: var(--tl-warn);
    }
    .dot {
      fill: var(--tl-outline);
    }
    .tried {
      stroke: var(--tl-attended);
      stroke-width: 1.5;
    }
    .missed {
      stroke: var(--tl-no-show);
      stroke-width: 2;
    }
    .line {
      stroke: var(--tl-outline);
      stroke-width: 1.5;
    }
    @media print {
      svg {
        print-color-adjust: exact;
      }
    }
  `,
})
export class FollowUpMark {
  readonly status = input.required<FollowUpStatus>();
}
