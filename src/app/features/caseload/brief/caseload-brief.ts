import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import type { CaseloadBriefQuery } from '#domain/caseload/brief.contract';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { CaseloadBriefPageActions } from '../state/caseload-brief.actions';
import { caseloadBriefFeature } from '../state/caseload-brief.feature';
import { BriefHours } from './brief-hours';
import { NewsList } from './news-list';
import { ToDoList } from './to-do-list';
import { TodaysSessions } from './todays-sessions';

/** What a counselor reads before the list: what is new, the hours of the week, and today. */
@Component({
  selector: 'app-caseload-brief',
  imports: [BriefHours, FailedNotice, NewsList, ToDoList, TodaysSessions],
  host: { role: 'region', 'aria-label': 'Brief' },
  template: `
    @switch (status()) {
      @case ('ready') {
        @if (brief(); as brief) {
          <div class="columns">
            <app-news-list [brief]="brief" [shown]="news()" (narrowed)="narrowed.emit($event)" />
            <app-brief-hours
              [hours]="brief.hours"
              [asOf]="brief.asOf"
              [timeZone]="brief.timeZone"
            />
            @if (brief.today; as sessions) {
              <app-todays-sessions
                class="today"
                [sessions]="sessions"
                [asOf]="brief.asOf"
                [timeZone]="brief.timeZone"
              />
            }
            @if (brief.toDo; as toDo) {
              <app-to-do-list class="to-do" [toDo]="toDo" [asOf]="brief.asOf" />
            }
          </div>
        }
      }
      @case ('failed') {
        <app-failed-notice what="The brief" [problem]="problem()" (retry)="retry()" />
      }
      @default {
        <div class="columns loading" aria-busy="true" role="status" aria-label="Loading">
          @for (column of [1, 2, 3, 4]; track column) {
            <div>
              @for (line of [1, 2, 3, 4]; track line) {
                <span></span>
              }
            </div>
          }
        </div>
      }
    }
  `,
  styleUrl: './caseload-brief.css',
})
export class CaseloadBrief {
  private readonly store = inject(Store);

  readonly asOf = input<string>();
  readonly counselor = input<string>();
  readonly since = input<string>();
  /** The kind of news that the table is narrowed to. */
  readonly news = input('');
  /** Query parameters that changed; empty takes one out of the address. */
  readonly narrowed = output<Record<string, string>>();

  protected readonly brief = this.store.selectSignal(caseloadBriefFeature.selectBrief);
  protected readonly status = this.store.selectSignal(caseloadBriefFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(caseloadBriefFeature.selectProblem);

  private readonly query = computed(
    (): CaseloadBriefQuery => ({
      ...(this.asOf() ? { asOf: this.asOf() } : {}),
      ...(this.counselor() ? { counselor: this.counselor() } : {}),
      ...(this.since() ? { since: this.since() } : {}),
    }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(CaseloadBriefPageActions.briefShown({ query })));
    });
  }

  protected retry(): void {
    this.store.dispatch(CaseloadBriefPageActions.retryClicked({ query: this.query() }));
  }
}
