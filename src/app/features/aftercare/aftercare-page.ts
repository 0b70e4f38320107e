import { Component, computed, DOCUMENT, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import type { FollowUpQuery } from '#domain/aftercare/follow-up.contract';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { serverEventsFeature } from '../../http/server-events.feature';
import { SiteZone } from '../../period/site-zone';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import {
  type AftercareAddress,
  aftercareAddress,
  askedBy,
  isNarrowed,
  WITHOUT_NARROWING,
} from './aftercare-address';
import { AftercareBar } from './aftercare-bar';
import { AftercareBoard } from './aftercare-board';
import { AftercareList } from './aftercare-list';
import { AftercarePanel } from './aftercare-panel';
import { aftercareFinding } from './aftercare-words';
import { readsBoard, viewShown } from './aftercare-views';
import { FollowUpList } from './follow-up-list';
import { FollowUpPanel } from './follow-up-panel';
import { MilestoneMark } from '../../ui/milestone-mark/milestone-mark';
import { ReportsDueList } from './reports-due-list';
import { AftercarePageActions } from './state/aftercare.actions';
import { aftercareFeature } from './state/aftercare.feature';
import { followUpFeature } from './state/follow-up.feature';

/** Which coming discharges have no date after them, and which first appointments were missed? */
@Component({
  selector: 'app-aftercare-page',
  imports: [
    AftercareBar,
    AftercareBoard,
    AftercareList,
    AftercarePanel,
    FailedNotice,
    FollowUpList,
    FollowUpPanel,
    LoadingLines,
    MilestoneMark,
    ReportsDueList,
    StaleNotice,
  ],
  host: { '(keydown.escape)': 'close()' },
  templateUrl: './aftercare-page.html',
  styleUrl: './aftercare-page.css',
})
export class AftercarePage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  protected readonly address = aftercareAddress();
  protected readonly found = this.store.selectSignal(aftercareFeature.selectFound);
  protected readonly status = this.store.selectSignal(aftercareFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(aftercareFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(aftercareFeature.selectStale);
  protected readonly narrowed = computed(() => isNarrowed(this.address()));
  protected readonly finding = computed(() => {
    const found = this.found();
    return found && aftercareFinding(found);
  });
  /** Referrals are of the history, which is read behind what is current. */
  protected readonly incomplete = computed(() => this.health()?.sync?.historyComplete === false);
  protected readonly open = computed(() =>
    this.found()?.cards.find(({ episodeId }) => episodeId === this.address()['open']),
  );

  protected readonly view = computed(() => viewShown(this.address()['view'], this.me()));
  protected readonly isFollowUp = computed(() => this.view()?.view === 'follow-up');
  protected readonly isReports = computed(() => this.view()?.view === 'reports');
  /** Of whoever left, or is reported on, nothing but whose they are is asked. */
  protected readonly whoseQuery = computed(
    (): FollowUpQuery => {
      const { asOf, counselor, site } = this.query();
      return { ...(asOf && { asOf }), ...(counselor && { counselor }), ...(site && { site }) };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly followUps = this.store.selectSignal(followUpFeature.selectFound);
  protected readonly line = computed(() =>
    this.followUps()?.lines.find(({ key }) => key === this.address()['follow']),
  );

  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);
  private readonly query = computed(() => askedBy(this.address()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });

  constructor() {
    const heading = inject(PageHeading);
    inject(SiteZone).show(null);
    followTime(() => {
      const found = this.found();
      return found && !this.query().asOf ? { asOf: found.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const query = this.query();
      if (readsBoard(this.me()))
        untracked(() => this.store.dispatch(AftercarePageActions.shown({ query })));
    });
    effect(() => {
      const clients = this.found()?.summary.clients;
      const view = this.view()?.word ?? '';
      if (this.isFollowUp() || this.isReports())
        return heading.show({ title: 'Aftercare', scope: view, bySite: true });
      const scope = clients === undefined ? view : `${view} · ${clients} clients`;
      heading.show({ title: 'Aftercare', scope, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(AftercarePageActions.retryClicked({ query: this.query() }));
  }

  protected showAll(): void {
    this.look(WITHOUT_NARROWING);
  }

  /** An empty word takes a parameter out of the address. */
  protected look(address: AftercareAddress): void {
    const queryParams = Object.fromEntries(
      Object.entries(address).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** The focus goes back to the card that was opened. */
  protected close(): void {
    const { open, follow } = this.address();
    const opened = this.isFollowUp() ? follow : open;
    if (!opened) return;
    this.document.getElementById(`card-${opened}`)?.focus();
    this.look(this.isFollowUp() ? { follow: '' } : { open: '' });
  }
}
