import { Service, signal } from '@angular/core';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { CaseloadRow } from './arrange-lines';

const NOBODY: ReadonlySet<string> = new Set();
const NO_RANGE = { from: '', to: '', before: NOBODY };

/** Whom the reader has selected, by client: lines come and change under it. */
@Service({ autoProvided: false })
export class LineSelection {
  private readonly selected = signal(NOBODY);
  readonly ids = this.selected.asReadonly();
  /** How many left the list while they were selected. */
  readonly lost = signal(0);

  /** Where the last range begins and ends, and what was selected before it. */
  private range = NO_RANGE;

  toggle(clientId: string): void {
    this.set([clientId], !this.selected().has(clientId));
    this.range = { from: clientId, to: clientId, before: this.selected() };
  }

  /** From the line where the range began to this one, whichever stands first. */
  extendTo(clientId: string, rows: readonly CaseloadRow[]): void {
    const ids = idsOf(rows);
    const [from, to] = [ids.indexOf(this.range.from), ids.indexOf(clientId)];
    if (to < 0) return;
    if (from < 0) {
      this.toggle(clientId);
      return;
    }
    const between = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.lost.set(0);
    this.range.to = clientId;
    this.selected.set(new Set([...this.range.before, ...between]));
  }

  /** A range begins here, unless the last one ends here: then it goes on. */
  beginAt(clientId: string): void {
    const { from, to } = this.range;
    if (to === clientId && this.selected().has(from)) return;
    this.set([clientId], true);
    this.range = { from: clientId, to: clientId, before: this.selected() };
  }

  set(clientIds: readonly string[], on: boolean): void {
    const ids = new Set(this.selected());
    for (const id of clientIds) {
      if (on) ids.add(id);
      else ids.delete(id);
    }
    this.lost.set(0);
    this.selected.set(ids);
  }

  clear(): void {
    this.range = NO_RANGE;
    this.lost.set(0);
    this.selected.set(NOBODY);
  }

  /** Who is no longer in the caseload is no longer selected; how many is said. */
  keepWithin(lines: readonly CaseloadLine[]): void {
    const before = this.selected();
    if (before.size === 0) return;
    const ids = lines.map(({ clientId }) => clientId);
    const kept = new Set(ids.filter((id) => before.has(id)));
    if (kept.size === before.size) return;
    this.selected.set(kept);
    this.lost.set(before.size - kept.size);
  }
}

export const idsOf = (rows: readonly CaseloadRow[]): string[] =>
  rows.flatMap((row) => (row.kind === 'line' ? [row.line.clientId] : []));

export type Part = 'all' | 'some' | 'none';

/** How much of some clients is selected, for the box that stands for all of them. */
export function partOf(clientIds: readonly string[], selected: ReadonlySet<string>): Part {
  const count = clientIds.filter((id) => selected.has(id)).length;
  if (count === 0) return 'none';
  return count === clientIds.length ? 'all' : 'some';
}
