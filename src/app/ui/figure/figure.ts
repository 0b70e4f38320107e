import { Component, computed, input, signal } from '@angular/core';
import type { Figure as FigureValue } from '#domain/measures/figure.contract';
import { Popover } from '../popover/popover';
import { FigureDefinition } from './figure-definition';
import { formatCount, formatInterval, formatRate } from './format-rate';
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
  /** `line` in a sentence or a table, `block` on its own. */
  readonly form = input<'line' | 'block'>('line');
  /** Whose rate it is, for those who do not see the row. */
  readonly of = input('');
  readonly asOf = input<string | null>(null);

  protected readonly open = signal(false);
  protected readonly rate = computed(() => formatRate(this.figure()));
  protected readonly interval = computed(() => formatInterval(this.figure()));
  protected readonly count = computed(() => formatCount(this.figure()));
}
