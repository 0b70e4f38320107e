import { Component, input } from '@angular/core';

/** What kind of point or finding it is; its word always stands beside it. */
@Component({
  selector: 'app-cause-mark',
  template: `
    <svg viewBox="0 0 12 12" aria-hidden="true">
      @switch (kind()) {
        @case ('concern') {
          <path class="fill-warn" d="M6 .8 11.2 6 6 11.2.8 6z" />
        }
        @case ('improvement') {
          <circle class="good" cx="6" cy="6" r="4.6" />
        }
        @case ('special') {
          <path class="ink" d="M6 .8 11.2 6 6 11.2.8 6z" />
        }
        @case ('open') {
          <circle class="open" cx="6" cy="6" r="4" stroke-width="1.5" stroke-dasharray="2 1.5" />
        }
        @case ('uncertain') {
          <circle class="hatch-unrecorded" cx="6" cy="6" r="4.4" stroke-width="1.4" />
        }
        @default {
          <path class="line-quiet" d="M1.500 4.300h9M1.500 7.700h9" stroke-width="1.5" />
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
    svg {
      width: 100%;
      height: 100%;
    }
    .good {
      fill: var(--tl-good);
    }
    .ink {
      fill: var(--tl-ink-2);
    }
    .open {
      fill: var(--tl-surface);
      stroke: var(--tl-attended);
    }
    @media (forced-colors: active) {
      .good,
      .ink {
        fill: CanvasText;
      }
      .open {
        fill: Canvas;
        stroke: CanvasText;
      }
    }
  `,
})
export class CauseMark {
  readonly kind = input.required<
    'concern' | 'improvement' | 'special' | 'open' | 'uncertain' | 'none'
  >();
}
