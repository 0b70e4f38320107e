import type { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Service, signal } from '@angular/core';
import { take } from 'rxjs';
import type { CaseloadRow } from './arrange-lines';

const PAGE = 10;

/** Where the focus stands in the grid. One cell at a time is in the tab order; arrows move it. */
@Service({ autoProvided: false })
export class GridFocus {
  readonly row = signal(0);
  readonly within = signal(false);
  private readonly place = signal(0);

  entered(row: number, place: number): void {
    this.row.set(row);
    this.place.set(place);
    this.within.set(true);
  }

  left(): void {
    this.within.set(false);
  }

  tabindex(row: number, place: number, rows: readonly CaseloadRow[]): 0 | -1 {
    // Rows may have gone since: the first line then lets the focus in.
    const remembered = rows[this.row()]?.kind === 'line' ? this.row() : firstLine(rows);
    return row === remembered && place === this.place() ? 0 : -1;
  }

  press(
    event: KeyboardEvent,
    rows: readonly CaseloadRow[],
    viewport: CdkVirtualScrollViewport,
    host: HTMLElement,
  ): void {
    if ((event.target as HTMLElement).getAttribute('role') !== 'gridcell') return;
    const target = this.targetOf(event, rows, placesInSight(host));
    if (!target) return;
    event.preventDefault();
    const find = () =>
      host.querySelector<HTMLElement>(`[data-place="${target.row}:${target.place}"]`);
    const cell = find();
    if (cell) {
      cell.focus();
      return;
    }
    viewport.renderedRangeStream.pipe(take(1)).subscribe(() => setTimeout(() => find()?.focus()));
    viewport.scrollToIndex(target.row);
  }

  private targetOf(
    { key, ctrlKey }: KeyboardEvent,
    rows: readonly CaseloadRow[],
    places: readonly number[],
  ): { row: number; place: number } | null {
    const [row, place] = [this.row(), this.place()];
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
    const down = (steps: number) => ({ row: lineAfter(rows, row, steps), place });
    switch (key) {
      case 'ArrowDown':
        return down(1);
      case 'ArrowUp':
        return down(-1);
      case 'PageDown':
        return down(PAGE);
      case 'PageUp':
        return down(-PAGE);
      case 'ArrowRight':
        return { row, place: places.find((other) => other > place) ?? last };
      case 'ArrowLeft':
        return { row, place: places.findLast((other) => other < place) ?? first };
      case 'Home':
        return { row: ctrlKey ? firstLine(rows) : row, place: first };
      case 'End':
        return { row: ctrlKey ? rows.length - 1 : row, place: last };
      default:
        return null;
    }
  }
}

/** Narrow screens hide columns; the focus never goes where nothing is seen. */
function placesInSight(host: HTMLElement): number[] {
  const cells = [...(host.querySelector('.row')?.children ?? [])];
  return cells.flatMap((cell, place) => (cell.checkVisibility() ? [place] : []));
}

const firstLine = (rows: readonly CaseloadRow[]): number =>
  rows.findIndex(({ kind }) => kind === 'line');

/** The line so many steps on, past the heads of groups; the last there is where they run out. */
function lineAfter(rows: readonly CaseloadRow[], from: number, steps: number): number {
  const step = Math.sign(steps);
  let [found, left] = [from, Math.abs(steps)];
  for (let row = from + step; left > 0 && row >= 0 && row < rows.length; row += step) {
    if (rows[row]?.kind !== 'line') continue;
    found = row;
    left--;
  }
  return found;
}
