import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { TRANSITION_PARTS, type TransitionPart } from '#domain/aftercare/transition-parts';
import type { Transitions, TransitionsQuery } from '#domain/aftercare/transitions.contract';
import { localTime } from '#domain/calendar/calendar-day';
import { followTime } from '../../../http/follow-time';
import { serverEventsFeature } from '../../../http/server-events.feature';
import type { ExportedFile } from '../../../page-acts/export/file-export.actions';
import { ExportFailed } from '../../../page-acts/export/export-failed';
import { PageActs } from '../../../page-acts/page-acts';
import type { Days } from '../../../period/periods';
import { SiteZone } from '../../../period/site-zone';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { aftercareAddress, type AftercareAddress } from '../aftercare-address';
import { TransitionsPageActions } from '../state/transitions.actions';
import { transitionsFeature } from '../state/transitions.feature';
import { FlowChart } from './flow-chart';
import { transitionsTitle } from './flow-words';
import { TransitionsApart } from './transitions-apart';
import { TransitionsBar } from './transitions-bar';
import { TransitionsFigures } from './transitions-figures';

const ASKED = ['from', 'to', 'asOf', 'site', 'program', 'level', 'destination'];

/** Is aftercare booked, and kept, within 7, 14 and 30 days? */
@Component({
  selector: 'app-transitions-page',
  imports: [
    ExportFailed,
    FailedNotice,
    FlowChart,
    LoadingLines,
    PageActs,
    StaleNotice,
    TransitionsApart,
    TransitionsBar,
    TransitionsFigures,
  ],
  templateUrl: './transitions-page.html',
  styleUrl: './transitions-page.css',
})
export class TransitionsPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly zone = inject(SiteZone);

  protected readonly address = aftercareAddress();
  protected readonly found = this.store.selectSignal(transitionsFeature.selectFound);
  protected readonly status = this.store.selectSignal(transitionsFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(transitionsFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(transitionsFeature.selectStale);

  protected readonly query = computed(
    (): TransitionsQuery =>
      Object.fromEntries(
        ASKED.flatMap((name) => (this.address()[name] ? [[name, this.address()[name]]] : [])),
      ),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly part = computed(
    (): TransitionPart =>
      TRANSITION_PARTS.find((part) => part === this.address()['part']) ?? 'destination',
  );
  protected readonly file = computed((): ExportedFile => ({
    url: '/api/aftercare/transitions/export',
    query: this.query(),
    name: 'transitions',
  }));
  /** On the clinic's clock, which need not be the machine's. */
  protected readonly today = computed(() => {
    const now = this.address()['asOf'] ?? this.found()?.asOf ?? this.health()?.now;
    return localTime(now ? Date.parse(now) : Date.now(), this.zone.timeZone()).day;
  });
  protected readonly days = computed((): Days => {
    const { from, to } = this.found() ?? this.address();
    return { from: from ?? this.today(), to: to ?? this.today() };
  });
  protected readonly moment = computed(() => {
    const asOf = this.found()?.asOf;
    return asOf ? clinicMoment(asOf, this.zone.timeZone()) : '';
  });
  /** As they were, while others are read: a list does not go away under the hand. */
  protected readonly choices = linkedSignal<Transitions | null, Transitions['choices'] | null>({
    source: this.found,
    computation: (found, before) => found?.choices ?? before?.value ?? null,
  });
  protected readonly title = computed(() => {
    const found = this.found();
    return found ? transitionsTitle(found) : '';
  });

  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    followTime(() => {
      const found = this.found();
      return found && !this.query().asOf ? { asOf: found.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(TransitionsPageActions.shown({ query })));
    });
    effect(() => {
      const found = this.found();
      const scope = found
        ? `Transitions · ${found.scope}, ${found.discharges.all} discharges`
        : 'Transitions';
      heading.show({ title: 'Aftercare', scope, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(TransitionsPageActions.retryClicked({ query: this.query() }));
  }

  protected look(changed: AftercareAddress): void {
    const queryParams = Object.fromEntries(
      Object.entries(changed).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
