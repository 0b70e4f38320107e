import { Component, computed, input, output } from '@angular/core';
import type { Dose } from '#domain/attendance/dose.contract';
import { type Choice, SelectChip } from '../../../ui/select-chip/select-chip';
import { AttendanceTabs } from '../attendance-tabs';
import type { SessionAddress } from '../session-address';
import type { Days } from '../trend/periods';
import { TrendPeriod } from '../trend/trend-period';

/** The tabs of the page, then whose hours: when, of which program, level and track. */
@Component({
  selector: 'app-dose-bar',
  imports: [AttendanceTabs, SelectChip, TrendPeriod],
  template: `
    <app-attendance-tabs />
    <app-trend-period
      [days]="{ from: address()['from'], to: address()['to'] }"
      [shown]="days()"
      [today]="today()"
      (changed)="changed.emit({ from: $event.from, to: $event.to })"
    />
    @for (filter of filters(); track filter.name) {
      <app-select-chip
        [label]="filter.label"
        [choices]="filter.choices"
        [value]="address()[filter.name] ?? ''"
        (changed)="narrow(filter.name, $event)"
      />
    }
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

  protected readonly filters = computed(() => {
    const { programs = [], tracks = [], levels = [] } = this.dose() ?? {};
    const [program, level, track] = ['program', 'level', 'track'].map(
      (name) => this.address()[name] ?? '',
    ) as [string, string, string];
    return [
      {
        name: 'program',
        label: 'Program',
        choices: withChosen(
          programs.map(({ id, name }) => ({ value: id, label: name })),
          program,
          'One',
        ),
      },
      {
        name: 'level',
        label: 'Level of care',
        choices: withChosen(
          levels.flatMap(({ level: one }) => (one === null ? [] : [{ value: one, label: one }])),
          level,
          level,
        ),
      },
      {
        name: 'track',
        label: 'Track',
        choices: withChosen(
          tracks.map((one) => ({ value: one, label: one })),
          track,
          track,
        ),
      },
    ].filter(({ choices, name }) => choices.length > 1 || this.address()[name]);
  });

  protected narrow(name: string, value: string): void {
    this.changed.emit({ [name]: value });
  }
}

/** What is chosen stays among the choices, also while they are not there, or no longer. */
function withChosen(choices: Choice[], value: string, label: string): Choice[] {
  if (!value || choices.some((choice) => choice.value === value)) return choices;
  return [{ value, label }, ...choices];
}
