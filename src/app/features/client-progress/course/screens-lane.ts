import { Component, computed, input } from '@angular/core';
import type { ClientMeasure } from '#domain/client-progress/client-measure.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument as instrumentOf } from '#domain/instruments/instruments';
import { ScoreTable } from './score-table';
import { dayWords, scoreWords } from './measure-words';

/** What was asked once, at admission or when something called for it: no course, but an answer with its day. */
@Component({
  selector: 'app-screens-lane',
  imports: [ScoreTable],
  template: `
    <h2>Screens</h2>
    <ul>
      @for (screen of screens(); track screen.name) {
        <li>
          <b>{{ screen.name }}</b> {{ screen.words }}
          <span class="dim">{{ screen.day }}</span>
        </li>
      }
    </ul>
    <details>
      <summary>As a table</summary>
      @for (screen of screens(); track screen.name) {
        <h3>{{ screen.name }}</h3>
        <app-score-table
          [clientId]="clientId()"
          [instrument]="screen.instrument"
          [scores]="screen.scores"
          [asOf]="asOf()"
          [timeZone]="timeZone()"
        />
      }
    </details>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: var(--lane-name, 104px) minmax(0, 1fr);
      column-gap: 12px;
      padding: 6px 0;
      border-top: 1px solid var(--tl-line);
    }
    h2,
    h3 {
      font: 600 13px/20px var(--tl-font);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 28px;
    }
    b {
      font-weight: 600;
    }
    details {
      grid-column: 2;
    }
    summary {
      display: inline-block;
      min-height: 24px;
      cursor: pointer;
      color: var(--tl-accent);
      font: var(--tl-label);
    }
    /* What was not opened is not there to be opened. */
    @media print {
      details:not([open]),
      summary {
        display: none;
      }
    }
    @media (max-width: 760px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      details {
        grid-column: 1;
      }
    }
  `,
})
export class ScreensLane {
  readonly clientId = input.required<string>();
  readonly measures = input.required<readonly ClientMeasure[]>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly screens = computed(() =>
    this.measures().flatMap(({ instrument: id, scores }) => {
      const instrument = instrumentOf(id as InstrumentId);
      const last = scores.at(-1);
      if (!last) return [];
      const [name, words] = [instrument.name, scoreWords(instrument, last)];
      return [{ instrument, name, words, day: dayWords(last.day, this.asOf()), scores }];
    }),
  );
}
