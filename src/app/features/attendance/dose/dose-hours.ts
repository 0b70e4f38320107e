import { Component, computed, input } from '@angular/core';
import type { Dose } from '#domain/attendance/dose.contract';
import { Chart } from '../../../ui/chart/chart';
import { ChartFrame } from '../../../ui/chart/chart-frame';
import type { Draw } from '../../../ui/chart/drawing';
import { fromTo } from '../../../ui/chart/period-words';
import { formatNumber } from '../../../ui/figure/format-rate';
import { hoursDrawing } from './hours-drawing';
import { weeksKnown } from './hours-placed';
import { differenceWords, doseTitle, hoursReadings, hoursSummary, hoursTable } from './hours-words';

/** Hours prescribed, and what became of them. */
@Component({
  selector: 'app-dose-hours',
  imports: [Chart, ChartFrame],
  template: `
    <app-chart-frame
      [leading]="true"
      [heading]="heading()"
      [subtitle]="subtitle()"
      [summary]="summary()"
      [table]="table()"
    >
      <app-chart [label]="heading()" [draw]="draw()" [readings]="readings()" [height]="196" />
      @if (difference()) {
        <p class="difference">{{ difference() }}</p>
      }
    </app-chart-frame>
  `,
  styles: `
    .difference {
      padding: 4px 0 0 96px;
      font: var(--tl-label);
      color: var(--tl-ink-2);
    }
    @media (max-width: 600px) {
      .difference {
        padding-left: 0;
      }
    }
  `,
})
export class DoseHours {
  readonly dose = input.required<Dose>();

  protected readonly heading = computed(() => doseTitle(this.dose()));
  protected readonly subtitle = computed(() => {
    const { from, to, clients } = this.dose();
    const weeks = formatNumber(weeksKnown(this.dose()));
    const who = `${formatNumber(clients)} ${clients === 1 ? 'client' : 'clients'}`;
    return `hours of the full weeks, ${fromTo(from, to)}; ${who}, prescribed hours of ${weeks} client-weeks; hatched is not certain`;
  });
  protected readonly readings = computed(() => hoursReadings(this.dose()));
  protected readonly table = computed(() => hoursTable(this.dose()));
  protected readonly summary = computed(() => hoursSummary(this.dose()));
  protected readonly difference = computed(() => differenceWords(this.dose()));
  protected readonly draw = computed((): Draw => {
    const dose = this.dose();
    return (tokens) => hoursDrawing(dose, tokens);
  });
}
