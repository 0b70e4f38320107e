import { Directive, effect, ElementRef, inject, input, output } from '@angular/core';
import { columnsInSight, GridFocus, type GridLine, type GridPlace } from './grid-focus';

/** A table whose rows open something: arrows walk its cells, Enter and a click open the row. */
@Directive({
  selector: '[appGrid]',
  providers: [GridFocus],
  host: {
    role: 'grid',
    '(keydown)': 'press($event)',
    '(focusin)': 'enter($event.target)',
    '(focusout)': 'focus.within.set(false)',
    '(click)': 'click($event.target)',
  },
})
export class Grid {
  /** How many rows there are, heads left out. */
  readonly count = input.required<number>({ alias: 'appGrid' });
  /** The place of the row that was asked for; the first is 0. */
  readonly opened = output<number>();

  protected readonly focus = inject(GridFocus);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => this.focus.show(Array.from({ length: this.count() }, () => LINE)));
  }

  /** Back to a row, from what it opened. */
  focusRow(row: number): void {
    this.reveal({ row, column: this.focus.place().column });
  }

  protected enter(target: EventTarget | null): void {
    const cell = cellOf(target);
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
    const target = this.focus.targetOf(event, columnsInSight(cell.parentElement));
    if (!target) return;
    event.preventDefault();
    this.reveal(target);
  }

  /** A link or a button in a row does its own. */
  protected click(target: EventTarget | null): void {
    const cell = cellOf(target);
    if (!cell || (target as Element).closest('a, button')) return;
    this.opened.emit(rowOf(cell));
  }

  private open(cell: HTMLElement): void {
    const act = cell.querySelector<HTMLElement>('[data-cell-act]');
    if (act) act.click();
    else this.opened.emit(rowOf(cell));
  }

  private reveal({ row, column }: GridPlace): void {
    const selector = `[aria-rowindex="${row + 2}"] > [aria-colindex="${column}"]`;
    this.host.querySelector<HTMLElement>(selector)?.focus();
  }
}

const LINE: GridLine = { kind: 'line' };

const cellOf = (target: EventTarget | null): HTMLElement | null =>
  (target as Element).closest<HTMLElement>('[role=gridcell]');

const rowOf = (cell: HTMLElement): number =>
  Number(cell.parentElement?.getAttribute('aria-rowindex')) - 2;
