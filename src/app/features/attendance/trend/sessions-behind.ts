import { Component, computed, input, output } from '@angular/core';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import { Chart } from '../../../ui/chart/chart';
import { ChartFrame } from '../../../ui/chart/chart-frame';
import type { Draw } from '../../../ui/chart/drawing';
import type { Period } from '../../../ui/chart/period-words';
import { formatNumber } from '../../../ui/figure/format-rate';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { outcomeDrawing } from './outcome-drawing';
import { type Behind, partsIn, sessionsOf } from './outcome-part';
import { outcomeReadings, outcomeTable, totalsWords } from './outcome-words';

const CHOICES: { value: Behind; word: string }[] = [
  { value: 'count', word: 'Count' },
  { value: 'share', word: 'Share' },
  { value: 'hours', word: 'Hours' },
];

/** What became of the sessions, period by period: what the line above rests on. */
@Component({
  selector: 'app-sessions-behind',
  imports: [Chart, ChartFrame, StatusMark],
  template: `
    <app-chart-frame
      heading="The sessions behind it"
      [subtitle]="subtitle()"
      [summary]="summary()"
      [table]="table()"
    >
      <fieldset choice>
        <legend class="visually-hidden">What the bars are</legend>
        @for (choice of choices; track choice.value) {
          <label [class.on]="behind() === choice.value">
            <input
              type="radio"
              name="behind"
              class="visually-hidden"
              [value]="choice.value"
              [checked]="behind() === choice.value"
              (change)="chosen.emit(choice.value)"
            />{{ choice.word }}
          </label>
        }
      </fieldset>
      <app-chart
        label="The sessions behind it"
        [draw]="draw()"
        [readings]="readings()"
        [height]="140"
      />
      <ul aria-label="Key to the bars, and how many there were">
        @for (entry of key(); track entry.word) {
          <li>
            <app-status-mark [status]="entry.mark" />{{ entry.word }}
            <span class="number dim">{{ entry.count }}</span>
          </li>
        }
      </ul>
    </app-chart-frame>
  `,
  styleUrl: './sessions-behind.css',
})
export class SessionsBehind {
  readonly outcomes = input.required<SessionOutcomes>();
  readonly by = input.required<Period>();
  readonly behind = input.required<Behind>();
  readonly chosen = output<Behind>();

  protected readonly choices = CHOICES;
  protected readonly key = computed(() => {
    const cells = this.outcomes().periods.flatMap((period) => period.cells);
    return partsIn(this.outcomes()).map((part) => ({
      mark: part.mark,
      word: part.word,
      count: formatNumber(sessionsOf(cells, part)),
    }));
  });
  protected readonly subtitle = computed(() => {
    const what = {
      count: 'sessions',
      share: '% of sessions',
      hours: 'hours as scheduled',
    }[this.behind()];
    const hours = this.behind() === 'hours' ? `; ${this.held()}` : '';
    return `${what} by ${this.by()}${hours}; not recorded on top`;
  });
  protected readonly readings = computed(() =>
    outcomeReadings(this.outcomes(), this.by(), this.behind()),
  );
  protected readonly table = computed(() =>
    outcomeTable(this.outcomes(), this.by(), this.behind()),
  );
  protected readonly summary = computed(() =>
    totalsWords(this.outcomes(), partsIn(this.outcomes())),
  );
  protected readonly draw = computed((): Draw => {
    const [outcomes, by, behind] = [this.outcomes(), this.by(), this.behind()];
    return (tokens) => outcomeDrawing(outcomes, by, behind, tokens);
  });

  /** Attended minutes as recorded, and those that are only assumed, which are never one number. */
  private held(): string {
    const cells = this.outcomes().periods.flatMap((period) => period.cells);
    const recorded = cells.reduce((total, cell) => total + cell.recordedMinutes, 0) / 60;
    const assumed = cells.reduce((total, cell) => total + cell.assumedMinutes, 0) / 60;
    return `held ${formatNumber(recorded)} h recorded, ${formatNumber(assumed)} h assumed`;
  }
}
