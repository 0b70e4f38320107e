import { Component, computed, input, output } from '@angular/core';
import type { SessionList } from '#domain/attendance/session-list.contract';
import { AttendanceTabs } from '../attendance-tabs';
import { type FilterChip, FilterChips } from '../../../ui/filter-chips/filter-chips';
import { NarrowBy, type NarrowedBy } from '../narrow-by';
import { NarrowedTo } from '../narrowed-to';
import type { SessionAddress } from '../session-address';
import { type Days, FORTNIGHT, recentPeriodsOn } from '../../../period/periods';
import { TrendPeriod } from '../../../period/trend-period';
import { CONCERNS } from './session-concerns';

/** The tabs of the page, then which sessions: with which concern, when, of which kind. */
@Component({
  selector: 'app-sessions-bar',
  imports: [AttendanceTabs, FilterChips, NarrowBy, NarrowedTo, TrendPeriod],
  template: `
    <app-attendance-tabs />
    <app-trend-period
      [days]="{ from: address()['from'], to: address()['to'] }"
      [shown]="days()"
      [today]="today()"
      [offered]="periods"
      [first]="fortnight"
      (changed)="changed.emit({ from: $event.from, to: $event.to })"
    />
    <app-narrow-by [names]="narrowed" [address]="address()" (changed)="changed.emit($event)" />
    <app-narrowed-to [address]="address()" (changed)="changed.emit($event)" />
    <ng-content />
    <app-filter-chips
      aria-label="Only sessions with"
      [chips]="concerns()"
      [chosen]="address()['concern']"
      (changed)="changed.emit({ concern: $event })"
    />
  `,
  styleUrl: '../list-bar.css',
})
export class SessionsBar {
  readonly address = input.required<SessionAddress>();
  readonly list = input.required<SessionList | null>();
  readonly days = input.required<Days>();
  readonly today = input.required<string>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<SessionAddress>();

  protected readonly narrowed: readonly NarrowedBy[] = ['program', 'kind', 'track'];
  protected readonly periods = recentPeriodsOn;
  protected readonly fortnight = FORTNIGHT;
  protected readonly concerns = computed((): FilterChip[] => {
    const counts = this.list()?.counts;
    return CONCERNS.map(({ concern, word, mark }) => ({
      value: concern,
      word,
      mark,
      count: counts?.[concern] ?? null,
    }));
  });
}
