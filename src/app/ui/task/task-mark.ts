import { Component, computed, input } from '@angular/core';
import type { TaskRule } from '#domain/outreach/task.contract';

const CROSS = { path: 'M2 2l8 8M10 2l-8 8', className: 'line-no-show' };
const CALENDAR = { path: 'M1.5 2.5h9v8h-9zM1.5 5h9M4 1v2.5M8 1v2.5', className: 'line-warn' };
const ARROW = { path: 'M1 6h8M6 2.5 9.5 6 6 9.5', className: 'line-accent' };

const MARKS: Readonly<Record<TaskRule, { path: string; className: string }>> = {
  outreach: CROSS,
  'next-step': ARROW,
  return: ARROW,
  'case-review': CALENDAR,
  supervisor: CALENDAR,
  written: CALENDAR,
  'discharge-review': CALENDAR,
  'record-attendance': { path: 'M1.5 1.5h9v9h-9z', className: 'hatch-unrecorded' },
  score: { path: 'M1.5 9.5 4.5 6l2 1.8L10.500 2.500', className: 'line-warn' },
  measure: CALENDAR,
  'drug-test': { path: 'M4.500 1h3M5 1v4L2 10.500h8L7 5V1', className: 'line-warn' },
  authorization: CALENDAR,
  'plan-review': CALENDAR,
  'follow-up': ARROW,
  aftercare: CALENDAR,
  'court-report': CALENDAR,
  own: { path: 'M2 6.500 4.800 9.500 10 2.500', className: 'line-accent' },
};

/** The sign of a task. Its words stand beside it. */
@Component({
  selector: 'app-task-mark',
  template: `
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path [attr.d]="mark().path" [attr.class]="mark().className" stroke-width="1.5" />
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
export class TaskMark {
  readonly rule = input.required<TaskRule>();

  protected readonly mark = computed(() => MARKS[this.rule()]);
}
