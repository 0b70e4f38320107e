import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { localTime } from '#domain/calendar/calendar-day';
import type { Caseload, CaseloadLine } from '#domain/caseload/caseload.contract';
import { accessFeature } from '../../access/state/access.feature';
import type { CaseloadRow } from './arrange-lines';
import { idsOf, LineSelection } from './line-selection';
import { TasksForEach } from './tasks-for-each';

/** What can be done with those who are selected; in place of the filters. */
@Component({
  selector: 'app-selection-bar',
  imports: [TasksForEach],
  template: `
    <b>{{ selection.ids().size }} selected</b>
    @if (hidden() > 0) {
      <span class="warn">{{ hidden() }} not in sight, by the filters</span>
    }
    @if (selection.lost() > 0) {
      <span class="warn">{{ selection.lost() }} left the list</span>
    }
    @if (mayAddTasks()) {
      <button class="chip" type="button" (click)="taskFor.set(lines())">Add task</button>
    }
    <button class="chip" type="button" (click)="selection.clear()">Clear</button>
    <span role="status">
      @if (added() > 0) {
        Task added for {{ added() }} {{ added() === 1 ? 'client' : 'clients' }}.
      }
    </span>
    @if (taskFor(); as lines) {
      @defer (on immediate) {
        <app-tasks-for-each
          [lines]="lines"
          [today]="today()"
          (added)="added.set($event)"
          (closed)="taskFor.set(null)"
        />
      }
    }
  `,
  host: {
    role: 'group',
    'aria-label': 'Selected clients',
    '(keydown.escape)': 'taskFor() || selection.clear()',
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

  /** As they are listed. */
  readonly rows = input.required<readonly CaseloadRow[]>();
  readonly caseload = input.required<Caseload>();

  protected readonly lines = computed(() => {
    const ids = this.selection.ids();
    return this.caseload().lines.filter(({ clientId }) => ids.has(clientId));
  });
  protected readonly hidden = computed(() => {
    const listed = new Set(idsOf(this.rows()));
    return this.lines().filter(({ clientId }) => !listed.has(clientId)).length;
  });
  /** Those for whom a task is being written: as they were when it was begun. */
  protected readonly taskFor = signal<readonly CaseloadLine[] | null>(null);
  /** For how many one was just added. */
  protected readonly added = signal(0);
  protected readonly today = computed(() => {
    const { asOf, lines } = this.caseload();
    return localTime(Date.parse(asOf), lines[0]?.timeZone ?? 'UTC').day;
  });
  protected readonly mayAddTasks = computed(() => {
    const role = this.me()?.role;
    return role !== undefined && mayDo(role, 'outreach:write');
  });

  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  constructor() {
    effect(() => {
      // What was done for some says nothing of others.
      this.selection.ids();
      this.added.set(0);
    });
  }
}
