import { Component, computed, effect, inject, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { localTime } from '#domain/calendar/calendar-day';
import type { SessionListQuery } from '#domain/attendance/session-list.contract';
import { followTime } from '../../../http/follow-time';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { SiteZone } from '../../../period/site-zone';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { formatNumber } from '../../../ui/figure/format-rate';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { ExportFailed } from '../../../page-acts/export/export-failed';
import { PageActs } from '../../../page-acts/page-acts';
import { ListPages } from '../list-pages';
import { narrowedBy, withoutNarrowing } from '../narrowed-to';
import {
  listedSessions,
  onAllPages,
  sessionAddress,
  type SessionAddress,
} from '../session-address';
import type { ExportedFile } from '../../../page-acts/export/file-export.actions';
import { SessionsPageActions } from '../state/sessions.actions';
import { sessionsFeature } from '../state/sessions.feature';
import type { Days } from '../../../period/periods';
import { concernOf } from './session-concerns';
import { SessionList } from './session-list';
import { SessionPanel } from './session-panel';
import { SessionsBar } from './sessions-bar';

/** Which sessions were held, and whose records are missing or doubtful? */
@Component({
  selector: 'app-sessions-page',
  imports: [
    ExportFailed,
    FailedNotice,
    ListPages,
    LoadingLines,
    PageActs,
    SessionList,
    SessionPanel,
    SessionsBar,
    StaleNotice,
  ],
  host: { '(keydown.escape)': 'close()' },
  templateUrl: './sessions-page.html',
  styleUrl: '../list-page.css',
})
export class SessionsPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly zone = inject(SiteZone);

  protected readonly address = sessionAddress();
  protected readonly list = this.store.selectSignal(sessionsFeature.selectList);
  protected readonly status = this.store.selectSignal(sessionsFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(sessionsFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(sessionsFeature.selectStale);

  protected readonly open = computed(() => this.address()['session']);
  protected readonly concern = computed(() => concernOf(this.address()['concern']));
  protected readonly query = computed(
    (): SessionListQuery => {
      const concern = this.concern()?.concern;
      return { ...listedSessions(this.address()), ...(concern && { concern }) };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** All pages of the list. */
  protected readonly file = computed((): ExportedFile => {
    const query = onAllPages(this.query());
    return { url: '/api/attendance/sessions/export', query, name: 'sessions' };
  });
  /** On the clinic's clock, which need not be the machine's. */
  protected readonly today = computed(() => {
    const now = this.query().asOf ?? this.list()?.asOf ?? this.health()?.now;
    return localTime(now ? Date.parse(now) : Date.now(), this.zone.timeZone()).day;
  });
  protected readonly days = computed((): Days => {
    const { from, to } = this.list() ?? this.query();
    return { from: from ?? this.today(), to: to ?? this.today() };
  });
  /** How many there are on all pages. */
  protected readonly total = computed(() => {
    const counts = this.list()?.counts;
    return counts ? counts[this.concern()?.concern ?? 'all'] : 0;
  });
  /** On paper no bar says it: which days, whose sessions, narrowed to what. */
  protected readonly onPaper = computed(() => {
    const list = this.list();
    if (!list) return '';
    const concern = this.concern()?.word.toLowerCase();
    // The list is asked for until tomorrow: somewhere it may be that already.
    const to = list.to < this.today() ? list.to : this.today();
    const days = `${calendarDay(list.from)}–${calendarDay(to)}`;
    return [days, list.scope, ...(concern ? [`only ${concern}`] : [])].join(', ');
  });
  protected readonly filters = computed(() => narrowedBy(this.address()));

  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);
  private readonly shownList = viewChild(SessionList);

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    followTime(() => {
      const list = this.list();
      if (!list || this.query().asOf) return null;
      const boundaries = list.sessions.map(({ endsAt }) => endsAt);
      return { asOf: list.asOf, boundaries };
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(SessionsPageActions.sessionsShown({ query })));
    });
    effect(() => {
      const all = this.list()?.counts.all;
      const count = all === undefined ? '' : ` · ${formatNumber(all)} in this period`;
      heading.show({ title: 'Attendance', scope: `Sessions${count}`, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(SessionsPageActions.retryClicked({ query: this.query() }));
  }

  /** Another choice begins at the newest. */
  protected look(changed: SessionAddress): void {
    const queryParams = Object.fromEntries(
      Object.entries({ after: '', ...changed }).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected lookAtAll(): void {
    this.look(withoutNarrowing());
  }

  protected openSession(session: string): void {
    const queryParams = { session };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** The focus goes back to the session whose roster was shown. */
  protected close(): void {
    const open = this.open();
    if (!open) return;
    this.shownList()?.focusSession(open);
    const queryParams = { session: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
