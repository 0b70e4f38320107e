import { HttpClient } from '@angular/common/http';
import { Component, inject, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { auditTime, catchError, EMPTY, filter, map, merge, of, switchMap, timer } from 'rxjs';
import type { TaskCount } from '#domain/outreach/task.contract';
import { headersOf } from '../http/cause';
import { ServerEventsActions } from '../http/server-events.actions';

/** A count may be a moment behind; the page itself is not. */
const BURST = 2_000;
const A_MINUTE = 60_000;

/** How many tasks are open for the reader, for the rail. Shows nothing itself. */
@Component({ selector: 'app-task-counter', template: '' })
export class TaskCounter {
  readonly counted = output<number>();

  constructor() {
    const http = inject(HttpClient);
    const changed = inject(Actions).pipe(
      ofType(ServerEventsActions.changed, ServerEventsActions.reconnected),
      filter((action) => !('change' in action) || action.change.topic !== 'data-sources'),
      auditTime(BURST),
    );
    const headers = headersOf('event');
    merge(of(null), changed, timer(A_MINUTE, A_MINUTE))
      .pipe(
        switchMap(() =>
          // The number that stands is better than none.
          http.get<TaskCount>('/api/tasks/count', { headers }).pipe(catchError(() => EMPTY)),
        ),
        map(({ mine }) => mine),
        takeUntilDestroyed(),
      )
      .subscribe((mine) => this.counted.emit(mine));
  }
}
