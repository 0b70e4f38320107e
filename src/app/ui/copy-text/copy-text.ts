import { Component, input, signal } from '@angular/core';

/** A text to paste elsewhere, with a button that copies it. */
@Component({
  selector: 'app-copy-text',
  template: `
    <blockquote>{{ text() }}</blockquote>
    <button class="chip" type="button" (click)="copy()">Copy note</button>
    <span class="label sub" role="status">{{ said() }}</span>
  `,
  styles: `
    blockquote {
      margin: 0 0 6px;
      padding: 6px 8px;
      border-left: 2px solid var(--tl-line-strong);
      background: var(--tl-surface-2);
      user-select: all;
    }
    span {
      margin-left: 8px;
    }
  `,
})
export class CopyText {
  readonly text = input.required<string>();

  protected readonly said = signal('');

  protected copy(): void {
    navigator.clipboard.writeText(this.text()).then(
      () => this.said.set('Copied.'),
      // A browser may refuse: the text itself can still be marked and copied.
      () => this.said.set('Could not be copied. Mark the text above and copy it.'),
    );
  }
}
