import { Component, computed, input, output } from '@angular/core';
import { TRANSITION_PARTS, type TransitionPart } from '#domain/aftercare/transition-parts';
import type { TransitionRow, Transitions } from '#domain/aftercare/transitions.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { Figure } from '../../../ui/figure/figure';
import { formatNumber, formatRoughRate } from '../../../ui/figure/format-rate';
import { onPaper } from '../../../ui/print/on-paper';
import { casesOf } from './cases-of';

const WORDS: Record<TransitionPart, string> = {
  destination: 'Destination',
  program: 'Program',
  reason: 'Discharge reason',
  site: 'Site',
};
const COLUMNS = [
  { word: 'Booked ≤ 14 d', of: 'booked', id: 'linkage-booked-14-live' },
  { word: 'Kept ≤ 14 d', of: 'kept', id: 'linkage-kept-14-live' },
  { word: 'Kept ≤ 30 d', of: 'keptLater', id: 'linkage-kept-30-live' },
] as const;

/** Live discharges apart, by name: each rate against limits around all, and nothing of a few. */
@Component({
  selector: 'app-transitions-apart',
  imports: [Figure],
  template: `
    <div class="head">
      <h2>By {{ words[by()].toLowerCase() }}</h2>
      <div role="group" aria-label="Apart by">
        @for (part of parts; track part) {
          <button
            type="button"
            class="chip"
            [class.on]="part === by()"
            [attr.aria-pressed]="part === by()"
            (click)="chosen.emit(part)"
          >
            {{ words[part] }}
          </button>
        }
      </div>
    </div>
    <p class="sub">
      Live discharges more than 30 days ago, by name, not by value. Numbers from 1 to 10, and what
      they could be worked out from, are left out; a rate beside which so few are not recorded
      stands without n.
    </p>
    <div class="across" tabindex="0" role="region" aria-label="Comparison">
      <table class="plain-table" [attr.aria-label]="'By ' + words[by()].toLowerCase()">
        <thead>
          <tr>
            <th scope="col">{{ words[by()] }}</th>
            <th scope="col" class="number">Discharges</th>
            @for (column of columns; track column.id) {
              <th scope="col">{{ column.word }}</th>
            }
            <th scope="col">Kept ≤ 14 d against all</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="number" data-said="Discharges">
                @if (row.discharges === null) {
                  <span class="dim">not shown</span>
                } @else {
                  {{ number(row.discharges) }}
                }
              </td>
              @if (isSaid(row)) {
                @for (column of columns; track column.id) {
                  <td [attr.data-said]="column.word">
                    @if (row[column.of].figure; as figure) {
                      <app-figure
                        [form]="paper() ? 'stacked' : 'line'"
                        [figure]="figure"
                        [definition]="definition(column.id)"
                        [word]="column.word"
                        [of]="row.name"
                        [asOf]="moment()"
                        [rows]="rowsOf(column.id, row)"
                      />
                    } @else if (row[column.of].rough; as rough) {
                      <span class="number">{{ roughly(rough) }}</span>
                      <span class="dim"> n not shown</span>
                    } @else {
                      <span class="dim">too few</span>
                    }
                  </td>
                }
                <td data-said="Kept ≤ 14 d against all">{{ limitsOf(row) }}</td>
              } @else {
                <td [attr.colspan]="columns.length + 1" class="dim">not shown: too few</td>
              }
            </tr>
          } @empty {
            <tr>
              <td colspan="6">No live discharge of this period is more than 30 days ago.</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 16px;
    }
    h2 {
      font: 600 14px/20px var(--tl-font);
    }
    [role='group'] {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .across {
      position: relative;
      overflow-x: auto;
    }
    th[scope='row'] {
      text-align: left;
      font-weight: 500;
    }
    th[scope='row'],
    td {
      vertical-align: baseline;
    }
    /* On a phone a card a row: what the columns' heads said stands before each value. */
    @media screen and (max-width: 600px) {
      thead {
        display: none;
      }
      tbody tr {
        display: block;
        padding: 6px 0;
        border-bottom: 1px solid var(--tl-line);
      }
      tbody th,
      tbody td {
        display: block;
        height: auto;
        padding: 2px 0;
        border: 0;
        text-align: left;
      }
      [data-said]::before {
        content: attr(data-said) ' ';
        color: var(--tl-ink-2);
      }
    }
    @media print {
      .across {
        overflow: visible;
      }
      th,
      td {
        padding-right: 4px;
        font-size: 10px;
        white-space: normal;
      }
      [role='group'] {
        display: none;
      }
    }
  `,
})
export class TransitionsApart {
  readonly found = input.required<Transitions>();
  readonly by = input.required<TransitionPart>();
  readonly moment = input.required<string>();
  readonly chosen = output<TransitionPart>();

  /** A sheet is narrower than six columns of one line. */
  protected readonly paper = onPaper();
  protected readonly words = WORDS;
  protected readonly parts = TRANSITION_PARTS;
  protected readonly columns = COLUMNS;
  protected readonly number = formatNumber;
  protected readonly roughly = formatRoughRate;
  protected readonly rows = computed(
    () => this.found().parts.find(({ by }) => by === this.by())?.rows ?? [],
  );

  protected definition(id: string): MeasureDefinition {
    const rate = this.found().rates.find(({ measure }) => measure.id === id);
    if (!rate) throw new Error(`${id} is not among the figures.`);
    return rate.measure;
  }

  /** Nobody is referred to nowhere by name: those rows are not listed apart. */
  protected rowsOf(measure: string, { id }: TransitionRow) {
    return id === '' ? null : casesOf(this.found(), measure, { by: this.by(), id });
  }

  protected isSaid(row: TransitionRow): boolean {
    return this.columns.some(({ of }) => row[of].figure !== null || row[of].rough !== null);
  }

  protected limitsOf({ kept: { figure, rough }, outside }: TransitionRow): string {
    if (!figure && !rough) return 'not shown';
    return outside ?? (figure?.denominator === 0 ? 'nothing to compare' : 'within the limits');
  }
}
