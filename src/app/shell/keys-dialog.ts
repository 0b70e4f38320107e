import { Component, type ElementRef, output, viewChild, afterNextRender } from '@angular/core';
import { MatButton } from '@angular/material/button';

const KEYS = [
  { key: '/', does: 'Find a client' },
  { key: 't', does: 'Charts as tables, and back' },
  { key: 'i', does: 'Initials only' },
  { key: 'c', does: 'Columns, in a table; crisis particulars, on a safety task' },
  { key: '?', does: 'This list' },
  { key: '↑ ↓ ← →', does: 'Walk a table or a chart' },
  { key: 'Home, End', does: 'First and last in a row; with Ctrl, of the table' },
  { key: 'Enter', does: 'Open' },
  { key: 'Space', does: 'Select in the caseload; with Shift and the arrows, several' },
  { key: 'x', does: 'Select up to here, in the caseload' },
  { key: 'g', does: 'To the next group, in a table' },
  { key: 'Esc', does: 'Close what is open' },
];

/** The keys that work everywhere. */
@Component({
  selector: 'app-keys-dialog',
  imports: [MatButton],
  template: `
    <dialog #dialog aria-labelledby="keys-title" class="floating" (close)="closed.emit()">
      <h2 id="keys-title">Keys</h2>
      <dl>
        @for (entry of keys; track entry.key) {
          <dt>
            <kbd>{{ entry.key }}</kbd>
          </dt>
          <dd>{{ entry.does }}</dd>
        }
      </dl>
      <button matButton="outlined" type="button" (click)="dialog.close()">Close</button>
    </dialog>
  `,
  styles: `
    dialog {
      color: inherit;
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 0.3);
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 8px 16px;
      margin: 12px 0;
    }
  `,
})
export class KeysDialog {
  readonly closed = output();

  protected readonly keys = KEYS;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }
}
