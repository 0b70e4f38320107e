import { Component, input } from '@angular/core';

/** The figure at the end of a lane, and what it was counted of. */
@Component({
  selector: 'app-lane-value',
  template: `
    <b [class.unknown]="none()"
      >{{ value() }}
      @if (of()) {
        <small>{{ of() }}</small>
      }
    </b>
    <ng-content />
    @for (line of lines(); track $index) {
      <span>{{ line }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: start;
    }
    b {
      font: 500 20px/24px var(--tl-font);
      letter-spacing: -0.01em;
    }
    b.unknown {
      font: 500 13px/20px var(--tl-font);
      letter-spacing: 0;
    }
    small {
      font: 500 14px/20px var(--tl-font);
      color: var(--tl-ink-2);
    }
    span {
      font: 400 11px/14px var(--tl-font);
      color: var(--tl-ink-2);
    }
  `,
})
export class LaneValue {
  readonly value = input.required<string>();
  /** 'of 78 h'. */
  readonly of = input('');
  readonly lines = input<readonly string[]>([]);
  /** There is nothing to count yet. */
  readonly none = input(false);
}
