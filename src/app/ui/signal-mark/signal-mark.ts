import { Component, computed, input } from '@angular/core';
import type { Flag } from '#domain/caseload/caseload.contract';

export interface Signal {
  path: string;
  className: string;
  strokeWidth: number;
}

const cross = 'M2 2l8 8M10 2l-8 8';
const calendar = 'M1.5 2.5h9v8h-9zM1.5 5h9M4 1v2.5M8 1v2.5';
const flask = 'M4.5 1v3.5L1.8 10a.7.7 0 0 0 .7 1h7a.7.7 0 0 0 .7-1L7.5 4.5V1M3.5 1h5M3.2 8h5.6';
const rising = 'M1 10 4.5 6l2 2L10.5 2.5M7.5 2.3h3.2v3.2';
const falling = 'M1 2.5 4.5 6.5l2-2L10.5 10M7.5 10.2h3.2V7';
const arrow = 'M1 6h8M6 2.5 9.5 6 6 9.5';
const steps = 'M1 2.5h4V6h3v3.5h3';
const apart = 'M1.5 4h6M5.5 1.8 7.7 4 5.5 6.2M10.5 8h-6M6.5 5.8 4.3 8l2.2 2.2';
const capsule = 'M2 7.2 7.2 2a1.9 1.9 0 0 1 2.8 2.8L4.8 10A1.9 1.9 0 0 1 2 7.2zM4.6 4.6l2.8 2.8';

const drawn = (path: string, className: string, strokeWidth: number): Signal => ({
  path,
  className,
  strokeWidth,
});
const due = drawn(calendar, 'line-warn', 1.3);
const medication = drawn(capsule, 'line-warn', 1.3);
const newcomer = drawn(arrow, 'line-accent', 1.7);

const SIGNALS: Record<Flag['rule'], Signal> = {
  'safety-answer': drawn(
    'M3.7.7h4.6l3 3v4.6l-3 3H3.7l-3-3V3.7zM5.4 2.9v3.8h1.2V2.9zM5.4 8v1.2h1.2V8z',
    'fill-alert',
    0,
  ),
  'consecutive-misses': drawn(cross, 'line-no-show', 2.6),
  'missed-last': drawn(cross, 'line-no-show', 1.6),
  'not-seen': due,
  'unexpected-test': drawn(flask, 'line-warn', 1.4),
  'opioid-medication': medication,
  medication,
  'authorization-ends': due,
  'authorization-units': due,
  'score-worse': drawn(rising, 'line-warn', 1.7),
  'score-better': drawn(falling, 'line-good', 1.7),
  'hours-short': drawn('M6 1.3a4.7 4.7 0 1 0 4.7 4.7H6z', 'fill-warn', 0),
  'dose-below-level': drawn(steps, 'line-warn', 1.7),
  returned: newcomer,
  'plan-review': due,
  'source-differs': drawn(apart, 'line-warn', 1.5),
  'newly-assigned': newcomer,
  'not-recorded': drawn('M1.5 1.5h9v9h-9z', 'hatch-unrecorded', 1.3),
  'no-counselor': newcomer,
  'on-hold': drawn('M4 2v8M8 2v8', 'line-quiet', 1.6),
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
