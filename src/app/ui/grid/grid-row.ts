import { computed, Directive, inject, input } from '@angular/core';
import { GridFocus } from './grid-focus';

/** A row of a grid; the head is its first. */
@Directive({
  selector: '[appGridRow]',
  host: {
    role: 'row',
    '[attr.aria-rowindex]': 'row() + 2',
    '[class.active]': 'active()',
  },
})
export class GridRow {
  /** The first is 0. */
  readonly row = input.required<number>({ alias: 'appGridRow' });

  protected readonly active = computed(
    () => this.focus.within() && this.focus.place().row === this.row(),
  );

  private readonly focus = inject(GridFocus);
}
