import { Component, effect, inject, input, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import type { SavedPage } from '#domain/settings/saved-view.contract';
import { PrintButton } from '../ui/print/print-button';
import { type ExportedFile, FileExportActions } from './export/file-export.actions';
import { ExportMenu } from './export/export-menu';
import { ViewsMenu } from './views/views-menu';

/** What can be done with a page as it is now: keep it under a name, take it as a file, print it. */
@Component({
  selector: 'app-page-acts',
  imports: [ExportMenu, PrintButton, ViewsMenu],
  template: `
    <app-views-menu [page]="page()" />
    <app-export-menu [file]="file()" />
    <app-print-button />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-left: auto;
    }
  `,
})
export class PageActs {
  private readonly store = inject(Store);

  readonly page = input.required<SavedPage>();
  readonly file = input.required<ExportedFile>();

  constructor() {
    effect(() => {
      // What was said of one export says nothing of what is shown next.
      this.file();
      untracked(() => this.store.dispatch(FileExportActions.shownOtherwise()));
    });
  }
}
