import { Component, computed, input, viewChild } from '@angular/core';
import { Legend } from '../../ui/legend/legend';
import { CaseloadHead } from './caseload-head';
import { caseloadLayout, type Density } from './caseload-layout';
import { chosenColumns } from './chosen-columns';
import { ScrollPosition } from './scroll-position';

/** The list's own heads and rows in grey, in the columns that the address names, so that nothing jumps. */
@Component({
  selector: 'app-caseload-skeleton',
  imports: [CaseloadHead, Legend, ScrollPosition],
  template: `
    <p class="tools"></p>
    <div class="head" inert>
      <app-caseload-head [columns]="layout().columns" [sort]="sort()" [mondays]="[]" part="none" />
    </div>
    <div class="rows" appScrollPosition>
      @for (column of layout().columns; track column.id) {
        <span></span>
      }
    </div>
    <app-legend />
  `,
  host: {
    'aria-busy': 'true',
    role: 'status',
    'aria-label': 'Loading',
    '[style.--caseload-tracks]': 'layout().tracks',
    '[style.--tl-row.px]': 'layout().heights.line',
    '[style.--group.px]': 'layout().heights.group',
  },
  styleUrl: './caseload-skeleton.scss',
})
export class CaseloadSkeleton {
  readonly columns = input.required<string>();
  readonly density = input.required<Density>();
  readonly sort = input.required<string>();

  private readonly position = viewChild.required(ScrollPosition);
  protected readonly layout = caseloadLayout(
    computed(() => chosenColumns(this.columns())),
    this.density,
    computed(() => this.position().width()),
  );
}
