import { Component, computed, input, output } from '@angular/core';
import type { SessionList } from '#domain/attendance/session-list.contract';
import { formatNumber } from '../../../ui/figure/format-rate';
import { AttendanceTabs } from '../attendance-tabs';
import { NarrowBy, type NarrowedBy } from '../narrow-by';
import { NarrowedTo } from '../narrowed-to';
import type { SessionAddress } from '../session-address';
import { type Days, FORTNIGHT, recentPeriodsOn } from '../../../period/periods';
import { TrendPeriod } from '../../../period/trend-period';
import { ConcernMark } from './concern-mark';
import { CONCERNS } from './session-concerns';

/** The tabs of the page, then which sessions: with which concern, when, of which kind. */
@Component({
  selector: 'app-sessions-bar',
  imports: [AttendanceTabs, ConcernMark, NarrowBy, NarrowedTo, TrendPeriod],
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
    <div class="concerns" role="group" aria-label="Only sessions with">
      @for (filter of filters(); track filter.concern) {
        <button
          class="chip"
          type="button"
          [class.on]="filter.on"
          [attr.aria-pressed]="filter.on"
          (click)="changed.emit({ concern: filter.on ? '' : filter.concern })"
        >
          <app-concern-mark [concern]="filter.concern" />{{ filter.word
          }}<b class="number">{{ filter.sessions }}</b>
        </button>
      }
    </div>
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
  protected readonly filters = computed(() => {
    const counts = this.list()?.counts;
    return CONCERNS.map(({ concern, word }) => ({
      concern,
      word,
      on: this.address()['concern'] === concern,
      sessions: counts ? formatNumber(counts[concern]) : '',
    }));
  });
}
