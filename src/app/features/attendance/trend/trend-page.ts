import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { localTime } from '#domain/calendar/calendar-day';
import type { Split } from '#domain/measures/measures.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { followTime } from '../../../http/follow-time';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { SiteZone } from '../../../period/site-zone';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { ExportFailed } from '../../../page-acts/export/export-failed';
import { PageActs } from '../../../page-acts/page-acts';
import type { ExportedFile } from '../../../page-acts/export/file-export.actions';
import { measureCatalogueFeature } from '../state/measure-catalogue.feature';
import { sessionOutcomesFeature } from '../state/session-outcomes.feature';
import { TrendPageActions } from '../state/trend.actions';
import { trendFeature } from '../state/trend.feature';
import { ByGroup } from './by-group';
import type { Behind } from './outcome-part';
import type { Days } from '../../../period/periods';
import { SessionsBehind } from './sessions-behind';
import { TrendAside } from './trend-aside';
import { TrendBar } from './trend-bar';
import { TrendChart } from './trend-chart';
import { questionOf, type TrendAddress } from './trend-question';
import { TrendSkeleton } from './trend-skeleton';

/** Is attendance changing, and is it more than chance? */
@Component({
  selector: 'app-trend-page',
  imports: [
    ByGroup,
    ExportFailed,
    FailedNotice,
    LoadingLines,
    PageActs,
    SessionsBehind,
    StaleNotice,
    TrendAside,
    TrendBar,
    TrendChart,
    TrendSkeleton,
  ],
  templateUrl: './trend-page.html',
  styleUrl: './trend-page.css',
})
export class TrendPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly zone = inject(SiteZone);

  // From the query string.
  readonly measure = input<string>();
  readonly by = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly asOf = input<string>();
  readonly split = input<string>();
  readonly site = input<string>();
  readonly program = input<string>();
  readonly track = input<string>();
  readonly kind = input<string>();
  readonly level = input<string>();
  readonly behind = input<string>();

  protected readonly answer = this.store.selectSignal(trendFeature.selectAnswer);
  protected readonly status = this.store.selectSignal(trendFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(trendFeature.selectProblem);
  protected readonly outcomes = this.store.selectSignal(sessionOutcomesFeature.selectOutcomes);
  protected readonly outcomesStatus = this.store.selectSignal(sessionOutcomesFeature.selectStatus);
  protected readonly outcomesProblem = this.store.selectSignal(
    sessionOutcomesFeature.selectProblem,
  );
  protected readonly measures = this.store.selectSignal(measureCatalogueFeature.selectMeasures);
  protected readonly stale = computed(() => this.trendStale() || this.outcomesStale());

  protected readonly address = computed((): TrendAddress => ({
    measure: this.measure(),
    by: this.by(),
    from: this.from(),
    to: this.to(),
    asOf: this.asOf(),
    split: this.split(),
    site: this.site(),
    program: this.program(),
    track: this.track(),
    kind: this.kind(),
    level: this.level(),
  }));
  protected readonly question = computed(() => questionOf(this.address(), this.me()?.role), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  protected readonly file = computed((): ExportedFile => {
    const { measure, query } = this.question();
    const url = `/api/measures/${encodeURIComponent(measure)}/export`;
    return { url, query, name: measure };
  });
  protected readonly bars = computed((): Behind => {
    const behind = this.behind();
    return behind === 'share' || behind === 'hours' ? behind : 'count';
  });
  /** On the clinic's clock, which need not be the machine's. */
  protected readonly today = computed(() => {
    const now = this.asOf() ?? this.answer()?.asOf ?? this.health()?.now;
    return localTime(now ? Date.parse(now) : Date.now(), this.zone.timeZone()).day;
  });
  protected readonly days = computed((): Days => {
    const { from = this.from(), to = this.to() } = this.answer() ?? {};
    return { from: from ?? this.today(), to: to ?? this.today() };
  });
  protected readonly moment = computed(() => {
    const asOf = this.answer()?.asOf;
    return asOf ? clinicMoment(asOf, this.zone.timeZone()) : '';
  });
  protected readonly nothingCounted = computed(() => {
    const figure = this.answer()?.whole.figure;
    // A count, as the census is one, has no denominator.
    return figure && figure.numerator + figure.denominator + figure.unrecorded === 0;
  });
  protected readonly filters = computed(
    () =>
      [this.site(), this.program(), this.track(), this.kind(), this.level()].filter(Boolean).length,
  );

  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);
  private readonly trendStale = this.store.selectSignal(trendFeature.selectStale);
  private readonly outcomesStale = this.store.selectSignal(sessionOutcomesFeature.selectStale);

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    followTime(() => {
      const answer = this.answer();
      return answer && !this.asOf() ? { asOf: answer.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const question = this.question();
      untracked(() => this.store.dispatch(TrendPageActions.trendShown({ question })));
    });
    effect(() => {
      const answer = this.answer();
      const whose = answer ? `Trend · ${answer.scope}, ${answer.clients} clients` : 'Trend';
      heading.show({ title: 'Attendance', scope: whose, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(TrendPageActions.retryClicked({ question: this.question() }));
  }

  protected retryOutcomes(): void {
    this.store.dispatch(TrendPageActions.outcomesRetryClicked({ question: this.question() }));
  }

  protected look(changed: TrendAddress & { behind?: Behind }): void {
    const queryParams = Object.fromEntries(
      Object.entries(changed).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected narrow(split: Split | null, id: string): void {
    if (split) this.look({ [split]: id });
  }

  protected lookAtAll(): void {
    this.look({ site: '', program: '', track: '', kind: '', level: '', from: '', to: '' });
  }
}
