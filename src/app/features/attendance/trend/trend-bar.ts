import { Component, computed, input, output } from '@angular/core';
import type { MeasureAnswer, MeasureDefinition, Split } from '#domain/measures/measures.contract';
import { type Choice, SelectChip } from '../../../ui/select-chip/select-chip';
import { AttendanceTabs } from '../attendance-tabs';
import type { Days } from './periods';
import { NO_SPLIT, SPLITS, type TrendAddress } from './trend-question';
import { TrendPeriod } from './trend-period';

const BY: Choice[] = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
];
/** What a comparison can be narrowed to; sites are chosen in the frame. */
const NARROWED = ['program', 'track', 'kind', 'level'] as const;

/** The tabs of the page, then what is shown: which measure, by what, when, compared by what. */
@Component({
  selector: 'app-trend-bar',
  imports: [AttendanceTabs, SelectChip, TrendPeriod],
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
    @for (narrowed of narrowings(); track narrowed.name) {
      <app-select-chip
        [label]="narrowed.label"
        [choices]="narrowed.choices"
        [value]="narrowed.value"
        (changed)="narrow(narrowed.name, $event)"
      />
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      min-height: 40px;
      padding: 6px 24px;
      border-bottom: 1px solid var(--tl-line);
    }
    app-attendance-tabs {
      margin-right: 8px;
    }
    @media (max-width: 1200px) {
      :host {
        padding: 6px 16px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
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
      .filter(({ hasTrend }) => hasTrend)
      .map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly narrowings = computed(() =>
    NARROWED.map((name) => {
      const value = this.address()[name] ?? '';
      const offered = this.answer()?.split === name ? this.offered() : [];
      const isKnown = offered.some((choice) => choice.value === value);
      const chosen =
        value && !isKnown ? [{ value, label: name === 'program' ? 'One' : value }] : [];
      const label = SPLITS.find((split) => split.value === name)?.label ?? name;
      return { name, value, label, choices: [...chosen, ...offered] };
    }).filter(({ value, choices }) => value || choices.length > 1),
  );

  protected narrow(name: (typeof NARROWED)[number], value: string): void {
    this.changed.emit({ [name]: value });
  }

  private offered(): Choice[] {
    const groups = this.answer()?.groups ?? [];
    return groups.flatMap(({ id, name }) => (id === null ? [] : { value: id, label: name }));
  }
}
