import { Component, computed, input, output } from '@angular/core';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import { isCountedByRows } from '../../../ui/figure/rows-word';
import { AttendanceTabs } from '../attendance-tabs';
import { type FilterChip, FilterChips } from '../../../ui/filter-chips/filter-chips';
import { NarrowBy, type NarrowedBy } from '../narrow-by';
import { NarrowedTo } from '../narrowed-to';
import type { SessionAddress } from '../session-address';
import type { Days } from '../../../period/periods';
import { TrendPeriod } from '../../../period/trend-period';
import { CASE_PARTS } from './case-parts';

/** Which part of the figure is listed, over which days, of which kind. */
@Component({
  selector: 'app-cases-bar',
  imports: [AttendanceTabs, FilterChips, NarrowBy, NarrowedTo, TrendPeriod],
  template: `
    <app-attendance-tabs />
    <app-trend-period
      [days]="{ from: address()['from'], to: address()['to'] }"
      [shown]="days()"
      [today]="today()"
      (changed)="changed.emit({ from: $event.from, to: $event.to })"
    />
    <app-narrow-by [names]="narrowed()" [address]="address()" (changed)="changed.emit($event)" />
    <app-narrowed-to [address]="address()" (changed)="changed.emit($event)" />
    <ng-content />
    <app-filter-chips
      aria-label="Part of the figure"
      [chips]="parts()"
      [chosen]="address()['counts']"
      (changed)="changed.emit({ counts: $event })"
    />
  `,
  styleUrl: '../list-bar.css',
})
export class CasesBar {
  readonly address = input.required<SessionAddress>();
  readonly answer = input.required<MeasureAnswer | null>();
  readonly days = input.required<Days>();
  readonly today = input.required<string>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<SessionAddress>();

  /** What is no session is of no kind. */
  protected readonly narrowed = computed((): readonly NarrowedBy[] =>
    this.answer()?.measure.isOfSessions === false
      ? ['program', 'track']
      : ['program', 'kind', 'track'],
  );
  protected readonly parts = computed((): FilterChip[] => {
    const answer = this.answer();
    const counted = answer && isCountedByRows(answer.measure) ? answer.whole.figure : null;
    return CASE_PARTS.map(({ counts, word, sessions }) => ({
      value: counts,
      word,
      count: counted && sessions(counted),
    }));
  });
}
