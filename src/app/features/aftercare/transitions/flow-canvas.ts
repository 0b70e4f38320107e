import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { LinearScale } from 'chart.js';
import { Flow, SankeyController } from 'chartjs-chart-sankey';
import { BaseChartDirective, provideCharts } from 'ng2-charts';
import { ChartTheme } from '../../../ui/chart/chart-theme';
import { onPaper } from '../../../ui/print/on-paper';
import { flowDrawing } from './flow-drawing';
import type { FlowLink } from './flow-nodes';

/** The canvas of flows, with the one chart that no other page has; loaded when it is shown. */
@Component({
  selector: 'app-flow-canvas',
  imports: [BaseChartDirective],
  providers: [provideCharts({ registerables: [SankeyController, Flow, LinearScale] })],
  template: `
    <canvas
      baseChart
      role="img"
      [attr.aria-label]="label()"
      type="sankey"
      [data]="drawing().data"
      [options]="drawing().options"
      [class.pointed]="isPointed()"
      (chartHover)="point(indexOf($event.active))"
      (chartClick)="choose(indexOf($event.active))"
      (mouseleave)="point(null)"
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
    .pointed {
      cursor: pointer;
    }
  `,
})
export class FlowCanvas {
  private readonly theme = inject(ChartTheme);

  readonly links = input.required<readonly FlowLink[]>();
  readonly label = input.required<string>();
  /** The flow that is being read. */
  readonly walked = input.required<number | null>();

  /** The flow under the pointer. */
  readonly pointed = output<number | null>();
  /** The flow whose discharges are asked for. */
  readonly chosen = output<number>();

  protected readonly isPointed = signal(false);
  /** Paper says less of a few: told before the picture is taken. */
  private readonly paper = onPaper();
  protected readonly drawing = computed(() =>
    flowDrawing(this.links(), this.theme.tokens(), this.walked(), this.paper()),
  );
  private readonly directive = viewChild.required(BaseChartDirective);

  constructor() {
    // Paper is narrower than the screen.
    const paper = inject(DOCUMENT).defaultView?.matchMedia('print');
    const fit = () => this.directive().chart?.resize();
    paper?.addEventListener('change', fit);
    inject(DestroyRef).onDestroy(() => paper?.removeEventListener('change', fit));
  }

  protected indexOf(active: readonly object[] | undefined): number | null {
    const [first] = (active ?? []) as readonly { index?: number }[];
    return first?.index ?? null;
  }

  protected point(index: number | null): void {
    if (!this.isPointed() && index === null) return;
    this.isPointed.set(index !== null);
    this.pointed.emit(index);
  }

  protected choose(index: number | null): void {
    if (index !== null) this.chosen.emit(index);
  }
}
