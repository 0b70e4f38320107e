import { Component, input, output } from '@angular/core';
import { calendarDay } from '../../ui/clinic-time/clinic-time';
import { Icon } from '../../ui/icon/icon';
import type { CaseloadColumn } from './caseload-column';
import type { Part } from './line-selection';
import { SelectBox } from './select-box';

/** The heads of the columns; one that can be sorted by is a button. */
@Component({
  selector: 'app-caseload-head',
  imports: [Icon, SelectBox],
  host: { role: 'row', 'aria-rowindex': '1' },
  template: `
    @for (column of columns(); track column.id) {
      <div
        role="columnheader"
        [class]="column.id"
        [class.right]="column.right"
        [attr.aria-sort]="column.order ? direction(column) : null"
      >
        @if (column.id === 'client') {
          <app-select-box
            label="Select all that are listed"
            [part]="part()"
            (clicked)="allClicked.emit()"
          />
        }
        @if (column.order) {
          <button type="button" (click)="sorted.emit(next(column))">
            {{ column.head }}
            @if (column.unit) {
              <span class="unit">{{ column.unit }}</span>
            }
            @if (direction(column) === 'ascending') {
              <app-icon name="up" />
            } @else if (direction(column) === 'descending') {
              <app-icon name="down" />
            }
          </button>
        } @else if (column.id === 'strip') {
          <span class="visually-hidden">Sessions, weeks of</span>
          <span class="weeks">
            @for (monday of mondays(); track monday) {
              <span [class.strong]="$last">{{ $last ? 'This wk' : day(monday) }}</span>
            }
          </span>
        } @else {
          {{ column.head }}
        }
      </div>
    }
  `,
  styleUrl: './caseload-head.scss',
})
export class CaseloadHead {
  readonly columns = input.required<readonly CaseloadColumn[]>();
  readonly sort = input.required<string>();
  readonly mondays = input.required<readonly string[]>();
  /** How much of the list is selected. */
  readonly part = input.required<Part>();
  readonly allClicked = output();
  /** The sort to come; empty goes back to groups. */
  readonly sorted = output<string>();

  protected readonly day = calendarDay;

  protected direction({ id }: CaseloadColumn): 'ascending' | 'descending' | 'none' {
    if (this.sort() === id) return 'ascending';
    return this.sort() === `-${id}` ? 'descending' : 'none';
  }

  protected next({ id }: CaseloadColumn): string {
    if (this.sort() === id) return `-${id}`;
    return this.sort() === `-${id}` ? '' : id;
  }
}
