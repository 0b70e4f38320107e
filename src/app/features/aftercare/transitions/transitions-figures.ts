import { Component, computed, input } from '@angular/core';
import type { Params } from '@angular/router';
import type { Transitions } from '#domain/aftercare/transitions.contract';
import { LINKAGE_DAYS } from '#domain/measures/linkage';
import { READMISSION_DAYS } from '#domain/measures/readmission';
import { Figure } from '../../../ui/figure/figure';
import { type NamedRate, RateList } from '../rate-list';
import { casesOf } from './cases-of';

type Rate = Transitions['rates'][number];

const GROUPS = [
  { word: 'Planned, with a referral', of: 'referred' },
  { word: 'All planned', of: 'planned' },
  { word: 'All live discharges', of: 'live' },
];
const FURTHER = [
  { word: 'Booked before discharge', id: 'booked-before-discharge' },
  { word: 'Days to first appointment', id: 'days-to-first-appointment' },
  { word: 'Medication without a gap, 30 days', id: 'medication-uninterrupted' },
  { word: 'Medication gap of 7 days or less', id: 'medication-gap-seven' },
  ...READMISSION_DAYS.map((days) => ({
    word: `Readmission within ${days} days`,
    id: `readmission-${days}`,
  })),
];

/** Linkage by days over three kinds of discharges, then what else came after them. */
@Component({
  selector: 'app-transitions-figures',
  imports: [Figure, RateList],
  template: `
    <div class="across" tabindex="0" role="region" aria-label="Linkage">
      <table class="plain-table">
        <caption>
          First appointment at the next level of care
        </caption>
        <thead>
          <tr>
            <th scope="col">Of</th>
            @for (column of columns; track column.word) {
              <th scope="col">{{ column.word }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.word) {
            <tr>
              <th scope="row">{{ row.word }}</th>
              @for (cell of row.cells; track cell.measure.id) {
                <td [attr.data-said]="columns[$index]?.word">
                  <app-figure
                    form="stacked"
                    [figure]="cell.figure"
                    [definition]="cell.measure"
                    [word]="cell.measure.name"
                    [of]="row.word"
                    [asOf]="moment()"
                    [rows]="rowsOf(cell)"
                  />
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="sub">
      Left out, because their days are not over: {{ waiting().join(', ') }}. {{ reasons() }}
    </p>
    <app-rate-list label="What else came after" [rates]="further()" [asOf]="moment()" />
  `,
  styles: `
    .across {
      position: relative;
      overflow-x: auto;
    }
    caption {
      padding-bottom: 4px;
      text-align: left;
      font: 600 14px/20px var(--tl-font);
    }
    th[scope='row'] {
      text-align: left;
      font-weight: 500;
      white-space: nowrap;
    }
    /* Beside each other: what a figure carries stands below it. */
    td {
      height: auto;
      min-width: 104px;
      padding: 4px 12px 4px 0;
      vertical-align: top;
    }
    th[scope='row'] {
      vertical-align: top;
      padding-top: 4px;
    }
    td {
      white-space: normal;
    }
    /* A sheet has no other side to scroll to. */
    @media print {
      .across {
        overflow: visible;
      }
      th,
      td {
        min-width: 0;
        padding-right: 4px;
        font-size: 10px;
        white-space: normal;
      }
      th[scope='row'] {
        white-space: normal;
      }
    }
    app-rate-list {
      display: block;
      margin-top: 12px;
    }
    /* On a phone a card a row: what the columns' heads said stands above each figure. */
    @media screen and (max-width: 600px) {
      thead {
        display: none;
      }
      tbody tr {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      tbody th {
        grid-column: 1 / -1;
        border: 0;
        font-weight: 600;
      }
      tbody td {
        min-width: 0;
        border: 0;
      }
      td::before {
        content: attr(data-said);
        display: block;
        color: var(--tl-ink-2);
        font: var(--tl-label);
      }
      tbody tr {
        padding-bottom: 6px;
        border-bottom: 1px solid var(--tl-line);
      }
    }
  `,
})
export class TransitionsFigures {
  readonly found = input.required<Transitions>();
  readonly moment = input.required<string>();

  protected readonly columns = (['booked', 'kept'] as const).flatMap((step) =>
    LINKAGE_DAYS.map((days) => ({
      word: `${step === 'booked' ? 'Booked' : 'Kept'} ≤ ${days} d`,
      id: `linkage-${step}-${days}`,
    })),
  );
  protected readonly rows = computed(() =>
    GROUPS.map(({ word, of }) => ({
      word,
      cells: this.columns.flatMap(({ id }) => this.rateOf(`${id}-${of}`) ?? []),
    })),
  );
  protected readonly further = computed(() =>
    FURTHER.flatMap(({ word, id }): NamedRate[] => {
      const rate = this.rateOf(id);
      if (!rate) return [];
      const { figure, measure: definition } = rate;
      return [{ word, figure, definition, note: noteOf(rate), rows: this.rowsOf(rate) }];
    }),
  );
  protected readonly waiting = computed(() =>
    LINKAGE_DAYS.map(
      (days) =>
        `${this.rateOf(`linkage-kept-${days}-live`)?.figure.excluded ?? 0} within ${days} days`,
    ),
  );
  protected readonly reasons = computed(() => {
    const { all, reasonNotRecorded } = this.found().discharges;
    return `Of ${all} discharges nobody recorded why ${reasonNotRecorded} ended: whether they were planned is not known.`;
  });

  private readonly byId = computed(
    () => new Map(this.found().rates.map((rate) => [rate.measure.id, rate])),
  );

  protected rowsOf({ measure }: Rate): Params {
    return casesOf(this.found(), measure.id);
  }

  private rateOf(id: string): Rate | undefined {
    return this.byId().get(id);
  }
}

const noteOf = ({ measure, figure }: Rate): string =>
  measure.unit === 'days' ? `${figure.excluded} have none` : `${figure.excluded} left out`;
