import { Component, computed, input } from '@angular/core';
import type { MeasureAnswer, MeasureSeries } from '#domain/measures/measures.contract';
import { ChartFrame } from '../../../ui/chart/chart-frame';
import { fromTo } from '../../../ui/chart/period-words';
import { CauseMark } from '../../../ui/control-chart/cause-mark';
import { ControlChart } from '../../../ui/control-chart/control-chart';
import { seriesTable } from '../../../ui/control-chart/series-table';
import { seriesWords } from '../../../ui/control-chart/series-words';
import { type CountedIn, formatCounted } from '../../../ui/figure/format-rate';
import { unitWord } from '../../../ui/figure/format-scale';

/** The measure over the period, with its limits and what the rules found in it. */
@Component({
  selector: 'app-trend-chart',
  imports: [CauseMark, ChartFrame, ControlChart],
  template: `
    <app-chart-frame
      [leading]="true"
      [heading]="heading()"
      [subtitle]="subtitle()"
      [summary]="summary()"
      [table]="table()"
    >
      <span legend class="legend">
        @for (entry of legend(); track entry.word) {
          <span class="entry"><app-cause-mark [kind]="entry.kind" />{{ entry.word }}</span>
        }
      </span>
      <app-control-chart
        [series]="answer().whole"
        [unit]="answer().measure.unit"
        [countedIn]="answer().measure.countedIn"
        [by]="answer().by"
        [changes]="answer().changes"
        [label]="heading()"
      />
    </app-chart-frame>
  `,
  styles: `
    .legend {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 10px;
    }
    .entry {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      white-space: nowrap;
    }
  `,
})
export class TrendChart {
  readonly answer = input.required<MeasureAnswer>();

  protected readonly heading = computed(
    () => this.answer().whole.title ?? `${this.answer().measure.name}: a real change, or chance?`,
  );
  protected readonly subtitle = computed(() => {
    const { measure, by, from, to, whole } = this.answer();
    return `${measure.name}, ${unitWord(measure.unit)} by ${by}, ${fromTo(from, to)}${nOf(whole, measure.countedIn)} · ${whole.limits}`;
  });
  protected readonly summary = computed(() =>
    seriesWords(this.answer().whole, this.answer().by, this.answer().measure.unit),
  );
  protected readonly table = computed(() =>
    seriesTable(
      this.answer().whole,
      this.answer().by,
      this.answer().measure.unit,
      this.answer().measure.countedIn,
    ),
  );
  /** Only the shapes that are there. */
  protected readonly legend = computed(() => {
    const { points } = this.answer().whole;
    const caused = points.filter(
      ({ cause, open, poorlyRecorded }) => cause && !open && !poorlyRecorded,
    );
    const found = (concern: boolean | null) =>
      caused.some(({ cause }) => cause?.concern === concern);
    return [
      { kind: 'concern', word: 'special cause, worse', shown: found(true) },
      { kind: 'improvement', word: 'special cause, better', shown: found(false) },
      { kind: 'special', word: 'special cause', shown: found(null) },
      {
        kind: 'open',
        word: `${this.answer().by} not over`,
        shown: points.some(({ open }) => open),
      },
      {
        kind: 'uncertain',
        word: 'poorly recorded',
        shown: points.some(({ poorlyRecorded }) => poorlyRecorded),
      },
    ].filter(({ shown }) => shown) as { kind: 'concern'; word: string }[];
  });
}

/** ', n 588'; nothing of a count of no whole, as a census is. */
function nOf({ figure: { denominator } }: MeasureSeries, countedIn: CountedIn): string {
  if (denominator === 0) return '';
  return `, n ${formatCounted(denominator, countedIn)}${countedIn === 'minutes' ? ' h' : ''}`;
}
