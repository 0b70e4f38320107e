import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { CaseloadCount } from '#domain/caseload/caseload.contract';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { SiteZone } from '../../period/site-zone';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { SelectChip } from '../../ui/select-chip/select-chip';
import { CaseloadOverviewTable } from './caseload-overview-table';
import { ShowNames } from './show-names';
import { sitesOf } from './sites-of';
import { CaseloadOverviewPageActions } from './state/caseload-overview.actions';
import { caseloadOverviewFeature } from './state/caseload-overview.feature';

/** Caseloads in numbers: by counselor for a supervisor, by site and program for a director. */
@Component({
  selector: 'app-caseload-overview-page',
  imports: [
    CaseloadOverviewTable,
    FailedNotice,
    LoadingLines,
    RouterLink,
    SelectChip,
    ShowNames,
    StaleNotice,
  ],
  templateUrl: './caseload-overview-page.html',
  styleUrl: './caseload-overview-page.css',
})
export class CaseloadOverviewPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);

  readonly asOf = input<string>();
  readonly site = input<string>();

  protected readonly overview = this.store.selectSignal(caseloadOverviewFeature.selectOverview);
  protected readonly status = this.store.selectSignal(caseloadOverviewFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(caseloadOverviewFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(caseloadOverviewFeature.selectStale);
  protected readonly sites = computed(() => sitesOf(this.overview()));
  protected readonly asked = signal<{ count: CaseloadCount; origin: Element } | null>(null);

  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  constructor() {
    const heading = inject(PageHeading);
    inject(SiteZone).show(null);
    followTime(() => {
      const overview = this.overview();
      return overview && !this.asOf() ? { asOf: overview.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const asOf = this.asOf();
      untracked(() => this.store.dispatch(CaseloadOverviewPageActions.overviewShown({ asOf })));
    });
    effect(() => {
      const active = this.overview()?.total.active;
      const count = active === undefined ? '' : ` · ${active} active clients`;
      heading.show({ title: 'Caseload', scope: `${this.me()?.name ?? ''}${count}` });
    });
  }

  protected retry(): void {
    this.store.dispatch(CaseloadOverviewPageActions.retryClicked({ asOf: this.asOf() }));
  }

  protected narrow(site: string): void {
    const queryParams = { site: site || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected showNames(program: string | null): void {
    this.asked.set(null);
    void this.router.navigate([], { queryParams: { program }, queryParamsHandling: 'merge' });
  }
}
