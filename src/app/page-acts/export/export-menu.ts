import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import { Icon } from '../../ui/icon/icon';
import { type ExportedFile, type ExportFormat, FileExportActions } from './file-export.actions';
import { fileExportFeature } from './file-export.feature';

const FORMATS: readonly { format: ExportFormat; word: string }[] = [
  { format: 'csv', word: 'CSV, for any program' },
  { format: 'xlsx', word: 'Excel workbook (XLSX)' },
];

/** What the page shows, as a file, with its definitions and the notice that goes with it. */
@Component({
  selector: 'app-export-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    <button
      class="chip"
      type="button"
      [cdkMenuTriggerFor]="formats"
      [attr.aria-busy]="status() === 'fetching'"
    >
      <app-icon name="export" />{{ status() === 'fetching' ? 'Exporting…' : word() }}
    </button>
    <ng-template #formats>
      <div cdkMenu class="floating menu" aria-label="Export as">
        @for (choice of choices; track choice.format) {
          <button
            cdkMenuItem
            type="button"
            [cdkMenuItemDisabled]="status() === 'fetching'"
            (cdkMenuItemTriggered)="save(choice.format)"
          >
            {{ choice.word }}
          </button>
        }
      </div>
    </ng-template>
    <span class="visually-hidden" role="status">{{
      status() === 'saved' ? name() + ' was handed to the browser.' : ''
    }}</span>
  `,
  styleUrl: '../acts.css',
})
export class ExportMenu {
  private readonly store = inject(Store);

  /** Of a long list worked out when it is asked for, not at every change of it. */
  readonly file = input.required<ExportedFile | (() => ExportedFile)>();
  readonly word = input('Export');

  protected readonly choices = FORMATS;
  protected readonly status = this.store.selectSignal(fileExportFeature.selectStatus);
  protected readonly name = this.store.selectSignal(fileExportFeature.selectName);

  protected save(format: ExportFormat): void {
    const given = this.file();
    const file = typeof given === 'function' ? given() : given;
    this.store.dispatch(FileExportActions.exportChosen({ file, format }));
  }
}
