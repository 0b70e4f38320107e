import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { CourtReportsQuery } from '#domain/disclosures/court-reports-due.contract';
import { ClientName } from '../../ui/client-name/client-name';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { reportGroups, reportsFinding } from './reports-due-words';
import { ReportsDuePageActions } from './state/reports-due.actions';
import { reportsDueFeature } from './state/reports-due.feature';

/** Which courts and offices are to be told of whom, by the day it is due, and whether they may be. */
@Component({
  selector: 'app-reports-due-list',
  imports: [ClientName, FailedNotice, LoadingLines, RouterLink, StaleNotice],
  templateUrl: './reports-due-list.html',
  styleUrls: ['../../ui/list-table.css', './day-list.css', './reports-due-list.css'],
})
export class ReportsDueList {
  private readonly store = inject(Store);

  readonly query = input.required<CourtReportsQuery>();

  private readonly found = this.store.selectSignal(reportsDueFeature.selectFound);
  protected readonly status = this.store.selectSignal(reportsDueFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(reportsDueFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(reportsDueFeature.selectStale);
  protected readonly groups = computed(() => {
    const found = this.found();
    return found ? reportGroups(found) : [];
  });
  protected readonly finding = computed(() => {
    const found = this.found();
    return found && reportsFinding(found);
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(ReportsDuePageActions.shown({ query })));
    });
  }

  protected retry(): void {
    this.store.dispatch(ReportsDuePageActions.retryClicked({ query: this.query() }));
  }
}
