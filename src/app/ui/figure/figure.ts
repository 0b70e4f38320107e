import { Component, computed, input, signal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { Figure as FigureValue } from '#domain/measures/figure.contract';
import { Popover } from '../popover/popover';
import { FigureDefinition } from './figure-definition';
import { rowsWord } from './rows-word';
import { formatCount, formatInterval, formatValue } from './format-rate';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** A rate with everything that belongs to it: the only part that writes one. */
@Component({
  selector: 'app-figure',
  imports: [FigureDefinition, Popover, RouterLink],
  templateUrl: './figure.html',
  styleUrl: './figure.css',
  host: { '[class]': 'form()' },
})
export class Figure {
  readonly figure = input.required<FigureValue>();
  readonly definition = input.required<MeasureDefinition>();
  /** `line` in a sentence or a table, `stacked` beside others in a row, `block` on its own. */
  readonly form = input<'line' | 'stacked' | 'block'>('line');
  /** Whose rate it is, for those who do not see the row. */
  readonly of = input('');
  /** What it is a rate of, in a line; a block says its name. */
  readonly word = input('Attended');
  /** What the definition's name does not say: over which days. */
  readonly period = input('');
  readonly asOf = input<string | null>(null);
  /** Where what is behind it is listed; then n/N opens them. */
  readonly rows = input<Params | null>(null);

  /** False of what is no session: nobody records it, and what is not known of it is said beside it. */
  readonly records = input(true);

  protected readonly open = signal(false);
  protected readonly rate = computed(() => formatValue(this.figure(), this.definition().unit));
  protected readonly interval = computed(() =>
    formatInterval(this.figure(), this.definition().unit),
  );
  protected readonly count = computed(() =>
    formatCount(this.figure(), this.definition().countedIn),
  );
  protected readonly behind = computed(() => rowsWord(this.definition()));
}
