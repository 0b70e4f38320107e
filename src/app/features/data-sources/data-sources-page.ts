import { Component, computed, effect, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { accessFeature } from '../../access/state/access.feature';
import { SiteZone } from '../../period/site-zone';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { HeldBackTable } from './held-back-table';
import { ResourceCounts } from './resource-counts';
import { RunList } from './run-list';
import { SourceTable } from './source-table';
import { DataSourcesPageActions } from './state/data-sources.actions';
import { dataSourcesFeature } from './state/data-sources.feature';

/** Where the figures come from, how fresh they are, and what could not be used. */
@Component({
  selector: 'app-data-sources-page',
  imports: [
    FailedNotice,
    HeldBackTable,
    LoadingLines,
    ResourceCounts,
    RunList,
    SourceTable,
    StaleNotice,
  ],
  templateUrl: './data-sources-page.html',
  styleUrl: './data-sources-page.css',
})
export class DataSourcesPage {
  private readonly store = inject(Store);

  protected readonly timeZone = inject(SiteZone).timeZone;
  protected readonly data = this.store.selectSignal(dataSourcesFeature.selectDataSources);
  protected readonly status = this.store.selectSignal(dataSourcesFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(dataSourcesFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(dataSourcesFeature.selectStale);
  protected readonly refused = this.store.selectSignal(dataSourcesFeature.selectRefused);
  protected readonly mayRun = computed(() => this.me()?.role === 'admin');

  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  constructor() {
    const heading = inject(PageHeading);
    inject(SiteZone).show(null);
    this.store.dispatch(DataSourcesPageActions.opened());
    effect(() => heading.show({ title: 'Data', scope: this.scope() }));
  }

  protected retry(): void {
    this.store.dispatch(DataSourcesPageActions.retryClicked());
  }

  protected run(sourceId: string): void {
    this.store.dispatch(DataSourcesPageActions.runClicked({ sourceId }));
  }

  private scope(): string {
    const sources = this.data()?.sources;
    if (!sources) return '';
    const late = sources.filter(({ state }) => state === 'late').length;
    const count = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`;
    return late ? `${count} · ${late} late` : count;
  }
}
