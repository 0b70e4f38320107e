import { Component, computed, input } from '@angular/core';
import type { TimeAxis } from './time-axis';

/** What stands behind every drawing on a time axis: its weeks, what is still to come, today. */
@Component({
  // Within a drawing only SVG's own elements are drawn.
  // eslint-disable-next-line @angular-eslint/component-selector
  selector: 'g[appAxisGrid]',
  template: `
    <svg:rect
      class="ahead"
      [attr.x]="ahead().x"
      [attr.width]="ahead().width"
      y="0"
      [attr.height]="height()"
    />
    <svg:path class="weeks" [attr.d]="weeks()" />
    @if (axis().todayX; as x) {
      <svg:path class="today" [attr.d]="'M' + x + ' -7V' + (height() + 7)" />
    }
  `,
  styles: `
    .ahead {
      fill: var(--tl-surface-2);
      fill-opacity: 0.7;
    }
    .weeks {
      stroke: var(--tl-line);
      stroke-width: 1;
    }
    .today {
      stroke: var(--tl-accent);
      stroke-width: 1.5;
    }
    @media (forced-colors: active) {
      .ahead {
        fill: Canvas;
      }
      .weeks {
        stroke: GrayText;
      }
      .today {
        stroke: Highlight;
      }
    }
  `,
})
export class AxisGrid {
  readonly axis = input.required<TimeAxis>();
  readonly height = input.required<number>();

  protected readonly ahead = computed(() => {
    const { todayX, scaleEnd, width } = this.axis();
    const x = todayX ?? scaleEnd;
    return { x, width: Math.max(0, width - x) };
  });
  protected readonly weeks = computed(() =>
    this.axis()
      .ticks.map(({ x }) => `M${x.toFixed(1)} 0V${this.height()}`)
      .join(''),
  );
}
