import { Component, computed, input, signal } from '@angular/core';
import type { Figure as FigureValue } from '#domain/measures/figure.contract';
import { Popover } from '../popover/popover';
import { FigureDefinition } from './figure-definition';
import { formatInterval, formatRate } from './format-rate';
import type { MeasureDefinition } from './measure-definition';

/** A rate with everything that belongs to it: the only part that writes one. */
@Component({
  selector: 'app-figure',
  imports: [FigureDefinition, Popover],
  templateUrl: './figure.html',
  styleUrl: './figure.css',
  host: { '[class]': 'form()' },
})
export class Figure {
  readonly figure = input.required<FigureValue>();
  readonly definition = input.required<MeasureDefinition>();
  /** `cell` in a table, `line` in a sentence, `block` on its own. */
  readonly form = input<'cell' | 'line' | 'block'>('cell');
  /** Whose rate it is, for those who do not see the row. */
  readonly of = input('');
  readonly asOf = input<string | null>(null);
  /** Out of the tab order where a grid moves the focus. */
  readonly focusable = input(true);

  protected readonly open = signal(false);
  protected readonly rate = computed(() => formatRate(this.figure()));
  protected readonly interval = computed(() => formatInterval(this.figure()));
  protected readonly count = computed(
    () => `${grouped(this.figure().numerator)}/${grouped(this.figure().denominator)}`,
  );
}

const grouped = (count: number): string => count.toLocaleString('en-US');
