import { Component } from '@angular/core';

/** A minute before the page empties itself. Any key or click goes on. */
@Component({
  selector: 'app-sign-off-warning',
  template: `
    <p role="alert" class="floating">
      You will be signed out in a minute. Press a key or click to go on.
    </p>
  `,
  styles: `
    p {
      position: fixed;
      z-index: 10;
      top: 12px;
      left: 50%;
      transform: translateX(-50%);
      font: var(--tl-title-s);
      border-color: var(--tl-warn);
    }
  `,
})
export class SignOffWarning {}
