import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { WeekHours } from '#domain/caseload/caseload.contract';
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
  /** The week that is not over; `null` for a former client. */
  readonly hours = input.required<WeekHours | null>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly height = HEIGHT;
  protected readonly pitch = PITCH;
  protected readonly thisMonday = computed(
    () => localTime(Date.parse(this.asOf()), this.timeZone()).monday,
  );
  private readonly thisWeek = computed(() => {
    const [hours, monday] = [this.hours(), this.thisMonday()];
    return hours && { monday, hours };
  });
  protected readonly bars = computed(() => hoursChart(this.weeks(), this.thisWeek()));
  protected readonly finding = computed(() => hoursFinding(this.bars(), this.thisMonday()));
  protected readonly width = computed(() => this.bars().length * PITCH);
}
