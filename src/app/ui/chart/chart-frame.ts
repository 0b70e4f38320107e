import { Component, ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { isTyping } from '../keys/is-typing';
import type { ChartTable } from './chart-table';

let count = 0;

/**
 * What every chart has around it: a title that says what was found, else the question; what was
 * counted; a summary for those who do not see it; and its numbers as a table, by button or by `t`.
 */
@Component({
  selector: 'app-chart-frame',
  imports: [Icon, RouterLink],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.css',
  host: {
    role: 'group',
    '[attr.aria-labelledby]': 'id',
    '(document:keydown)': 'press($event)',
  },
})
export class ChartFrame {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly heading = input.required<string>();
  readonly subtitle = input.required<string>();
  readonly summary = input.required<string>();
  readonly table = input.required<ChartTable>();
  /** Where there is no room for the drawing its numbers come first. */
  readonly tableFirst = input(false);
  /** The page's first finding is written larger. */
  readonly leading = input(false);

  protected readonly id = `chart-${++count}`;
  protected readonly asTable = linkedSignal(() => this.tableFirst());

  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');

  protected press(event: KeyboardEvent): void {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || this.isOfAnother(document.activeElement)) return;
    this.toggle();
  }

  protected toggle(): void {
    const held = this.host.nativeElement.contains(document.activeElement);
    this.asTable.update((shown) => !shown);
    // What was walked goes out of sight: the focus must not go with it.
    if (held) this.button().nativeElement.focus();
  }

  protected isWord(column: number, { head, words = 0 }: ChartTable): boolean {
    return column === 0 || column >= head.length - words;
  }

  private isOfAnother(focused: Element | null): boolean {
    const frame = focused?.closest('app-chart-frame');
    return !!frame && frame !== this.host.nativeElement;
  }
}
