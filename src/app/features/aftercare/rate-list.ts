import { Component, input } from '@angular/core';
import type { Params } from '@angular/router';
import type { Figure as FigureValue } from '#domain/measures/figure.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { Figure } from '../../ui/figure/figure';

/** A rate under its name, with what it leaves out in a line below. */
export interface NamedRate {
  word: string;
  figure: FigureValue;
  definition: MeasureDefinition;
  note: string;
  /** Where its rows are listed. */
  rows: Params | null;
}

/** Rates beside each other, each with everything that belongs to it. */
@Component({
  selector: 'app-rate-list',
  imports: [Figure],
  template: `
    <ul [attr.aria-label]="label()">
      @for (one of rates(); track one.word) {
        <li>
          <span class="name">{{ one.word }}</span>
          <app-figure
            form="stacked"
            [figure]="one.figure"
            [definition]="one.definition"
            [word]="one.definition.name"
            [of]="one.word === one.definition.name ? '' : one.word"
            [asOf]="asOf()"
            [rows]="one.rows"
          />
          <span class="sub">{{ one.note }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 12px 20px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      white-space: normal;
    }
    .name,
    .sub {
      display: block;
    }
    .name {
      font: var(--tl-label);
      color: var(--tl-ink-3);
    }
  `,
})
export class RateList {
  readonly rates = input.required<readonly NamedRate[]>();
  readonly label = input.required<string>();
  readonly asOf = input<string | null>(null);
}
