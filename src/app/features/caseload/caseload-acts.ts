import {
  Component,
  computed,
  createEnvironmentInjector,
  DestroyRef,
  EnvironmentInjector,
  inject,
  input,
  model,
  output,
} from '@angular/core';
import type { Caseload, CaseloadQuery } from '#domain/caseload/caseload.contract';
import type { ExportedFile } from '../../page-acts/export/file-export-api';
import { ExportFailed } from '../../page-acts/export/export-failed';
import { ExportMenu } from '../../page-acts/export/export-menu';
import { pageActsProviders } from '../../page-acts/page-acts.providers';
import { ViewsMenu } from '../../page-acts/views/views-menu';
import { Icon } from '../../ui/icon/icon';
import { Popover } from '../../ui/popover/popover';
import { PrintButton } from '../../ui/print/print-button';
import type { Arrangement, CaseloadRow } from './arrange-lines';
import type { CaseloadColumn } from './caseload-column';
import type { Density } from './caseload-layout';
import { ColumnsChoice } from './columns-choice';
import { idsOf, LineSelection } from './line-selection';
import { takenRows } from './taken-rows';

/** What can be done with the list as it is now; its columns are chosen here. */
@Component({
  selector: 'app-caseload-acts',
  imports: [ColumnsChoice, ExportFailed, ExportMenu, Icon, Popover, PrintButton, ViewsMenu],
  template: `
    <app-views-menu page="caseload" />
    <button
      #columns
      class="chip"
      type="button"
      aria-haspopup="dialog"
      [attr.aria-expanded]="columnsOpen()"
      (click)="columnsOpen.set(!columnsOpen())"
    >
      <app-icon name="columns" />Columns
    </button>
    <app-export-menu [file]="file" [word]="selected().size > 0 ? 'Export these' : 'Export'" />
    <app-print-button [word]="selected().size > 0 ? 'Print these' : 'Print'" />
    <app-export-failed />
    @if (columnsOpen()) {
      @defer (on immediate) {
        <app-popover [origin]="columns" label="Columns" (closed)="columnsOpen.set(false)">
          <app-columns-choice
            [chosen]="chosen()"
            [leftOut]="leftOut()"
            [density]="density()"
            (narrowed)="narrowed.emit($event)"
          />
        </app-popover>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    app-icon {
      width: 14px;
      height: 14px;
    }
  `,
})
export class CaseloadActs {
  readonly chosen = input.required<readonly CaseloadColumn[]>();
  readonly leftOut = input.required<readonly CaseloadColumn[]>();
  readonly density = input.required<Density>();
  readonly rows = input.required<readonly CaseloadRow[]>();
  readonly caseload = input.required<Caseload>();
  readonly arrangement = input.required<Arrangement>();
  /** Whose list it is, as it was asked for. */
  readonly query = input.required<CaseloadQuery>();
  readonly columnsOpen = model(false);
  readonly narrowed = output<Record<string, string>>();

  protected readonly selected = inject(LineSelection).ids;
  protected readonly file = computed((): ExportedFile => {
    const { rows, narrowed } = takenRows(
      this.rows(),
      this.caseload(),
      this.arrangement(),
      this.selected(),
    );
    const columns = this.chosen().map(({ id }) => id);
    const body = { query: this.query(), clientIds: idsOf(rows), columns, narrowed };
    return { url: '/api/caseload/export', query: {}, name: 'caseload', body };
  });

  constructor() {
    // Their slices come with them: the list itself is there before anybody needs them.
    const slices = createEnvironmentInjector(pageActsProviders, inject(EnvironmentInjector));
    inject(DestroyRef).onDestroy(() => slices.destroy());
  }
}
