import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import type { CaseloadQuery } from '#domain/caseload/caseload.contract';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { SiteZone } from '../../period/site-zone';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { CaseloadBrief } from './brief/caseload-brief';
import type { Density } from './caseload-layout';
import { CaseloadList } from './caseload-list';
import { CaseloadSkeleton } from './caseload-skeleton';
import { changeInWords } from './change-in-words';
import { scopeOf } from './scope-of';
import { sessionTimes } from './session-times';
import { staleInWords } from './stale-in-words';
import { CaseloadBriefPageActions } from './state/caseload-brief.actions';
import { caseloadBriefFeature } from './state/caseload-brief.feature';
import { CaseloadPageActions } from './state/caseload.actions';
import { caseloadFeature } from './state/caseload.feature';

/** The named list: my clients, one counselor's, one program's, or those without a counselor. */
@Component({
  selector: 'app-caseload-page',
  imports: [CaseloadBrief, CaseloadList, CaseloadSkeleton, FailedNotice, StaleNotice],
  templateUrl: './caseload-page.html',
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    .state {
      padding: 0 24px;
    }
    .brief {
      position: relative;
      flex: none;
      height: 210px;
      border-bottom: 1px solid var(--tl-line);
    }
    /* What will be there in grey, until it is asked for. */
    .brief:empty {
      padding: 12px 24px;
      background: repeating-linear-gradient(
          transparent 0 8px,
          var(--tl-hover) 0 18px,
          transparent 0 28px
        )
        0 0 / 62% no-repeat content-box;
    }
    app-caseload-list,
    app-caseload-skeleton {
      flex: 1;
      min-height: 0;
    }
    @media (max-width: 1320px) {
      .state {
        padding: 0 16px;
      }
    }
    /* With little height the list keeps a screen of its own, below the brief. */
    @media (max-width: 860px), (max-height: 560px) {
      :host {
        overflow-y: auto;
      }
      app-caseload-list,
      app-caseload-skeleton {
        flex: 0 0 100%;
      }
    }
    @media (max-width: 860px) {
      .brief {
        height: auto;
        min-height: 392px;
      }
    }
    @media print {
      :host {
        display: block;
        height: auto;
        overflow: visible;
      }
      .brief {
        display: none;
      }
    }
  `,
})
export class CaseloadPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);

  // From the query string.
  readonly asOf = input<string>();
  readonly counselor = input<string>();
  readonly site = input<string>();
  readonly program = input<string>();
  readonly sort = input<string>();
  readonly programName = input<string>();
  readonly reason = input<string>();
  readonly since = input<string>();
  readonly news = input<string>();
  readonly columns = input<string>();
  readonly density = input<Density>();

  protected readonly caseload = this.store.selectSignal(caseloadFeature.selectCaseload);
  protected readonly status = this.store.selectSignal(caseloadFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(caseloadFeature.selectProblem);
  protected readonly changed = this.store.selectSignal(caseloadFeature.selectChanged);
  private readonly brief = this.store.selectSignal(caseloadBriefFeature.selectBrief);
  private readonly briefQuery = this.store.selectSignal(caseloadBriefFeature.selectQuery);
  private readonly isListStale = this.store.selectSignal(caseloadFeature.selectStale);
  private readonly isBriefStale = this.store.selectSignal(caseloadBriefFeature.selectStale);
  /** Of list and brief together: one that stood in the brief would stand on what it says. */
  protected readonly stale = computed(() =>
    staleInWords(this.isListStale(), this.hasBrief() && this.isBriefStale()),
  );
  protected readonly kept = computed(() => {
    const asOf = this.asOf();
    return asOf ? `?${new URLSearchParams({ asOf })}` : '';
  });
  /** A brief is of one counselor's caseload: their own, or one that was opened. */
  protected readonly hasBrief = computed(
    () =>
      !this.program() &&
      (this.counselor() ? this.counselor() !== 'none' : this.me()?.role === 'counselor'),
  );
  /** The clients of the news that was chosen; nobody while it is not there yet. */
  protected readonly only = computed(() => {
    const kind = this.news();
    if (!kind || !this.hasBrief()) return null;
    const line = this.brief()?.news.find((one) => one.kind === kind);
    return new Set(line?.clients.map(({ clientId }) => clientId));
  });
  protected readonly announced = computed(() =>
    changeInWords(this.caseload(), this.changed(), this.initialsOnly.on()),
  );

  private readonly initialsOnly = inject(InitialsOnly);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  protected readonly query = computed<CaseloadQuery>(
    () =>
      withoutEmpty({
        asOf: this.asOf(),
        counselor: this.counselor(),
        site: this.site(),
        program: this.program(),
      }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  /** The list is there, or cannot be: what stands above it may now be asked for. */
  protected readonly settled = computed(() => ['ready', 'failed'].includes(this.status()));

  constructor() {
    const [heading, zone] = [inject(PageHeading), inject(SiteZone)];
    followTime(() => (this.asOf() ? null : sessionTimes(this.caseload())));
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(CaseloadPageActions.caseloadShown({ query })));
    });
    effect(() => heading.show(scopeOf(this.me(), this.query(), this.caseload())));
    effect(() => {
      const line = this.caseload()?.lines[0];
      if (line) zone.show(line.timeZone);
    });
  }

  protected retry(): void {
    this.store.dispatch(CaseloadPageActions.retryClicked({ query: this.query() }));
  }

  protected bringUpToDate(): void {
    if (this.hasBrief() && this.isBriefStale())
      this.store.dispatch(CaseloadBriefPageActions.retryClicked({ query: this.briefQuery() }));
    if (this.isListStale()) this.retry();
  }

  protected narrow(params: Record<string, string>): void {
    const queryParams = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected open(clientId: string): void {
    void this.router.navigate(['/clients', clientId], { queryParamsHandling: 'preserve' });
  }
}

const withoutEmpty = (query: Record<keyof CaseloadQuery, string | undefined>): CaseloadQuery =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value));
