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
import { columnsInSight, GridFocus, type GridPlace } from '../../ui/grid/grid-focus';
import type { Arrangement, CaseloadRow as Row } from './arrange-lines';
import { CASELOAD_COLUMNS } from './caseload-column';
import { CaseloadHead } from './caseload-head';
import { CaseloadRow, type RowAct } from './caseload-row';
import { caseloadRowViews } from './caseload-row-view';
import { rowWindow } from './row-window';
import { ScrollPosition } from './scroll-position';
import type { ChangedCells } from './state/changed-cells';
import { urgencyWords } from './urgency-words';

/** The lines of a caseload: only those in sight are drawn, however many there are. */
@Component({
  selector: 'app-caseload-table',
  imports: [CaseloadHead, CaseloadRow, ScrollPosition],
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
  readonly kept = input('');
  readonly apart = input.required<ReadonlyMap<string, string>>();
  readonly changed = input.required<ChangedCells>();
  readonly sorted = output<string>();
  readonly asked = output<RowAct>();

  protected readonly columns = CASELOAD_COLUMNS;
  protected readonly focus = inject(GridFocus);
  protected readonly viewOf = computed(() => caseloadRowViews(this.asOf()));
  protected readonly mondays = computed(() => {
    const first = this.rows().find((row) => row.kind === 'line');
    return first?.line.strip.map(({ monday }) => monday) ?? [];
  });

  private readonly urgencyWords = computed(() => urgencyWords(this.thresholds()));

  private readonly position = viewChild.required(ScrollPosition);
  protected readonly window = rowWindow(this.rows, this.position);
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
    const target = this.focus.targetOf(
      event,
      columnsInSight(this.host.querySelector('app-caseload-row')),
    );
    if (!target) return;
    event.preventDefault();
    this.reveal(target);
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

  private reveal({ row, column }: GridPlace): void {
    this.window.reveal(row);
    const selector = `[aria-rowindex="${row + 2}"] > [aria-colindex="${column}"]`;
    const focus = () =>
      this.host.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
