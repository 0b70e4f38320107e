import { computed, Directive, inject, input } from '@angular/core';
import { GridFocus } from './grid-focus';
import { GridRow } from './grid-row';

/** A cell that the arrows reach: one at a time is in the tab order. */
@Directive({
  selector: '[appGridCell]',
  host: { role: 'gridcell', '[attr.aria-colindex]': 'column()', '[tabindex]': 'tabindex()' },
})
export class GridCell {
  /** The first is 1. */
  readonly column = input.required<number>({ alias: 'appGridCell' });

  protected readonly tabindex = computed(() => {
    const { row, column } = this.focus.place();
    return row === this.row.row() && column === this.column() ? 0 : -1;
  });

  private readonly focus = inject(GridFocus);
  private readonly row = inject(GridRow);
}
