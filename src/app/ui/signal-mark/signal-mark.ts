import { Component, computed, input } from '@angular/core';
import type { Flag } from '#domain/caseload/caseload.contract';

export interface Signal {
  path: string;
  className: string;
  strokeWidth: number;
}

const cross = 'M2 2l8 8M10 2l-8 8';
const SIGNALS: Record<Flag['rule'], Signal> = {
  'consecutive-misses': { path: cross, className: 'line-no-show', strokeWidth: 2.6 },
  'missed-last': { path: cross, className: 'line-no-show', strokeWidth: 1.6 },
  'not-seen': {
    path: 'M1.5 2.5h9v8h-9zM1.5 5h9M4 1v2.5M8 1v2.5',
    className: 'line-warn',
    strokeWidth: 1.3,
  },
  'hours-short': {
    path: 'M6 1.3a4.7 4.7 0 1 0 4.7 4.7H6z',
    className: 'fill-warn',
    strokeWidth: 0,
  },
  'not-recorded': { path: 'M1.5 1.5h9v9h-9z', className: 'hatch-unrecorded', strokeWidth: 1.3 },
  'no-counselor': { path: 'M1 6h8M6 2.5 9.5 6 6 9.5', className: 'line-accent', strokeWidth: 1.7 },
};

export const signalOf = (rule: Flag['rule']): Signal => SIGNALS[rule];

/** The sign of a reason. Its words stand beside it. */
@Component({
  selector: 'app-signal-mark',
  template: `
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path
        [attr.d]="signal().path"
        [attr.class]="signal().className"
        [attr.stroke-width]="signal().strokeWidth"
      />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 12px;
      height: 12px;
    }
  `,
})
export class SignalMark {
  readonly rule = input.required<Flag['rule']>();
  protected readonly signal = computed(() => signalOf(this.rule()));
}
