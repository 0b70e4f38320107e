import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatNumber } from '../../ui/figure/format-rate';

/** How much of a long list is shown, and the way on. The page is in the address like any choice. */
@Component({
  selector: 'app-list-pages',
  imports: [RouterLink],
  template: `
    <span class="number">{{ number(shown()) }} of {{ number(total()) }} {{ what() }}</span>
    @if (after()) {
      <a class="chip" [routerLink]="[]" [queryParams]="{ after: null }" queryParamsHandling="merge"
        >Back to the newest</a
      >
    }
    @if (next(); as next) {
      <a class="chip" [routerLink]="[]" [queryParams]="{ after: next }" queryParamsHandling="merge"
        >Earlier {{ what() }}</a
      >
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding-top: 8px;
      font: var(--tl-label);
      color: var(--tl-ink-2);
    }
    a {
      color: var(--tl-ink);
    }
    @media print {
      a {
        display: none;
      }
    }
  `,
})
export class ListPages {
  readonly what = input.required<string>();
  readonly shown = input.required<number>();
  /** On all pages. */
  readonly total = input.required<number>();
  /** Where the page before ended, if there is one. */
  readonly after = input<string>();
  readonly next = input.required<string | null>();

  protected readonly number = formatNumber;
}
