import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { catchError, map, of } from 'rxjs';
import type { CrisisParticulars } from '#domain/outreach/safety.contract';
import type { Problem } from '#domain/problem.contract';
import { toProblem } from '../../http/to-problem';
import { calendarDate, clinicTime } from '../../ui/clinic-time/clinic-time';
import { ClientName } from '../../ui/client-name/client-name';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { SidePanel } from '../../ui/side-panel/side-panel';
import { SafetyApi } from './safety-api';

/** What somebody needs who must act now. Opening it is logged each time. */
@Component({
  selector: 'app-crisis-panel',
  imports: [ClientName, FailedNotice, LoadingLines, RouterLink, SidePanel],
  templateUrl: './crisis-panel.html',
  styleUrl: './crisis-panel.css',
})
export class CrisisPanel {
  private readonly api = inject(SafetyApi);

  readonly clientId = input.required<string>();
  /** Who is on call acts on what stands here, and reads no record. */
  readonly readsRecord = input(true);
  readonly closed = output();

  protected readonly found = signal<CrisisParticulars | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly time = clinicTime;
  protected readonly day = calendarDate;

  constructor() {
    effect((onCleanup) => {
      const clientId = this.clientId();
      const asking = untracked(() => this.load(clientId));
      onCleanup(() => asking.unsubscribe());
    });
  }

  protected load(clientId: string) {
    this.problem.set(null);
    return this.api
      .crisisParticulars(clientId)
      .pipe(
        map((found) => ({ found, problem: null })),
        catchError((error: unknown) => of({ found: null, problem: toProblem(error) })),
      )
      .subscribe(({ found, problem }) => {
        this.found.set(found);
        this.problem.set(problem);
      });
  }
}
