import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { CaseloadRow } from './arrange-lines';
import { CaseloadCell } from './caseload-cell';
import { CASELOAD_COLUMNS, type CaseloadColumn } from './caseload-column';
import { CaseloadHead } from './caseload-head';
import { GridFocus } from './grid-focus';
import { rowHeight } from './row-height';
import type { ChangedCells } from './state/changed-cells';
import { URGENCY_WORDS } from './urgency-words';

/** The lines of a caseload: only those in sight are drawn, however many there are. */
@Component({
  selector: 'app-caseload-table',
  imports: [
    CaseloadCell,
    CaseloadHead,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
  ],
  providers: [GridFocus],
  host: { '(keydown)': 'press($event)' },
  templateUrl: './caseload-table.html',
  styleUrl: './caseload-table.scss',
})
export class CaseloadTable {
  readonly rows = input.required<readonly CaseloadRow[]>();
  readonly asOf = input.required<string>();
  readonly sort = input.required<string>();
  readonly apart = input.required<ReadonlyMap<string, string>>();
  readonly changed = input.required<ChangedCells>();
  readonly sorted = output<string>();
  readonly clientOpened = output<string>();
  readonly reasonsAsked = output<{ line: CaseloadLine; origin: Element }>();

  protected readonly columns = CASELOAD_COLUMNS;
  protected readonly words = URGENCY_WORDS;
  protected readonly height = rowHeight();
  protected readonly focus = inject(GridFocus);
  protected readonly mondays = computed(() => {
    const first = this.rows().find((row) => row.kind === 'line');
    return first?.line.strip.map(({ monday }) => monday) ?? [];
  });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);

  /** By place: a row of another client is filled anew, which is far cheaper than built anew. */
  protected readonly place = (index: number): number => index;

  protected isChanged(line: CaseloadLine, column: CaseloadColumn): boolean {
    const fields = this.changed()[line.clientId] ?? [];
    return fields.some((field) => column.fields.includes(field));
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.open(event);
    else this.focus.press(event, this.rows(), this.viewport(), this.host);
  }

  /** Enter does what the cell offers; where it offers nothing, it opens the client. */
  private open(event: KeyboardEvent): void {
    const cell = event.target as HTMLElement;
    if (cell.getAttribute('role') !== 'gridcell') return;
    event.preventDefault();
    const act = cell.querySelector<HTMLElement>('[data-cell-act]');
    const row = this.rows()[this.focus.row()];
    if (act) act.click();
    else if (row?.kind === 'line') this.clientOpened.emit(row.line.clientId);
  }
}
