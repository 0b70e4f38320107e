import { Component, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { FileExportActions } from './file-export.actions';
import { fileExportFeature } from './file-export.feature';

/** An export that did not come about, until it is read. */
@Component({
  selector: 'app-export-failed',
  template: `
    <p role="alert">
      @if (problem(); as problem) {
        Nothing was exported. {{ problem.message }} The page is as it was.
        <button class="chip" type="button" (click)="close()">Close</button>
      }
    </p>
  `,
  styles: `
    /* Heard once it says something; until then it takes no room, and no gap of a grid. */
    :host:not(:has(button)) {
      position: absolute;
    }
    p:not(:empty) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      color: var(--tl-warn);
    }
    p:has(button) {
      padding-bottom: 8px;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ExportFailed {
  private readonly store = inject(Store);

  protected readonly problem = this.store.selectSignal(fileExportFeature.selectProblem);

  protected close(): void {
    this.store.dispatch(FileExportActions.noticeClosed());
  }
}
