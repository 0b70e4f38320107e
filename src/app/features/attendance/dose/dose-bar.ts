import { Component, computed, input, output } from '@angular/core';
import type { Dose } from '#domain/attendance/dose.contract';
import { AttendanceTabs } from '../attendance-tabs';
import { NarrowBy, type NarrowedBy } from '../narrow-by';
import type { SessionAddress } from '../session-address';
import type { Days } from '../../../period/periods';
import { TrendPeriod } from '../../../period/trend-period';

/** The tabs of the page, then whose hours: when, of which program, level and track. */
@Component({
  selector: 'app-dose-bar',
  imports: [AttendanceTabs, NarrowBy, TrendPeriod],
  template: `
    <app-attendance-tabs />
    <app-trend-period
      [days]="{ from: address()['from'], to: address()['to'] }"
      [shown]="days()"
      [today]="today()"
      (changed)="changed.emit({ from: $event.from, to: $event.to })"
    />
    <app-narrow-by
      [names]="narrowed"
      [address]="address()"
      [levels]="levels()"
      (changed)="changed.emit($event)"
    />
    <ng-content />
  `,
  styleUrl: '../list-bar.css',
})
export class DoseBar {
  readonly address = input.required<SessionAddress>();
  readonly dose = input.required<Dose | null>();
  readonly days = input.required<Days>();
  readonly today = input.required<string>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<SessionAddress>();

  protected readonly narrowed: readonly NarrowedBy[] = ['program', 'level', 'track'];
  protected readonly levels = computed(
    () => this.dose()?.levels.flatMap(({ level }) => level ?? []) ?? [],
  );
}
