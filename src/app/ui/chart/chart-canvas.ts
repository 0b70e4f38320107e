import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import {
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { BaseChartDirective, provideCharts } from 'ng2-charts';
import { ChartTheme } from './chart-theme';
import type { Draw } from './drawing';
import { walkedMark } from './walked-mark';

const REGISTERED = [
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
];

/** The canvas itself, with the parts of Chart.js that our charts use; loaded when one is shown. */
@Component({
  selector: 'app-chart-canvas',
  imports: [BaseChartDirective],
  providers: [provideCharts({ registerables: REGISTERED })],
  template: `
    <canvas
      baseChart
      role="img"
      [attr.aria-label]="label()"
      [type]="drawing().type"
      [data]="drawing().data"
      [options]="drawing().options"
      [plugins]="plugins()"
      (mousemove)="point($event)"
      (mouseleave)="pointed.emit(null)"
    ></canvas>
  `,
  styles: `
    :host {
      display: block;
      position: absolute;
      inset: 0;
    }
    canvas {
      max-width: 100%;
    }
  `,
})
export class ChartCanvas {
  private readonly theme = inject(ChartTheme);

  readonly draw = input.required<Draw>();
  readonly label = input.required<string>();
  /** The point that is being read. */
  readonly walked = input.required<number | null>();
  readonly pointed = output<number | null>();

  protected readonly drawing = computed(() => this.draw()(this.theme.tokens()));
  protected readonly plugins = computed(() => [
    ...this.drawing().plugins,
    walkedMark(this.theme.tokens().accent, this.walked),
  ]);

  private readonly directive = viewChild.required(BaseChartDirective);

  constructor() {
    effect(() => {
      this.walked();
      this.directive().chart?.draw();
    });
    // Paper is narrower than the screen: what was drawn for one would be squeezed onto the other.
    const paper = inject(DOCUMENT).defaultView?.matchMedia('print');
    const fit = () => this.directive().chart?.resize();
    paper?.addEventListener('change', fit);
    inject(DestroyRef).onDestroy(() => paper?.removeEventListener('change', fit));
  }

  protected point(event: MouseEvent): void {
    const chart = this.directive().chart;
    const axis = chart?.options.indexAxis ?? 'x';
    const found = chart?.getElementsAtEventForMode(
      event,
      'index',
      { intersect: false, axis },
      false,
    );
    this.pointed.emit(found?.[0]?.index ?? null);
  }
}
