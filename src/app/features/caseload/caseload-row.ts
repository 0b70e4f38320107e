import { Component, computed, inject, input, output } from '@angular/core';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { AttendanceStrip } from '../../ui/attendance-strip/attendance-strip';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { HoursBar } from '../../ui/hours-bar/hours-bar';
import { INFERRED_EPISODE } from '../../ui/inferred-episode/inferred-episode';
import type { CaseloadColumn } from './caseload-column';
import type { CaseloadRowView } from './caseload-row-view';
import { SelectBox } from './select-box';

/** What a cell of a row was asked for. */
export interface RowAct {
  what: 'client' | 'reasons' | 'figure' | 'select' | 'select-to';
  line: CaseloadLine;
  origin: Element;
}

/** One client of the table. The grid moves the focus; nothing in here takes it by itself. */
@Component({
  selector: 'app-caseload-row',
  imports: [AttendanceStrip, HoursBar, SelectBox],
  host: {
    role: 'row',
    '[attr.aria-selected]': 'selected()',
    '[class.selected]': 'selected()',
    '[class.missed]': 'view().facts',
  },
  templateUrl: './caseload-row.html',
  styleUrl: './caseload-row.scss',
})
export class CaseloadRow {
  readonly view = input.required<CaseloadRowView>();
  readonly columns = input.required<readonly CaseloadColumn[]>();
  /** What tells this client from another of the same initials. */
  readonly apart = input('');
  /** Query of the client's address. */
  readonly kept = input('');
  /** The cell that lets the focus in, if it is in this row. */
  readonly tabStop = input<number | null>(null);
  readonly selected = input(false);
  /** Fields that have just changed. */
  readonly changed = input<readonly (keyof CaseloadLine)[]>();
  readonly asked = output<RowAct>();

  protected readonly inferred = INFERRED_EPISODE;
  protected readonly name = computed(() => {
    const { name, initials } = this.view();
    if (!this.initialsOnly.on()) return name;
    return this.apart() ? `${initials} (${this.apart()})` : initials;
  });
  protected readonly title = computed(() => {
    const { name, fullName } = this.view();
    return this.initialsOnly.on() || name === fullName ? null : fullName;
  });
  protected readonly tinted = computed<Partial<Record<CaseloadColumn['id'], boolean>>>(() => {
    const changed = this.changed();
    if (!changed) return NONE;
    return Object.fromEntries(
      this.columns().map(({ id, fields }) => [id, fields.some((field) => changed.includes(field))]),
    );
  });

  private readonly initialsOnly = inject(InitialsOnly);

  /** With a key held, the browser opens the address as it opens any link. */
  protected open(event: MouseEvent, origin: Element): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.ask('client', origin);
  }

  /** The keys go on from its cell. With Shift it is the end of a range. */
  protected select(event: MouseEvent): void {
    const cell = (event.target as Element).closest<HTMLElement>('[role=gridcell]');
    if (!cell) return;
    cell.focus({ preventScroll: true });
    this.ask(event.shiftKey ? 'select-to' : 'select', cell);
  }

  protected ask(what: RowAct['what'], origin: Element): void {
    this.asked.emit({ what, line: this.view().line, origin });
  }
}

const NONE = {};
