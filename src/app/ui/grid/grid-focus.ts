import { computed, Service, signal } from '@angular/core';

const PAGE = 10;

/** What a grid shows from top to bottom; the focus walks its lines and passes the heads of groups. */
export interface GridLine {
  kind: 'line' | 'group';
}

export interface GridPlace {
  /** Index of the row, heads of groups included. */
  row: number;
  /** Number of the column, the first is 1. */
  column: number;
}

/** Where the focus stands in the grid. One cell at a time is in the tab order; arrows move it. */
@Service({ autoProvided: false })
export class GridFocus {
  readonly within = signal(false);
  private readonly rows = signal<readonly GridLine[]>([]);
  private readonly entered = signal<GridPlace>({ row: 0, column: 1 });

  /** Rows may have gone since the focus was there: the first line then lets it in. */
  readonly place = computed<GridPlace>(() => {
    const { row, column } = this.entered();
    const rows = this.rows();
    return { row: rows[row]?.kind === 'line' ? row : firstLine(rows), column };
  });

  show(rows: readonly GridLine[]): void {
    this.rows.set(rows);
  }

  enter(cell: Element): void {
    const row = Number(cell.parentElement?.getAttribute('aria-rowindex'));
    const column = Number(cell.getAttribute('aria-colindex'));
    if (!row || !column) return;
    this.entered.set({ row: row - 2, column });
    this.within.set(true);
  }

  /** Where a key leads; `null` for a key that does not move. */
  targetOf({ key, ctrlKey }: KeyboardEvent, columns: readonly number[]): GridPlace | null {
    const { row, column } = this.place();
    const [first, last] = [columns[0] ?? 1, columns.at(-1) ?? 1];
    const rows = this.rows();
    const down = (steps: number) => ({ row: lineAfter(rows, row, steps), column });
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
        return { row, column: columns.find((other) => other > column) ?? last };
      case 'ArrowLeft':
        return { row, column: columns.findLast((other) => other < column) ?? first };
      case 'Home':
        return { row: ctrlKey ? firstLine(rows) : row, column: first };
      case 'g':
        return rows.some(({ kind }) => kind === 'group')
          ? { row: lineOfNextGroup(rows, row), column }
          : null;
      case 'End':
        return { row: ctrlKey ? rows.length - 1 : row, column: last };
      default:
        return null;
    }
  }
}

const firstLine = (rows: readonly GridLine[]): number =>
  rows.findIndex(({ kind }) => kind === 'line');

/** The first line of the group after, and after the last one that of the first. */
function lineOfNextGroup(rows: readonly GridLine[], from: number): number {
  const head = rows.findIndex(({ kind }, row) => row > from && kind === 'group');
  return head < 0 ? firstLine(rows) : head + 1;
}

/** The line so many steps on, past the heads of groups; the last there is where they run out. */
function lineAfter(rows: readonly GridLine[], from: number, steps: number): number {
  const step = Math.sign(steps);
  let [found, left] = [from, Math.abs(steps)];
  for (let row = from + step; left > 0 && row >= 0 && row < rows.length; row += step) {
    if (rows[row]?.kind !== 'line') continue;
    found = row;
    left--;
  }
  return found;
}

/** Narrow screens hide columns; the focus never goes where nothing is seen. */
export function columnsInSight(row: Element | null): number[] {
  const cells = [...(row?.children ?? [])];
  return cells.flatMap((cell, index) => (cell.checkVisibility() ? [index + 1] : []));
}
