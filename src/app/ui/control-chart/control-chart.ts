import { Component, computed, input } from '@angular/core';
import type { MeasureSeries } from '#domain/measures/measures.contract';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import { Chart } from '../chart/chart';
import type { Draw } from '../chart/drawing';
import type { NiceScale } from '../chart/nice-scale';
import type { Period } from '../chart/period-words';
import type { CountedIn, Unit } from '../figure/format-rate';
import { pointWords } from './point-words';
import { scaleOf, seriesDrawing } from './series-drawing';

/** One measure over weeks or months, within its limits. */
@Component({
  selector: 'app-control-chart',
  imports: [Chart],
  template: `
    <app-chart [draw]="draw()" [label]="label()" [readings]="readings()" [height]="height()" />
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class ControlChart {
  readonly series = input.required<MeasureSeries>();
  readonly unit = input.required<Unit>();
  readonly countedIn = input<CountedIn>('sessions');
  readonly by = input.required<Period>();
  readonly changes = input<readonly ProcessChange[]>([]);
  readonly label = input.required<string>();
  readonly height = input(256);
  readonly compact = input(false);
  /** Shared with the charts beside it; its own where there are none. */
  readonly scale = input<NiceScale | null>(null);

  protected readonly readings = computed(() =>
    this.series().points.map((point) =>
      pointWords(point, this.by(), this.unit(), this.countedIn()),
    ),
  );
  protected readonly draw = computed((): Draw => {
    const unit = this.unit();
    const scale = this.scale() ?? scaleOf([this.series()], unit);
    const painted = {
      points: this.series().points,
      changes: this.changes(),
      by: this.by(),
      unit,
      countedIn: this.countedIn(),
      compact: this.compact(),
      start: scale.min,
    };
    return (tokens) => seriesDrawing(painted, scale, tokens);
  });
}
