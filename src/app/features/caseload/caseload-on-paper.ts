import { ApplicationRef, Component, computed, inject, input, signal } from '@angular/core';
import type { Caseload, Urgency } from '#domain/caseload/caseload.contract';
import { AttendanceStrip } from '../../ui/attendance-strip/attendance-strip';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { calendarDay } from '../../ui/clinic-time/clinic-time';
import { HoursBar } from '../../ui/hours-bar/hours-bar';
import { Legend } from '../../ui/legend/legend';
import type { Arrangement, CaseloadRow } from './arrange-lines';
import type { CaseloadColumn } from './caseload-column';
import { caseloadRowViews, type CaseloadRowView } from './caseload-row-view';
import { LineSelection } from './line-selection';
import { takenRows } from './taken-rows';
import { toldApart } from './told-apart';
import { urgencyWords } from './urgency-words';

/**
 * The caseload as it is printed: every row, however many the screen draws, in a plain table whose head
 * comes again on each sheet. It is made when the browser is about to print, and gone after it.
 */
@Component({
  selector: 'app-caseload-on-paper',
  imports: [AttendanceStrip, HoursBar, Legend],
  host: { '(window:beforeprint)': 'print(true)', '(window:afterprint)': 'print(false)' },
  templateUrl: './caseload-on-paper.html',
  styleUrl: './caseload-on-paper.css',
})
export class CaseloadOnPaper {
  private readonly initialsOnly = inject(InitialsOnly);
  private readonly app = inject(ApplicationRef);
  private readonly selected = inject(LineSelection).ids;

  readonly rows = input.required<readonly CaseloadRow[]>();
  readonly caseload = input.required<Caseload>();
  readonly arrangement = input.required<Arrangement>();
  readonly columns = input.required<readonly CaseloadColumn[]>();

  protected readonly printing = signal(false);
  protected readonly taken = computed(() =>
    takenRows(this.rows(), this.caseload(), this.arrangement(), this.selected()),
  );
  protected readonly day = calendarDay;
  protected readonly count = computed(
    () => this.taken().rows.filter(({ kind }) => kind === 'line').length,
  );
  protected readonly mondays = computed(
    () => this.caseload().lines[0]?.strip.map(({ monday }) => monday) ?? [],
  );
  protected readonly viewOf = computed(() => caseloadRowViews(this.caseload().asOf));

  private readonly apart = computed(() => toldApart(this.caseload().lines));
  private readonly urgencyWords = computed(() => urgencyWords(this.caseload().thresholds));

  /** At once: the browser takes the page as it is when this returns. */
  protected print(printing: boolean): void {
    this.printing.set(printing);
    this.app.tick();
  }

  protected words(urgency: Urgency): { name: string; rule: string } {
    return this.urgencyWords()[urgency];
  }

  protected nameOf({ line, fullName, initials }: CaseloadRowView): string {
    if (!this.initialsOnly.on()) return fullName;
    const apart = this.apart().get(line.clientId);
    return apart ? `${initials} (${apart})` : initials;
  }
}
