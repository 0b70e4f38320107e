import { Component, computed, input, output, signal } from '@angular/core';
import type { Caseload, CaseloadLine } from '#domain/caseload/caseload.contract';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { ATTENDED } from '../../ui/figure/attended-definition';
import { Figure } from '../../ui/figure/figure';
import { Legend } from '../../ui/legend/legend';
import { type Arrangement, arrangeLines } from './arrange-lines';
import { CaseloadFilters } from './caseload-filters';
import { CaseloadTable } from './caseload-table';
import { ReasonsPopover } from './reasons-popover';
import type { ChangedCells } from './state/changed-cells';
import { toldApart } from './told-apart';

/** A named list of clients with what narrows it, its one figure and its key. */
@Component({
  selector: 'app-caseload-list',
  imports: [CaseloadFilters, CaseloadTable, Figure, Legend, ReasonsPopover],
  templateUrl: './caseload-list.html',
  styleUrl: './caseload-list.css',
})
export class CaseloadList {
  readonly caseload = input.required<Caseload>();
  readonly changed = input.required<ChangedCells>();
  readonly sort = input('');
  readonly programName = input('');
  readonly siteName = input('');
  readonly reason = input('');
  readonly narrowed = output<Record<string, string>>();
  readonly clientOpened = output<string>();

  protected readonly attended = ATTENDED;
  // Search text never enters the address: it is a name.
  protected readonly text = signal('');
  protected readonly asked = signal<{ line: CaseloadLine; origin: Element } | null>(null);

  protected readonly arrangement = computed<Arrangement>(() => ({
    sort: this.sort(),
    program: this.programName(),
    site: this.siteName(),
    reason: this.reason(),
    text: this.text(),
  }));
  protected readonly rows = computed(() => arrangeLines(this.caseload().lines, this.arrangement()));
  protected readonly apart = computed(() => toldApart(this.caseload().lines));
  protected readonly asOfWords = computed(() => {
    const timeZone = this.caseload().lines[0]?.timeZone;
    return timeZone ? clinicMoment(this.caseload().asOf, timeZone) : null;
  });

  protected clearFilters(): void {
    this.text.set('');
    this.narrowed.emit({ programName: '', siteName: '', reason: '' });
  }
}
