import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { SelectChip } from '../ui/select-chip/select-chip';
import { type Days, OWN_DATES, periodOf, type PeriodChoice, periodsOn } from './periods';

/** Which days: a named period, or one's own first and last. */
@Component({
  selector: 'app-trend-period',
  imports: [SelectChip],
  template: `
    <app-select-chip
      label="Period"
      [all]="null"
      [choices]="choices()"
      [value]="chosen()"
      (changed)="choose($event)"
    />
    @if (chosen() === own) {
      <form class="own" (submit)="$event.preventDefault()">
        <label>
          <span>From</span>
          <input
            #first
            type="date"
            [value]="shown().from"
            [max]="shown().to"
            (change)="show(first.value, last.value)"
          />
        </label>
        <label>
          <span>to</span>
          <input
            #last
            type="date"
            [value]="shown().to"
            [min]="shown().from"
            [max]="today()"
            (change)="show(first.value, last.value)"
          />
        </label>
      </form>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .own {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      font: var(--tl-label);
      color: var(--tl-ink-3);
    }
    input {
      height: 26px;
      padding: 0 6px;
      border: 1px solid var(--tl-outline);
      border-radius: var(--tl-radius);
      font: var(--tl-label);
      color: var(--tl-ink);
      background: var(--tl-surface);
    }
    @media (pointer: coarse) {
      input {
        height: 44px;
      }
    }
  `,
})
export class TrendPeriod {
  /** As the address has them; none is the period shown at first. */
  readonly days = input.required<Partial<Days>>();
  /** As the page shows them. */
  readonly shown = input.required<Days>();
  readonly today = input.required<string>();
  /** What can be chosen by name on a day, and which of them it is without dates. */
  readonly offered = input<(today: string) => PeriodChoice[]>(periodsOn);
  readonly first = input('26-weeks');
  readonly changed = output<Days>();

  protected readonly own = OWN_DATES;
  protected readonly named = computed(() => this.offered()(this.today()));
  protected readonly choices = computed(() => [
    ...this.named(),
    { value: OWN_DATES, label: 'Own dates' },
  ]);
  protected readonly chosen = linkedSignal(() => periodOf(this.days(), this.named(), this.first()));

  protected choose(value: string): void {
    this.chosen.set(value);
    const period: PeriodChoice | undefined = this.named().find((named) => named.value === value);
    if (period) this.changed.emit(period.days);
  }

  protected show(from: string, to: string): void {
    if (from && to && from <= to) this.changed.emit({ from, to });
  }
}
