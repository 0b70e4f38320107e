import { Component, input, output } from '@angular/core';
import type { Problem } from '#domain/problem.contract';

/** The part that failed, in one line, with the way out. */
@Component({
  selector: 'app-failed-notice',
  template: `
    <p role="alert">{{ what() }} could not be loaded. {{ problem()?.message }}</p>
    <button class="chip" type="button" (click)="retry.emit()">Try again</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      padding: 16px 0;
    }
  `,
})
export class FailedNotice {
  readonly what = input.required<string>();
  readonly problem = input<Problem | null>(null);
  readonly retry = output();
}
