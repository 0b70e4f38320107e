import { Component, input, output } from '@angular/core';

/** What is shown still stands, but could not be brought up to date. */
@Component({
  selector: 'app-stale-notice',
  template: `
    <span class="ring" aria-hidden="true"></span>
    <p role="status">{{ message() }}</p>
    <button class="chip" type="button" (click)="retry.emit()">Try again</button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--tl-warn);
      padding: 4px 0;
    }
    .ring {
      flex: none;
      width: 9px;
      height: 9px;
      border: 2px solid currentColor;
      border-radius: 50%;
    }
  `,
})
export class StaleNotice {
  readonly message = input.required<string>();
  readonly retry = output();
}
