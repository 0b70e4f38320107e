import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { auditTime, filter, map, of, Subject, switchMap, catchError, timer } from 'rxjs';
import type { NewSafetyEntry, SafetyTask, SafetyTasks } from '#domain/outreach/safety.contract';
import type { Problem } from '#domain/problem.contract';
import type { Cause } from '../../http/cause';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { ServerEventsActions } from '../../http/server-events.actions';
import { toProblem } from '../../http/to-problem';
import { ClientName } from '../../ui/client-name/client-name';
import { Icon } from '../../ui/icon/icon';
import { AssessmentPanel } from './assessment-panel';
import { CrisisPanel } from './crisis-panel';
import { SafetyApi } from './safety-api';
import { aroseInWords, standingInWords } from './safety-words';

/** A burst of changes is one refetch. */
const BURST = 150;
/** More than these are a step away, so that the page below stays in sight. */
const AT_ONCE = 3;

interface OpenPanel {
  kind: 'crisis' | 'assessment';
  task: SafetyTask;
}

/** Safety tasks, pinned above everything until a clinician has recorded what was found and planned. */
@Component({
  selector: 'app-safety-band',
  imports: [AssessmentPanel, ClientName, CrisisPanel, Icon, RouterLink],
  templateUrl: './safety-band.html',
  styleUrl: './safety-band.css',
  host: { '(keydown.c)': 'showCrisisOf($event)' },
})
export class SafetyBand {
  private readonly api = inject(SafetyApi);
  private readonly destroyed = inject(DestroyRef);

  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  protected readonly found = signal<SafetyTasks | null>(null);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly refused = signal<{ key: string; problem: Problem } | null>(null);
  protected readonly all = signal(false);
  protected readonly panel = signal<OpenPanel | null>(null);
  /** Whose 'Acknowledge' is under way. */
  protected readonly sending = signal<string | null>(null);
  /** The assessment just recorded: it can be taken back for a moment. */
  protected readonly recorded = signal<SafetyTask | null>(null);

  protected readonly open = computed(() => this.found()?.open ?? []);
  protected readonly rows = computed(() => {
    const now = this.found()?.asOf ?? '';
    return eachClientFirst(this.open()).map((task, place) => ({
      task,
      id: idOf(task),
      folded: !this.all() && place >= AT_ONCE,
      arose: aroseInWords(task, now),
      standing: standingInWords(task, this.me()?.name),
      counselor: task.counselor === this.me()?.name ? null : task.counselor,
    }));
  });
  protected readonly more = computed(() => Math.max(0, this.open().length - AT_ONCE));

  private readonly asked = new Subject<Cause>();

  constructor() {
    const actions = inject(Actions);
    actions
      .pipe(
        ofType(
          ServerEventsActions.changed,
          ServerEventsActions.reconnected,
          ServerEventsActions.timePassed,
        ),
        filter((action) => !('change' in action) || action.change.topic !== 'data-sources'),
        auditTime(BURST),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.asked.next('event'));
    // What nobody took on in time goes to who is on call: for each who looks, on the minute.
    followTime(() => {
      const found = this.found();
      if (!found) return null;
      const own = found.open.flatMap(({ escalatesAt }) => escalatesAt ?? []);
      return {
        asOf: found.asOf,
        boundaries: [...own, ...(found.changesAt ? [found.changesAt] : [])],
      };
    });
    this.asked
      .pipe(
        switchMap((cause) =>
          this.api.find(cause).pipe(
            map((found) => ({ found, problem: null })),
            catchError((error: unknown) => of({ found: null, problem: toProblem(error) })),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ found, problem }) => {
        if (found) this.found.set(found);
        this.failed.set(problem);
      });
    this.retry();
  }

  protected aroseOf(task: SafetyTask): string {
    return aroseInWords(task, this.found()?.asOf ?? '');
  }

  protected retry(): void {
    this.asked.next('person');
  }

  protected acknowledge(task: SafetyTask): void {
    if (this.sending() === idOf(task)) return;
    this.sending.set(idOf(task));
    this.send(task, 'acknowledged');
  }

  /** Of the task in which the key was pressed. */
  protected showCrisisOf({ target }: Event): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    const task = row ? this.rows()[Number(row.dataset['row'])]?.task : undefined;
    if (task && this.showsCrisis(task)) this.showCrisis(task);
  }

  /** Who leads today's session calls on who is responsible; who is on call must act alone. */
  protected showsCrisis({ through }: SafetyTask): boolean {
    return through !== 'session';
  }

  protected showCrisis(task: SafetyTask): void {
    this.panel.set({ kind: 'crisis', task });
  }

  protected onRecorded(task: SafetyTask): void {
    this.panel.set(null);
    this.recorded.set(task);
    this.asked.next('event');
    timer(UNDO_MS)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe(() => this.recorded.update((shown) => (shown === task ? null : shown)));
  }

  protected takeBack(task: SafetyTask): void {
    this.recorded.set(null);
    this.send(task, 'reopened');
  }

  private send(task: SafetyTask, act: 'acknowledged' | 'reopened'): void {
    const { clientId, key } = task;
    const entry: NewSafetyEntry = { id: crypto.randomUUID(), clientId, key, act };
    this.refused.set(null);
    this.api
      .add(entry)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: () => this.asked.next('event'),
        error: (error: unknown) => this.refused.set({ key: idOf(task), problem: toProblem(error) }),
      })
      .add(() => this.sending.set(null));
  }
}

const UNDO_MS = 10_000;

/** Nobody is folded away behind somebody else's second task. */
function eachClientFirst(tasks: readonly SafetyTask[]): SafetyTask[] {
  const isFirst = ({ clientId }: SafetyTask, at: number) =>
    tasks.findIndex((task) => task.clientId === clientId) === at;
  return [...tasks.filter(isFirst), ...tasks.filter((task, at) => !isFirst(task, at))];
}

/** Of several clients one key may be the same. */
const idOf = ({ clientId, key }: SafetyTask): string => `${clientId} ${key}`;
