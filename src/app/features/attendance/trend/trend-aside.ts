import { Component, computed, input, output } from '@angular/core';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Problem } from '#domain/problem.contract';
import { Figure } from '../../../ui/figure/figure';
import { formatCount, formatValue } from '../../../ui/figure/format-rate';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { figureInHours } from '../state/in-hours';
import { HourHeat } from './hour-heat';
import { rowsBehind } from '../cases/rows-behind';
import { fullWeeks } from '../../../period/periods';
import { ProcessChanges } from './process-changes';
import { RulesFound } from './rules-found';

/** Beside the line: its figure and definition, what the rules found, and when in the week. */
@Component({
  selector: 'app-trend-aside',
  imports: [FailedNotice, Figure, HourHeat, LoadingLines, ProcessChanges, RulesFound],
  templateUrl: './trend-aside.html',
  styleUrl: './trend-aside.css',
})
export class TrendAside {
  readonly answer = input.required<MeasureAnswer>();
  readonly moment = input.required<string>();
  readonly outcomes = input.required<SessionOutcomes | null>();
  readonly outcomesStatus = input.required<'idle' | 'loading' | 'ready' | 'failed'>();
  readonly outcomesProblem = input.required<Problem | null>();
  readonly today = input.required<string>();
  /** The site that the page is narrowed to. */
  readonly siteId = input.required<string | undefined>();
  readonly retry = output();

  protected readonly rowsBehind = rowsBehind;
  protected readonly period = computed(() => {
    const { by, measure, whole } = this.answer();
    if (!measure.hasTrend) return 'now';
    const count = fullWeeks(whole.points);
    const open = whole.points.length > count ? ' and this one' : '';
    return `${count} full ${by}${count === 1 ? '' : 's'}${open}`;
  });
  protected readonly byHour = computed(() => {
    const found = this.outcomes()?.byHour ?? [];
    if (this.answer().measure.unit !== 'hours') return found;
    return found.map((cell) => ({ ...cell, figure: figureInHours(cell.figure) }));
  });
  protected readonly before = computed(() => {
    const { before, measure } = this.answer();
    if (!before) return 'The period before is not in the scheduling system.';
    const value = formatValue(before, measure.unit) ?? 'none yet';
    return `Same number of days before: ${value}, ${formatCount(before, measure.countedIn)}`;
  });
}
