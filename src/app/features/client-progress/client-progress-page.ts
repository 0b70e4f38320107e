import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Store } from '@ngrx/store';
import { followTime } from '../../http/follow-time';
import { SiteZone } from '../../period/site-zone';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { initialsOf } from '../../ui/client-name/client-name-text';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { NotInScope } from '../../ui/page-states/not-in-scope';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { ClientFacts } from './client-facts';
import { ClientReasons } from './client-reasons';
import { EpisodeList } from './episode-list';
import { HoursByWeek } from './hours-by-week';
import { SessionsTable } from './sessions-table';
import { ClientProgressPageActions } from './state/client-progress.actions';
import { clientProgressFeature } from './state/client-progress.feature';

/** One client: who and where in the program, hours by week, every session with its record. */
@Component({
  selector: 'app-client-progress-page',
  imports: [
    ClientFacts,
    ClientReasons,
    EpisodeList,
    FailedNotice,
    HoursByWeek,
    LoadingLines,
    NotInScope,
    SessionsTable,
    StaleNotice,
  ],
  templateUrl: './client-progress-page.html',
  styleUrl: './client-progress-page.css',
})
export class ClientProgressPage {
  private readonly store = inject(Store);

  readonly clientId = input.required<string>();
  readonly asOf = input<string>();

  protected readonly progress = this.store.selectSignal(clientProgressFeature.selectProgress);
  protected readonly status = this.store.selectSignal(clientProgressFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(clientProgressFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(clientProgressFeature.selectStale);
  protected readonly notInScope = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );

  private readonly question = computed(() => ({ clientId: this.clientId(), asOf: this.asOf() }));

  constructor() {
    const [heading, zone, title] = [inject(PageHeading), inject(SiteZone), inject(Title)];
    const initialsOnly = inject(InitialsOnly);
    followTime(() => {
      const client = this.progress();
      if (!client || this.asOf()) return null;
      const boundaries = client.sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
      return { asOf: client.asOf, boundaries };
    });
    effect(() => {
      const question = this.question();
      untracked(() => this.store.dispatch(ClientProgressPageActions.clientProgressShown(question)));
    });
    effect(() => {
      const client = this.progress();
      const { age, recordNumber } = client ?? { age: null, recordNumber: null };
      const scope = initialsOnly.on() ? [] : [age, recordNumber].filter((fact) => fact !== null);
      heading.show({
        title: 'Client',
        ...(client && { client }),
        scope: scope.join(' · '),
        from: { title: 'Caseload', path: '/caseload', asItWas: true },
      });
      if (!client) return;
      zone.show(client.timeZone);
      title.setTitle(`${initialsOf(client)} · Throughline`);
    });
  }

  protected retry(): void {
    this.store.dispatch(ClientProgressPageActions.retryClicked(this.question()));
  }
}
