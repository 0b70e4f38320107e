import { Component, computed, input, output } from '@angular/core';
import type { MeasureAnswer, MeasureDefinition, Split } from '#domain/measures/measures.contract';
import { type Choice, SelectChip } from '../../../ui/select-chip/select-chip';
import { AttendanceTabs } from '../attendance-tabs';
import { NarrowBy, type NarrowedBy } from '../narrow-by';
import type { SessionAddress } from '../session-address';
import type { Days } from '../../../period/periods';
import { NO_SPLIT, SPLITS, type TrendAddress } from './trend-question';
import { TrendPeriod } from '../../../period/trend-period';

const BY: Choice[] = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
];
/** What a comparison can be narrowed to as well; sites are chosen in the frame. */
const NARROWED = ['track', 'kind', 'level'] as const;

/** The tabs of the page, then what is shown: which measure, by what, when, compared by what. */
@Component({
  selector: 'app-trend-bar',
  imports: [AttendanceTabs, NarrowBy, SelectChip, TrendPeriod],
  template: `
    <app-attendance-tabs />
    <app-select-chip
      label="Measure"
      [all]="null"
      [choices]="measureChoices()"
      [value]="measure()"
      (changed)="changed.emit({ measure: $event })"
    />
    <app-select-chip
      label="By"
      [all]="null"
      [choices]="by"
      [value]="address().by === 'month' ? 'month' : 'week'"
      (changed)="changed.emit({ by: $event })"
    />
    <app-trend-period
      [days]="{ from: address().from, to: address().to }"
      [shown]="days()"
      [today]="today()"
      (changed)="changed.emit($event)"
    />
    <app-select-chip
      label="Split"
      [all]="null"
      [choices]="splits"
      [value]="split() ?? none"
      (changed)="changed.emit({ split: $event })"
    />
    <app-narrow-by
      [names]="narrowed()"
      [address]="asWords()"
      [levels]="levels()"
      (changed)="changed.emit($event)"
    />
    <ng-content />
  `,
  styleUrl: '../list-bar.css',
})
export class TrendBar {
  readonly address = input.required<TrendAddress>();
  readonly measure = input.required<string>();
  readonly split = input.required<Split | undefined>();
  readonly measures = input.required<readonly MeasureDefinition[] | null>();
  readonly answer = input.required<MeasureAnswer | null>();
  readonly days = input.required<Days>();
  readonly today = input.required<string>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<TrendAddress>();

  protected readonly by = BY;
  protected readonly none = NO_SPLIT;
  protected readonly splits: Choice[] = [{ value: NO_SPLIT, label: 'None' }, ...SPLITS];

  /** Until the catalogue has come there is the measure that is shown. */
  protected readonly measureChoices = computed((): Choice[] => {
    const shown = this.answer()?.measure;
    const known = this.measures() ?? (shown ? [shown] : []);
    return known
      .filter(({ hasTrend, isOfDischarges }) => hasTrend && !isOfDischarges)
      .map(({ id, name }) => ({ value: id, label: name }));
  });
  /** Programs always; by what is compared, or is narrowed to, where it is. */
  protected readonly narrowed = computed((): NarrowedBy[] => [
    'program',
    ...NARROWED.filter((name) => this.address()[name] || this.split() === name),
  ]);
  protected readonly levels = computed(() => {
    const answer = this.answer();
    return answer?.split === 'level' ? answer.groups.flatMap(({ id }) => id ?? []) : [];
  });
  protected readonly asWords = computed(() => this.address() as SessionAddress);
}
