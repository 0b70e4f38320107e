import { Component, computed, input } from '@angular/core';
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

  protected readonly height = HEIGHT;
  protected readonly pitch = PITCH;
  protected readonly bars = computed(() => hoursChart(this.weeks()));
  protected readonly finding = computed(() => hoursFinding(this.bars()));
  protected readonly width = computed(() => this.bars().length * PITCH);
}
