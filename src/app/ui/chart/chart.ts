import { Component, computed, input, signal } from '@angular/core';
import { ChartCanvas } from './chart-canvas';
import { walkedTo } from './chart-walk';
import type { Draw } from './drawing';

/** A drawing that can be walked by arrow keys or pointer: each point is read in words below it. */
@Component({
  selector: 'app-chart',
  imports: [ChartCanvas],
  template: `
    <div
      class="drawing"
      role="application"
      aria-roledescription="chart"
      tabindex="0"
      [attr.aria-label]="label() + '. Left and right arrow keys read its points.'"
      [style.height.px]="height()"
      (keydown)="walk($event)"
      (blur)="walked.set(null)"
    >
      @defer (on immediate) {
        <app-chart-canvas
          [draw]="draw()"
          [label]="label()"
          [walked]="walked()"
          (pointed)="walked.set($event)"
        />
      } @placeholder {
        <span></span>
      } @error {
        <p class="sub">The drawing could not be loaded. Its numbers stand in the table.</p>
      }
    </div>
    <p class="reading" role="status">{{ reading() }}</p>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    :host,
    .drawing {
      position: relative;
    }
    /* In the place of the axis's words: it names its period itself, and nothing jumps. */
    .reading {
      position: absolute;
      inset: auto 0 0;
      padding-left: 40px;
      font: var(--tl-label);
      color: var(--tl-ink);
      background: var(--tl-surface);
      pointer-events: none;
    }
    @media print {
      .reading {
        display: none;
      }
    }
  `,
})
export class Chart {
  readonly draw = input.required<Draw>();
  readonly label = input.required<string>();
  /** One sentence a point, from left to right. */
  readonly readings = input.required<readonly string[]>();
  readonly height = input.required<number>();

  protected readonly walked = signal<number | null>(null);
  protected readonly reading = computed(() => this.readings()[this.walked() ?? -1] ?? '');

  protected walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walkedTo(event.key, this.walked(), this.readings().length);
    if (next === null) return;
    this.walked.set(next);
    event.preventDefault();
  }
}
