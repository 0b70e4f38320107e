import { Component, computed, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { localTime } from '#domain/calendar/calendar-day';
import { followTime } from '../../../http/follow-time';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { SiteZone } from '../../../period/site-zone';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { formatNumber } from '../../../ui/figure/format-rate';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { ExportFailed } from '../../../page-acts/export/export-failed';
import { PageActs } from '../../../page-acts/page-acts';
import { type SessionAddress, sessionAddress } from '../session-address';
import { DosePageActions } from '../state/dose.actions';
import { doseFeature } from '../state/dose.feature';
import type { ExportedFile } from '../../../page-acts/export/file-export.actions';
import type { Days } from '../../../period/periods';
import { TrendSkeleton } from '../trend/trend-skeleton';
import { DoseBar } from './dose-bar';
import { DoseHours } from './dose-hours';
import { DoseLevels } from './dose-levels';
import { doseQuery } from './dose-question';

/** Do clients get the hours prescribed, and who lost those they did not get? */
@Component({
  selector: 'app-dose-page',
  imports: [
    DoseBar,
    DoseHours,
    DoseLevels,
    ExportFailed,
    FailedNotice,
    PageActs,
    StaleNotice,
    TrendSkeleton,
  ],
  templateUrl: './dose-page.html',
  styleUrl: './dose-page.css',
})
export class DosePage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly zone = inject(SiteZone);

  protected readonly address = sessionAddress();
  protected readonly dose = this.store.selectSignal(doseFeature.selectDose);
  protected readonly status = this.store.selectSignal(doseFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(doseFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(doseFeature.selectStale);

  protected readonly query = computed(() => doseQuery(this.address()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  protected readonly file = computed((): ExportedFile => ({
    url: '/api/attendance/dose/export',
    query: this.query(),
    name: 'dose',
  }));
  /** On the clinic's clock, which need not be the machine's. */
  protected readonly today = computed(() => {
    const now = this.address()['asOf'] ?? this.dose()?.asOf ?? this.health()?.now;
    return localTime(now ? Date.parse(now) : Date.now(), this.zone.timeZone()).day;
  });
  protected readonly days = computed((): Days => {
    const { from = this.address()['from'], to = this.address()['to'] } = this.dose() ?? {};
    return { from: from ?? this.today(), to: to ?? this.today() };
  });
  protected readonly moment = computed(() => {
    const asOf = this.dose()?.asOf;
    return asOf ? clinicMoment(asOf, this.zone.timeZone()) : '';
  });
  protected readonly filters = computed(
    () => ['site', 'program', 'level', 'track'].filter((name) => this.address()[name]).length,
  );

  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    followTime(() => {
      const dose = this.dose();
      return dose && !this.address()['asOf'] ? { asOf: dose.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(DosePageActions.doseShown({ query })));
    });
    effect(() => {
      const dose = this.dose();
      const whose = dose ? `Dose · ${dose.scope}, ${formatNumber(dose.clients)} clients` : 'Dose';
      heading.show({ title: 'Attendance', scope: whose, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(DosePageActions.retryClicked({ query: this.query() }));
  }

  protected look(changed: SessionAddress): void {
    const queryParams = Object.fromEntries(
      Object.entries(changed).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected lookAtAll(): void {
    this.look({ site: '', program: '', level: '', track: '', from: '', to: '' });
  }
}
