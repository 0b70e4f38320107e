import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { CaseloadCount, CaseloadOverviewQuery } from '#domain/caseload/caseload.contract';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { SiteZone } from '../../period/site-zone';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { CaseloadOverviewTable } from './caseload-overview-table';
import { ShowNames } from './show-names';
import { CaseloadOverviewPageActions } from './state/caseload-overview.actions';
import { caseloadOverviewFeature } from './state/caseload-overview.feature';

/** Caseloads in numbers: by counselor for a supervisor, by site and program for a director. */
@Component({
  selector: 'app-caseload-overview-page',
  imports: [CaseloadOverviewTable, FailedNotice, LoadingLines, RouterLink, ShowNames, StaleNotice],
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
  protected readonly asked = signal<{ count: CaseloadCount; origin: Element } | null>(null);

  /** Nobody's clients, from every program that is shown: a count like the others. */
  protected readonly withoutCounselor = computed((): CaseloadCount | null => {
    const total = this.overview()?.total;
    if (!total?.withoutCounselor) return null;
    return { ...total, id: null, name: 'Without a counselor', active: total.withoutCounselor };
  });

  private readonly query = computed(
    (): CaseloadOverviewQuery => ({
      ...(this.asOf() ? { asOf: this.asOf() } : {}),
      ...(this.site() ? { site: this.site() } : {}),
    }),
    { equal: (a, b) => a.asOf === b.asOf && a.site === b.site },
  );
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  constructor() {
    const heading = inject(PageHeading);
    inject(SiteZone).show(null);
    followTime(() => {
      const overview = this.overview();
      return overview && !this.asOf() ? { asOf: overview.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(CaseloadOverviewPageActions.overviewShown({ query })));
    });
    effect(() => {
      const active = this.overview()?.total.active;
      const count = active === undefined ? '' : ` · ${active} active clients`;
      heading.show({ title: 'Caseload', scope: `${this.me()?.name ?? ''}${count}`, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(CaseloadOverviewPageActions.retryClicked({ query: this.query() }));
  }

  protected showNames({ id }: CaseloadCount): void {
    this.asked.set(null);
    // The only count without an id whose names can be asked for is that of nobody's clients.
    const queryParams = id === null ? { counselor: 'none' } : { program: id };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
