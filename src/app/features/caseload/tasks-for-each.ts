import {
  afterNextRender,
  Component,
  computed,
  createEnvironmentInjector,
  DestroyRef,
  effect,
  type ElementRef,
  EnvironmentInjector,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { provideEffects } from '@ngrx/effects';
import { provideState, Store } from '@ngrx/store';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { NewTaskEntry } from '#domain/outreach/task.contract';
import { accessFeature } from '../../access/state/access.feature';
import { clientNameText } from '../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { TasksForEachActions } from './state/tasks-for-each.actions';
import * as tasksForEachEffects from './state/tasks-for-each.effects';
import { tasksForEachFeature } from './state/tasks-for-each.feature';

const NAMED = 6;

/** One task for each of several clients: what, by when, and who does it. */
@Component({
  selector: 'app-tasks-for-each',
  imports: [MatButton],
  templateUrl: './tasks-for-each.html',
  styleUrl: '../../ui/small-form.css',
  styles: `
    :host {
      display: contents;
    }
    dialog {
      width: min(420px, calc(100vw - 32px));
      color: inherit;
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 0.3);
    }
    .sub {
      max-height: 60px;
      margin-top: 2px;
      overflow-y: auto;
    }
    .error ul {
      max-height: 120px;
      overflow-y: auto;
    }
  `,
})
export class TasksForEach {
  private readonly store = inject(Store);
  private readonly initialsOnly = inject(InitialsOnly);

  readonly lines = input.required<readonly CaseloadLine[]>();
  /** On the calendar of the site. */
  readonly today = input.required<string>();
  /** How many were added: all, when the dialog closes by itself. */
  readonly added = output<number>();
  readonly closed = output();

  protected readonly me = this.store.selectSignal(accessFeature.selectMe);
  protected readonly colleagues: () => readonly { id: string; name: string }[];
  protected readonly missing = signal(false);
  protected readonly sending: () => readonly NewTaskEntry[];
  protected readonly done: () => readonly NewTaskEntry[];
  protected readonly refused: () => readonly { client: string; message: string }[];
  /** What was sent once is sent again as it was: some of it is there already. */
  protected readonly isSent = signal(false);
  protected readonly names = computed(() => {
    const names = this.lines().map((line) => this.nameOf(line));
    const more = names.length - NAMED;
    return `${names.slice(0, NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  });

  private readonly entries = signal<readonly NewTaskEntry[]>([]);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const slice = createEnvironmentInjector(
      [provideState(tasksForEachFeature), provideEffects(tasksForEachEffects)],
      inject(EnvironmentInjector),
    );
    inject(DestroyRef).onDestroy(() => slice.destroy());
    const [sending, added, refused, colleagues, isDone] = [
      this.store.selectSignal(tasksForEachFeature.selectSending),
      this.store.selectSignal(tasksForEachFeature.selectAdded),
      this.store.selectSignal(tasksForEachFeature.selectRefused),
      this.store.selectSignal(tasksForEachFeature.selectColleagues),
      this.store.selectSignal(tasksForEachFeature.selectDone),
    ];
    this.sending = sending;
    this.done = added;
    this.colleagues = computed(() => withMe(colleagues(), this.me()));
    this.refused = computed(() =>
      refused().map(({ entry, problem }) => ({
        client: this.clientOf(entry),
        message: problem.message,
      })),
    );
    this.store.dispatch(TasksForEachActions.opened());
    afterNextRender(() => this.dialog().nativeElement.showModal());
    effect(() => {
      if (!isDone()) return;
      this.added.emit(untracked(added).length);
      this.dialog().nativeElement.close();
    });
  }

  protected add(words: string, dueOn: string, ownerId: string): void {
    if (this.sending().length > 0) return;
    if (!this.isSent()) {
      this.missing.set(!words.trim() || !dueOn);
      if (this.missing()) return;
      this.entries.set(
        this.lines().map(({ clientId }) => ({
          id: crypto.randomUUID(),
          act: 'made',
          clientId,
          words: words.trim(),
          dueOn,
          ownerId: ownerId || null,
        })),
      );
      this.isSent.set(true);
    }
    const there = new Set(this.done().map(({ id }) => id));
    const entries = this.entries().filter(({ id }) => !there.has(id));
    this.store.dispatch(TasksForEachActions.submitted({ entries }));
  }

  private clientOf({ clientId }: NewTaskEntry): string {
    const line = this.lines().find((one) => one.clientId === clientId);
    return line ? this.nameOf(line) : '';
  }

  private nameOf(line: CaseloadLine): string {
    return clientNameText(line, this.initialsOnly.on());
  }
}

/** Who is in no team can still do it themselves. */
function withMe(
  colleagues: readonly { id: string; name: string }[],
  me: { staffId: string | null; name: string } | null,
): readonly { id: string; name: string }[] {
  if (!me?.staffId || colleagues.some(({ id }) => id === me.staffId)) return colleagues;
  return [{ id: me.staffId, name: me.name }, ...colleagues];
}
