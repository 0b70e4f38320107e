import { DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { catchError, filter, map, type Observable, of, Subject, switchMap } from 'rxjs';
import type { Problem } from '#domain/problem.contract';
import type { Cause } from '../../../http/cause';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';

/** A list whose entries are set, and taken back, one by one. */
export interface JournalApi<Found, New> {
  find(cause: Cause): Observable<Found>;
  set(entry: New): Observable<unknown>;
  withdraw(id: string): Observable<unknown>;
}

/**
 * What a list of the settings page holds: read with the page, after an act of one's own and after
 * anybody else's. Of one component, and gone with it; made where `inject` may be called.
 */
export class Journal<Found, New> {
  readonly found = signal<Found | null>(null);
  /** Why it could not be read; what was there before still stands. */
  readonly problem = signal<Problem | null>(null);
  readonly formOpen = signal(false);
  readonly saving = signal(false);
  /** Why the last act did not come about. */
  readonly refused = signal<{ act: 'set' | 'withdraw'; problem: Problem } | null>(null);

  private readonly api: JournalApi<Found, New>;
  private readonly destroyed = inject(DestroyRef);
  private readonly asked = new Subject<Cause>();

  constructor(api: JournalApi<Found, New>) {
    this.api = api;
    this.asked
      .pipe(
        switchMap((cause) =>
          api.find(cause).pipe(
            map((found) => ({ found, problem: null })),
            catchError((error: unknown) => of({ found: null, problem: toProblem(error) })),
          ),
        ),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe(({ found, problem }) => {
        if (found) this.found.set(found);
        this.problem.set(problem);
      });
    inject(Actions)
      .pipe(
        ofType(ServerEventsActions.changed, ServerEventsActions.reconnected),
        filter((action) => !('change' in action) || action.change.topic === 'settings'),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe(() => this.asked.next('event'));
    this.load();
  }

  load(): void {
    this.asked.next('person');
  }

  openForm(): void {
    this.refused.set(null);
    this.formOpen.set(true);
  }

  closeForm(): void {
    this.refused.set(null);
    this.formOpen.set(false);
  }

  set(entry: New): void {
    this.act('set', () => this.api.set(entry));
  }

  withdraw(id: string): void {
    this.act('withdraw', () => this.api.withdraw(id));
  }

  private act(act: 'set' | 'withdraw', send: () => Observable<unknown>): void {
    if (this.saving()) return;
    this.saving.set(true);
    this.refused.set(null);
    send()
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: () => {
          if (act === 'set') this.formOpen.set(false);
          this.asked.next('event');
        },
        error: (error: unknown) => this.refused.set({ act, problem: toProblem(error) }),
      })
      .add(() => this.saving.set(false));
  }
}

/** A journal, whatever it holds. */
export type AnyJournal = Pick<
  Journal<unknown, unknown>,
  'problem' | 'formOpen' | 'saving' | 'refused' | 'load' | 'openForm' | 'withdraw'
>;
