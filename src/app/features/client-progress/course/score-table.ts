import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientScore } from '#domain/client-progress/client-measure.contract';
import type { Instrument } from '#domain/instruments/instrument';
import { ScoreReview } from './score-review';
import { answersInWords, dayWords, scoreNotes, scoreWords } from './measure-words';

/** Every score of an instrument with its answers on demand, its records, and what was made of it. */
@Component({
  selector: 'app-score-table',
  imports: [RouterLink, ScoreReview],
  template: `
    <table class="plain-table">
      <caption class="visually-hidden">
        {{
          instrument().name
        }}, newest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Score</th>
          <th scope="col">Answers, by item</th>
          <th scope="col">Reviewed</th>
          <th scope="col"><span class="visually-hidden">Record</span></th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.score.day) {
          <tr>
            <th scope="row" class="number">{{ row.day }}</th>
            <td>
              {{ row.words }}
              @for (note of row.notes; track note) {
                <span class="label sub note">{{ note }}</span>
              }
            </td>
            <td>
              @if (row.answers) {
                <details>
                  <summary>{{ row.given }} answers</summary>
                  &ngsp;
                  <span class="number answers">{{ row.answers }}</span>
                </details>
              } @else {
                <span class="unknown">not at the source</span>
              }
            </td>
            <td>
              <app-score-review
                [clientId]="clientId()"
                [instrument]="instrument().id"
                [name]="instrument().name"
                [score]="row.score"
                [day]="row.day"
                [asOf]="asOf()"
                [timeZone]="timeZone()"
              />
            </td>
            <td class="right">
              @for (recordId of row.score.recordIds; track recordId) {
                <a
                  class="link"
                  [routerLink]="[]"
                  [queryParams]="{ record: recordId }"
                  queryParamsHandling="merge"
                  [attr.aria-label]="
                    'Record ' + ($index + 1) + ' of ' + instrument().name + ', ' + row.day
                  "
                  >Record{{ $count > 1 ? ' ' + ($index + 1) : '' }}</a
                >
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    .note,
    .answers {
      display: block;
    }
    .answers {
      white-space: normal;
      max-width: 320px;
    }
    td {
      padding-top: 6px;
      padding-bottom: 6px;
      vertical-align: top;
    }
    th[scope='row'] {
      vertical-align: top;
      padding-top: 6px;
    }
    summary {
      min-height: 24px;
      cursor: pointer;
      color: var(--tl-accent);
    }
    .link {
      display: inline-block;
      min-height: 24px;
      margin-left: 8px;
    }
  `,
})
export class ScoreTable {
  readonly clientId = input.required<string>();
  readonly instrument = input.required<Instrument>();
  readonly scores = input.required<readonly ClientScore[]>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly rows = computed(() =>
    this.scores()
      .map((score) => ({
        score,
        day: dayWords(score.day, this.asOf()),
        words: scoreWords(this.instrument(), score),
        notes: scoreNotes(this.instrument(), score),
        answers: answersInWords(this.instrument(), score),
        given: Object.keys(score.answers).length,
      }))
      .reverse(),
  );
}
