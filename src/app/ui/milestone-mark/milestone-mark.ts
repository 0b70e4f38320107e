import { Component, input } from '@angular/core';
import type { MilestoneStatus } from '#domain/aftercare/milestone';

/** Full: done. Half: in progress. A line: declined or not applicable. Empty: missing; with a foot: late. */
@Component({
  selector: 'app-milestone-mark',
  template: `
    <svg viewBox="0 0 12 9" preserveAspectRatio="none" aria-hidden="true">
      @switch (status()) {
        @case ('done') {
          <rect class="full" width="12" height="6" />
        }
        @case ('in-progress') {
          <rect class="empty" x="0.5" y="0.5" width="11" height="5" />
          <rect class="full" width="6" height="6" />
        }
        @case ('not-started') {
          <rect class="empty" x="0.5" y="0.5" width="11" height="5" />
        }
        @default {
          <path class="line" d="M3 3h6" />
        }
      }
      @if (late()) {
        <path class="late" d="M0 8h12" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      width: 100%;
      height: 9px;
    }
    .full {
      fill: var(--tl-attended);
    }
    .empty {
      fill: none;
      stroke: var(--tl-outline);
    }
    .line {
      stroke: var(--tl-outline);
      stroke-width: 1.5;
    }
    .late {
      stroke: var(--tl-warn);
      stroke-width: 2;
    }
    @media print {
      svg {
        print-color-adjust: exact;
      }
    }
  `,
})
export class MilestoneMark {
  readonly status = input.required<MilestoneStatus>();
  readonly late = input(false);
}
