import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { localTime } from '#domain/calendar/calendar-day';
import type { NewTaskEntry, Task, TaskQuery } from '#domain/outreach/task.contract';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { SiteZone } from '../../period/site-zone';
import { ClientName } from '../../ui/client-name/client-name';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { Popover } from '../../ui/popover/popover';
import { AddTask } from './add-task';
import { CoverageMenu } from './coverage-menu';
import { byDue } from './by-due';
import { TasksPageActions } from './state/tasks.actions';
import { tasksFeature } from './state/tasks.feature';
import { TaskRow } from './task-row';

type Whose = NonNullable<TaskQuery['whose']>;
const WHOSE: readonly { whose: Whose; word: string; none: string }[] = [
  { whose: 'mine', word: 'Mine', none: 'Nothing is yours to do.' },
  { whose: 'team', word: 'Team', none: 'Nothing is to be done for your clients.' },
  { whose: 'overdue', word: 'Overdue', none: 'Nothing is overdue.' },
];

/** What is to be done, by when and by whom: asked for by rules and by people. */
@Component({
  selector: 'app-to-do-page',
  imports: [
    AddTask,
    ClientName,
    CoverageMenu,
    FailedNotice,
    LoadingLines,
    Popover,
    RouterLink,
    StaleNotice,
    TaskRow,
  ],
  templateUrl: './to-do-page.html',
  styleUrl: './to-do-page.css',
})
export class ToDoPage {
  private readonly store = inject(Store);
  private readonly zone = inject(SiteZone);

  // From the query string.
  readonly asOf = input<string>();
  readonly whose = input<string>();
  /** The key of the task that somebody came for. */
  readonly task = input<string>();

  protected readonly tasks = this.store.selectSignal(tasksFeature.selectTasks);
  protected readonly status = this.store.selectSignal(tasksFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(tasksFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(tasksFeature.selectStale);
  protected readonly sending = this.store.selectSignal(tasksFeature.selectSending);
  protected readonly refused = this.store.selectSignal(tasksFeature.selectRefused);
  protected readonly closed = this.store.selectSignal(tasksFeature.selectClosed);

  protected readonly adding = signal(false);
  protected readonly covering = signal(false);
  protected readonly tabs = computed(() => {
    const counts = this.tasks()?.counts;
    return WHOSE.map((tab) => ({ ...tab, count: counts?.[tab.whose] ?? null }));
  });
  protected readonly tab = computed(
    () => WHOSE.find(({ whose }) => whose === this.whose()) ?? WHOSE[0],
  );
  protected readonly groups = computed(() => byDue(this.open(), this.tasks()?.asOf ?? ''));
  protected readonly today = computed(() => {
    const asOf = this.tasks()?.asOf;
    return asOf ? localTime(Date.parse(asOf), this.zone.timeZone()).day : '';
  });

  private readonly open = this.store.selectSignal(tasksFeature.selectOpen);
  protected readonly me = this.store.selectSignal(accessFeature.selectMe);
  private readonly query = computed(
    (): TaskQuery => ({
      whose: this.tab().whose,
      ...(this.asOf() ? { asOf: this.asOf() } : {}),
    }),
    { equal: (a, b) => a.asOf === b.asOf && a.whose === b.whose },
  );

  constructor() {
    const heading = inject(PageHeading);
    const injector = inject(Injector);
    const document = inject(DOCUMENT);
    this.zone.show(null);
    followTime(() => {
      const tasks = this.tasks();
      if (!tasks || this.asOf()) return null;
      return { asOf: tasks.asOf, boundaries: tasks.tasks.map(({ dueAt }) => dueAt) };
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(TasksPageActions.tasksShown({ query })));
    });
    // It is shown once, where it stands; the list may change under it.
    effect(() => {
      const key = this.task();
      if (key === undefined || this.status() !== 'ready') return;
      const row = () => document.getElementById(`task-${key}`)?.focus();
      untracked(() => afterNextRender({ read: row }, { injector }));
    });
    effect(() => {
      const mine = this.tasks()?.counts.mine;
      const count = mine === undefined ? '' : ` · ${mine} open`;
      heading.show({ title: 'To do', scope: `${this.me()?.name ?? ''}${count}` });
    });
  }

  protected retry(): void {
    this.store.dispatch(TasksPageActions.retryClicked({ query: this.query() }));
  }

  protected opened(): void {
    this.store.dispatch(TasksPageActions.actOpened());
  }

  protected submit(entry: NewTaskEntry): void {
    this.store.dispatch(TasksPageActions.entrySubmitted({ entry }));
  }

  protected reopen({ key, client }: Task): void {
    this.submit({
      id: crypto.randomUUID(),
      key,
      clientId: client?.id ?? null,
      act: 'reopened',
    });
  }

  /** Whether what is sent, or was refused, is about this task. */
  protected isAbout(entry: NewTaskEntry | undefined, { key }: Task): boolean {
    return entry !== undefined && 'key' in entry && entry.key === key;
  }
}
