import { Component, effect, inject, input, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { followTime } from '../../http/follow-time';
import { SiteZone } from '../../period/site-zone';
import { clinicDate } from '../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { RosterCard } from './roster-card';
import { RostersPageActions } from './state/rosters.actions';
import { rostersFeature } from './state/rosters.feature';

/** The sessions that the reader leads today, with everyone who is expected in them. */
@Component({
  selector: 'app-rosters-page',
  imports: [FailedNotice, LoadingLines, RosterCard, StaleNotice],
  template: `
    @if (stale()) {
      <app-stale-notice
        message="The rosters could not be brought up to date; they stand as they were."
        (retry)="retry()"
      />
    }
    @switch (status()) {
      @case ('ready') {
        <div class="rosters">
          @for (roster of rosters()?.rosters; track roster.sessionId) {
            <app-roster-card [roster]="roster" />
          } @empty {
            <p>You lead no sessions on this day.</p>
          }
        </div>
      }
      @case ('failed') {
        <app-failed-notice what="The rosters" [problem]="problem()" (retry)="retry()" />
      }
      @default {
        <app-loading-lines />
      }
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 24px 24px;
    }
    .rosters {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
      gap: 20px 32px;
      align-items: start;
    }
  `,
})
export class RostersPage {
  private readonly store = inject(Store);

  readonly asOf = input<string>();

  protected readonly rosters = this.store.selectSignal(rostersFeature.selectRosters);
  protected readonly status = this.store.selectSignal(rostersFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(rostersFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(rostersFeature.selectStale);

  constructor() {
    const [heading, zone] = [inject(PageHeading), inject(SiteZone)];
    followTime(() => {
      const found = this.rosters();
      if (!found || this.asOf()) return null;
      const boundaries = found.rosters.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
      return { asOf: found.asOf, boundaries };
    });
    effect(() => {
      const asOf = this.asOf();
      untracked(() => this.store.dispatch(RostersPageActions.rostersShown({ asOf })));
    });
    effect(() => {
      const found = this.rosters();
      const timeZone = found?.rosters[0]?.timeZone;
      if (timeZone) zone.show(timeZone);
      const day = found ? clinicDate(found.asOf, zone.timeZone(), found.asOf) : '';
      const count = found ? `${found.rosters.length} sessions` : '';
      const scope = [day, count].filter(Boolean).join(' · ');
      heading.show({ title: 'Sessions today', scope });
    });
  }

  protected retry(): void {
    this.store.dispatch(RostersPageActions.retryClicked({ asOf: this.asOf() }));
  }
}
