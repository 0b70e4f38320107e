import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { CASELOAD_COLUMNS, type CaseloadColumn } from './caseload-column';
import type { Density } from './caseload-layout';
import { columnsInAddress } from './chosen-columns';

const DENSITIES: readonly { value: Density; word: string }[] = [
  { value: '', word: 'As the device' },
  { value: 'compact', word: 'Compact' },
  { value: 'comfortable', word: 'Comfortable' },
];

/** Which columns the table has, in which order, and how close its rows stand. */
@Component({
  selector: 'app-columns-choice',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, Icon],
  templateUrl: './columns-choice.html',
  styleUrl: './columns-choice.css',
})
export class ColumnsChoice {
  readonly chosen = input.required<readonly CaseloadColumn[]>();
  /** Chosen, and too much for the width there is. */
  readonly leftOut = input.required<readonly CaseloadColumn[]>();
  readonly density = input.required<Density>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly narrowed = output<Record<string, string>>();

  protected readonly densities = DENSITIES;
  /** One that is no longer shown keeps its place in here: it may be wanted back. */
  protected readonly listed = linkedSignal<readonly CaseloadColumn[], readonly CaseloadColumn[]>({
    source: this.chosen,
    computation: (chosen, before) =>
      before && sameOrder(before.value.filter(isIn(chosen)), chosen.slice(1))
        ? before.value
        : [...chosen.slice(1), ...CASELOAD_COLUMNS.filter((column) => !chosen.includes(column))],
  });
  protected readonly moved = signal('');
  protected readonly isShown = computed(() => isIn(this.chosen()));
  protected readonly hasNoRoom = computed(() => isIn(this.leftOut()));

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected toggle(column: CaseloadColumn, shown: boolean): void {
    const isKept = this.isShown();
    this.show(this.listed().filter((other) => (other === column ? shown : isKept(other))));
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.move(previousIndex, currentIndex);
  }

  /** The focus stays on the button, wherever its line went. */
  protected step(from: number, to: number, button: 'up' | 'down'): void {
    if (to < 0 || to >= this.listed().length) return;
    this.move(from, to);
    const focus = () => this.host.querySelectorAll<HTMLElement>(`li button.${button}`)[to]?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  protected reset(): void {
    this.narrowed.emit({ columns: '', density: '' });
  }

  private move(from: number, to: number): void {
    const columns = [...this.listed()];
    const [column] = columns.splice(from, 1);
    if (!column || from === to) return;
    columns.splice(to, 0, column);
    this.listed.set(columns);
    this.moved.set(`${column.head}: ${to + 1} of ${columns.length}.`);
    this.show(columns.filter(this.isShown()));
  }

  private show(columns: readonly CaseloadColumn[]): void {
    // A table of names alone would say nothing: the last one stays.
    if (columns.length === 0) return;
    this.narrowed.emit({ columns: columnsInAddress(columns.map(({ id }) => id)) });
  }
}

const isIn = (columns: readonly CaseloadColumn[]) => (column: CaseloadColumn) =>
  columns.includes(column);

const sameOrder = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((column, index) => column === other[index]);
