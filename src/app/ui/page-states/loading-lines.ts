import { Component, computed, input } from '@angular/core';

/** The page's own lines in grey at their final height, after a moment, so that nothing jumps. */
@Component({
  selector: 'app-loading-lines',
  template: `
    @for (line of lines(); track line) {
      <span></span>
    }
  `,
  host: { 'aria-busy': 'true', role: 'status', 'aria-label': 'Loading' },
  styles: `
    :host {
      display: block;
      animation: show 0s 150ms both;
    }
    span {
      display: flex;
      align-items: center;
      height: var(--tl-row);
      border-bottom: 1px solid var(--tl-line);
    }
    span::before {
      content: '';
      width: 60%;
      height: 10px;
      border-radius: 3px;
      background: var(--tl-hover);
    }
    span:nth-child(3n)::before {
      width: 45%;
    }
    @keyframes show {
      from {
        visibility: hidden;
      }
    }
  `,
})
export class LoadingLines {
  readonly count = input(12);
  protected readonly lines = computed(() =>
    Array.from({ length: this.count() }, (_, line) => line),
  );
}
