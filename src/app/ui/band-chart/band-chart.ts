import { Component, computed, input } from '@angular/core';
import { AxisGrid } from '../time-axis/axis-grid';
import type { TimeAxis } from '../time-axis/time-axis';
import { bandDrawing, type BandScale, type BandSeries, type Due } from './band-drawing';

/** Totals over time before the bands their authors gave them, on an axis that other lanes share. */
@Component({
  selector: 'app-band-chart',
  imports: [AxisGrid],
  templateUrl: './band-chart.html',
  styleUrl: './band-chart.css',
})
export class BandChart {
  readonly axis = input.required<TimeAxis>();
  readonly scale = input.required<BandScale>();
  readonly series = input.required<readonly BandSeries[]>();
  /** When it is asked again; `null`: not by the calendar. */
  readonly due = input<Due | null>(null);
  readonly height = input(84);

  protected readonly drawing = computed(() =>
    bandDrawing(this.axis(), this.scale(), this.series(), this.due(), this.height()),
  );
}
