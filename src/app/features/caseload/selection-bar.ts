import { Component, computed, inject, input, output } from '@angular/core';
import { LineSelection } from './line-selection';

/** What can be done with those who are selected; in place of the filters. */
@Component({
  selector: 'app-selection-bar',
  template: `
    <b>{{ selection.ids().size }} selected</b>
    @if (hidden() > 0) {
      <span class="warn">{{ hidden() }} not in sight, by the filters</span>
    }
    @if (selection.lost() > 0) {
      <span class="warn">{{ selection.lost() }} left the list</span>
    }
    <ng-content />
    <button class="chip" type="button" (click)="selection.clear()">Clear</button>
    <span role="status">
      @if (tasksAdded() > 0) {
        Task added for {{ tasksAdded() }} {{ tasksAdded() === 1 ? 'client' : 'clients' }}.
      }
    </span>
  `,
  host: {
    role: 'group',
    'aria-label': 'Selected clients',
    '(keydown.escape)': 'selection.clear()',
  },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      min-height: 32px;
    }
    b {
      margin-right: 6px;
    }
  `,
})
export class SelectionBar {
  protected readonly selection = inject(LineSelection);

  /** Those that the filters leave. */
  readonly listed = input.required<readonly string[]>();
  /** For how many a task was just added. */
  readonly tasksAdded = input(0);

  protected readonly hidden = computed(() => {
    const listed = new Set(this.listed());
    return [...this.selection.ids()].filter((id) => !listed.has(id)).length;
  });
}
