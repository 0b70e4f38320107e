import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientWeek } from '#domain/client-progress/client-progress.contract';
import { HEIGHT, hoursChart, hoursFinding, PITCH } from './hours-chart';

/** Hours of each week against what was prescribed, with the same numbers as a table. */
@Component({
  selector: 'app-hours-by-week',
  templateUrl: './hours-by-week.html',
  styleUrl: './hours-by-week.css',
})
export class HoursByWeek {
  readonly weeks = input.required<readonly ClientWeek[]>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly height = HEIGHT;
  protected readonly pitch = PITCH;
  protected readonly thisMonday = computed(
    () => localTime(Date.parse(this.asOf()), this.timeZone()).monday,
  );
  protected readonly bars = computed(() => hoursChart(this.weeks()));
  protected readonly finding = computed(() => hoursFinding(this.bars(), this.thisMonday()));
  protected readonly width = computed(() => this.bars().length * PITCH);
}
