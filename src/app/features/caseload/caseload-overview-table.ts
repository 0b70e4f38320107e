import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadCount, CaseloadOverview } from '#domain/caseload/caseload.contract';
import { ATTENDED } from '../../ui/figure/attended-definition';
import { Figure } from '../../ui/figure/figure';

/** Counts by counselor or by program, in order of name: people are never ranked by noise. */
@Component({
  selector: 'app-caseload-overview-table',
  imports: [Figure, RouterLink],
  templateUrl: './caseload-overview-table.html',
  styleUrl: './caseload-overview-table.css',
})
export class CaseloadOverviewTable {
  readonly overview = input.required<CaseloadOverview>();
  /** A program's names are opened on request only: it is written to the access log. */
  readonly namesAsked = output<{ count: CaseloadCount; origin: Element }>();

  protected readonly attended = ATTENDED;
  protected readonly byCounselor = computed(() => this.overview().by === 'counselor');
  protected readonly counts = computed(() =>
    this.overview().counts.toSorted((a, b) =>
      `${a.within} ${a.name}`.localeCompare(`${b.within} ${b.name}`),
    ),
  );

  protected isOver({ id, active }: CaseloadCount): boolean {
    const { capacity } = this.overview();
    return this.byCounselor() && id !== null && capacity !== null && active > capacity;
  }
}
