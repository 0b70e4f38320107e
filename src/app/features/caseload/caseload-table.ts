import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import type { CaseloadThresholds, Urgency } from '#domain/caseload/caseload.contract';
import { GridFocus, type GridPlace } from '../../ui/grid/grid-focus';
import type { Arrangement, CaseloadRow as Row } from './arrange-lines';
import type { CaseloadColumn } from './caseload-column';
import { CaseloadHead } from './caseload-head';
import { caseloadLayout, type Density } from './caseload-layout';
import { CaseloadRow, type RowAct } from './caseload-row';
import { caseloadRowViews } from './caseload-row-view';
import { idsOf, LineSelection, type Part, partOf } from './line-selection';
import { rowWindow } from './row-window';
import { ScrollPosition } from './scroll-position';
import { SelectBox } from './select-box';
import type { ChangedCells } from './state/changed-cells';
import { urgencyWords } from './urgency-words';

/** The lines of a caseload: only those in sight are drawn, however many there are. */
@Component({
  selector: 'app-caseload-table',
  imports: [CaseloadHead, CaseloadRow, ScrollPosition, SelectBox],
  providers: [GridFocus],
  host: {
    '(keydown)': 'press($event)',
    '(focusin)': 'enter($event.target)',
    '(focusout)': 'focus.within.set(false)',
  },
  templateUrl: './caseload-table.html',
  styleUrl: './caseload-table.scss',
})
export class CaseloadTable {
  readonly rows = input.required<readonly Row[]>();
  readonly asOf = input.required<string>();
  readonly thresholds = input.required<CaseloadThresholds>();
  readonly arrangement = input.required<Arrangement>();
  readonly columns = input.required<readonly CaseloadColumn[]>();
  readonly density = input<Density>('');
  readonly kept = input('');
  readonly apart = input.required<ReadonlyMap<string, string>>();
  readonly changed = input.required<ChangedCells>();
  readonly sorted = output<string>();
  readonly asked = output<RowAct>();
  readonly columnsAsked = output();

  protected readonly focus = inject(GridFocus);
  protected readonly selection = inject(LineSelection);
  protected readonly viewOf = computed(() => caseloadRowViews(this.asOf()));
  protected readonly mondays = computed(() => {
    const first = this.rows().find((row) => row.kind === 'line');
    return first?.line.strip.map(({ monday }) => monday) ?? [];
  });

  private readonly urgencyWords = computed(() => urgencyWords(this.thresholds()));

  private readonly position = viewChild.required(ScrollPosition);
  readonly layout = caseloadLayout(
    this.columns,
    this.density,
    computed(() => this.position().width()),
  );
  protected readonly window = rowWindow(
    this.rows,
    this.position,
    computed(() => this.layout().heights),
  );
  /** The cell that lets the focus in; its column may have gone since it was there. */
  protected readonly tabStop = computed(() => {
    const { row, column } = this.focus.place();
    return { row, column: Math.min(column, this.layout().columns.length) };
  });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  constructor() {
    effect(() => this.focus.show(this.rows()));
    // Another order or filter begins at its top; the same one brought up to date stays where it is.
    effect(() => {
      this.arrangement();
      untracked(() => this.position().backToTop());
    });
  }

  protected words(urgency: Urgency): { name: string; rule: string } {
    return this.urgencyWords()[urgency];
  }

  /** Of all that are listed, or of one group. */
  protected partOf(urgency?: Urgency): Part {
    const selected = this.selection.ids();
    return selected.size === 0 ? 'none' : partOf(this.listed(urgency), selected);
  }

  protected selectAll(urgency?: Urgency): void {
    this.selection.set(this.listed(urgency), this.partOf(urgency) !== 'all');
  }

  protected answer(act: RowAct): void {
    if (act.what === 'select') this.selection.toggle(act.line.clientId);
    else if (act.what === 'select-to') this.selection.extendTo(act.line.clientId, this.rows());
    else this.asked.emit(act);
  }

  protected enter(target: EventTarget | null): void {
    const cell = (target as Element).closest('[role=gridcell]');
    if (cell) this.focus.enter(cell);
  }

  protected press(event: KeyboardEvent): void {
    const cell = event.target as HTMLElement;
    if (cell.getAttribute('role') !== 'gridcell') return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.open(cell);
      return;
    }
    if (event.key === 'c') this.columnsAsked.emit();
    if (event.key === 'Escape') this.selection.clear();
    const clientId = this.listedAt(this.focus.place().row);
    if (event.key === ' ' && clientId) {
      event.preventDefault();
      this.selection.toggle(clientId);
    }
    if (event.key === 'x' && clientId) this.selection.extendTo(clientId, this.rows());
    const target = this.focus.targetOf(
      event,
      this.layout().columns.map((_, index) => index + 1),
    );
    if (!target) return;
    event.preventDefault();
    const reached = this.listedAt(target.row);
    if (event.shiftKey && clientId && reached && reached !== clientId) {
      this.selection.beginAt(clientId);
      this.selection.extendTo(reached, this.rows());
    }
    this.reveal(target);
  }

  private listed(urgency?: Urgency): string[] {
    const isOfIt = (row: Row) => row.kind === 'line' && (!urgency || row.line.urgency === urgency);
    return idsOf(this.rows().filter(isOfIt));
  }

  private listedAt(index: number): string | undefined {
    const row = this.rows()[index];
    return row?.kind === 'line' ? row.line.clientId : undefined;
  }

  /** Enter does what the cell offers; where it offers nothing, it opens the client. */
  private open(cell: HTMLElement): void {
    const act = cell.querySelector<HTMLElement>('[data-cell-act]');
    const row = this.rows()[this.focus.place().row];
    if (act) act.click();
    else if (row?.kind === 'line') {
      this.asked.emit({ what: 'client', line: row.line, origin: cell });
    }
  }

  private reveal(place: GridPlace): void {
    this.window.reveal(place.row);
    const cell = this.cellAt(place);
    // At once where it is drawn: whoever types faster than it draws means the cell they went to.
    if (cell) cell.focus({ preventScroll: true });
    else {
      const focus = () => this.cellAt(place)?.focus({ preventScroll: true });
      afterNextRender({ read: focus }, { injector: this.injector });
    }
  }

  /** A cell that is in sight, or beyond it by a row or two. */
  private cellAt({ row, column }: GridPlace): HTMLElement | undefined {
    const selector = `[aria-rowindex="${row + 2}"] > [aria-colindex="${column}"]`;
    return [...this.host.querySelectorAll<HTMLElement>(selector)].find((cell) =>
      cell.checkVisibility(),
    );
  }
}
