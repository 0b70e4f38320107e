import { Component, computed, input } from '@angular/core';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { formatCount, formatValue } from '../../../ui/figure/format-rate';
import { formatRounded, unitWord } from '../../../ui/figure/format-scale';
import { cutsOf, FEWEST_FOR_A_COLOUR, stepOf } from './heat-steps';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SHORTEST_WEEK = 5;

/** The measure by weekday and hour, as a table: the value stands in the cell. */
@Component({
  selector: 'app-hour-heat',
  templateUrl: './hour-heat.html',
  styleUrl: './hour-heat.css',
})
export class HourHeat {
  readonly byHour = input.required<SessionOutcomes['byHour']>();
  readonly measure = input.required<MeasureDefinition>();

  protected readonly days = computed(() => {
    const last = Math.max(SHORTEST_WEEK, ...this.byHour().map(({ weekday }) => weekday));
    return WEEKDAYS.slice(0, last);
  });
  protected readonly rows = computed(() => {
    const hours = [...new Set(this.byHour().map(({ hour }) => hour))].toSorted((a, b) => a - b);
    return hours.map((hour) => ({
      word: hourWord(hour),
      cells: this.days().map((_, index) => this.cellOf(index + 1, hour)),
    }));
  });
  protected readonly subtitle = computed(
    () => `${this.measure().name}, ${unitWord(this.measure().unit)}, by start of session`,
  );
  /** '71' to '82': the ends of each colour, printed. */
  protected readonly scale = computed(() => {
    const cuts = this.cuts();
    if (cuts.length === 0) return [];
    const words = cuts.map((cut) => formatRounded(cut, this.measure().unit));
    const below = { step: 1, word: `< ${words[0]}` };
    return [below, ...words.map((word, index) => ({ step: index + 2, word: `≥ ${word}` }))];
  });

  private readonly cuts = computed(() =>
    cutsOf(
      this.byHour()
        .filter((cell) => this.howMany(cell) >= FEWEST_FOR_A_COLOUR)
        .flatMap(({ figure: { value } }) => (value === null ? [] : value)),
    ),
  );

  private cellOf(weekday: number, hour: number): HeatCell {
    const found = this.byHour().find((cell) => cell.weekday === weekday && cell.hour === hour);
    return found ? this.cellFor(found) : { kind: 'none', words: '', whole: 'none held' };
  }

  private cellFor(cell: SessionOutcomes['byHour'][number]): HeatCell {
    const { figure } = cell;
    const { value, denominator } = figure;
    const { unit, countedIn } = this.measure();
    const whole = [formatValue(figure, unit) ?? 'none yet', formatCount(figure, countedIn)].join(
      ', ',
    );
    if (value === null || denominator === 0) return { kind: 'none', words: '', whole };
    const many = this.howMany(cell);
    if (many < FEWEST_FOR_A_COLOUR) return { kind: 'few', words: `n ${many}`, whole };
    return { kind: `q${stepOf(value, this.cuts())}`, words: formatRounded(value, unit), whole };
  }

  /** Hours are of sessions too: three hours of one session are few. */
  private howMany({ figure, sessions }: SessionOutcomes['byHour'][number]): number {
    return this.measure().countedIn === 'minutes' ? sessions : figure.denominator;
  }
}

interface HeatCell {
  kind: string;
  words: string;
  /** With its count, for a pointer that rests on it and for those who do not see the colour. */
  whole: string;
}

const hourWord = (hour: number): string => `${hour % 12 || 12} ${hour < 12 ? 'am' : 'pm'}`;
