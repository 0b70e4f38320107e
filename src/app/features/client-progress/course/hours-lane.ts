import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { WeekHours } from '#domain/caseload/caseload.contract';
import type { ClientWeek } from '#domain/client-progress/client-progress.contract';
import type { WayPhase } from '#domain/client-progress/way.contract';
import { formatHours, formatPrescribed } from '../../../ui/hours-bar/format-hours';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import { AxisGrid } from '../../../ui/time-axis/axis-grid';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { HOURS_HEIGHT, hoursDrawing, hoursOfFullWeeks } from './hours-drawing';

/** Were the prescribed hours delivered, week by week? */
@Component({
  selector: 'app-hours-lane',
  imports: [AxisGrid, Lane, LaneValue],
  templateUrl: './hours-lane.html',
  styleUrl: './hours-lane.css',
})
export class HoursLane {
  readonly weeks = input.required<readonly ClientWeek[]>();
  /** The week that is not over; `null` for a former client. */
  readonly hours = input.required<WeekHours | null>();
  readonly phases = input.required<readonly WayPhase[]>();
  /** Minutes a week from which the level of care is met; `null` where it has no such rule. */
  readonly minimum = input.required<number | null>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly height = HOURS_HEIGHT;
  private readonly thisMonday = computed(
    () => localTime(Date.parse(this.asOf()), this.timeZone()).monday,
  );
  private readonly thisWeek = computed(() => {
    const [hours, monday] = [this.hours(), this.thisMonday()];
    return hours && { monday, hours };
  });
  protected readonly drawing = computed(() =>
    hoursDrawing(this.weeks(), this.thisWeek(), this.phases(), this.minimum(), this.axis()),
  );
  protected readonly minimumWords = computed(() => {
    const minimum = this.minimum();
    return minimum === null ? '' : `level ${formatHours(minimum).replace('.0', '')} h`;
  });
  private readonly sum = computed(() => hoursOfFullWeeks(this.weeks(), this.thisMonday()));
  protected readonly value = computed(() => {
    const { delivered, prescribed, weeks } = this.sum();
    return weeks > 0
      ? { value: formatHours(delivered), of: `of ${formatPrescribed(prescribed)} h`, none: false }
      : { value: 'no full week yet', of: '', none: true };
  });
  protected readonly lines = computed(() => {
    const { reached, weeks } = this.sum();
    const hours = this.hours();
    return [
      ...(weeks > 0 ? [`prescribed reached in ${reached} of ${weeks} full weeks`] : []),
      ...(hours ? [thisWeekWords(hours)] : []),
    ];
  });
  protected readonly summary = computed(() => {
    const { value, of } = this.value();
    return [`${value} ${of}`.trim(), ...this.lines()].join('; ');
  });
}

function thisWeekWords({ delivered, assumed, booked, prescribed, missing }: WeekHours): string {
  const had = formatHours(delivered + assumed);
  const toCome = booked ? `, +${formatHours(booked)} booked` : '';
  const short = missing ? `: ${formatHours(missing)} h short` : '';
  return prescribed === null
    ? `this week ${had}${toCome}, prescribed not known`
    : `this week ${had}${toCome} of ${formatHours(prescribed)}${short}`;
}
