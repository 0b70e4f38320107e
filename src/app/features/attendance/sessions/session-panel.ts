import {
  Component,
  computed,
  effect,
  inject,
  input,
  type OnDestroy,
  output,
  untracked,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { clinicDate, clinicTime } from '../../../ui/clinic-time/clinic-time';
import { DetailPanel } from '../../../ui/detail-panel/detail-panel';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { SessionPanelActions } from '../state/sessions.actions';
import { sessionRosterFeature } from '../state/session-roster.feature';
import { RosterCounts } from './roster-counts';
import { RosterMembers } from './roster-members';

/** Everybody of one session: what is recorded of each, and the records it came from. */
@Component({
  selector: 'app-session-panel',
  imports: [
    DetailPanel,
    FailedNotice,
    LoadingLines,
    NotInScope,
    RosterCounts,
    RosterMembers,
    StaleNotice,
  ],
  template: `
    <app-detail-panel [name]="name()" [of]="sessionId()" (closed)="closed.emit()">
      @if (stale()) {
        <app-stale-notice
          message="The roster could not be brought up to date; it stands as it was."
          (retry)="retry()"
        />
      }
      @switch (status()) {
        @case ('ready') {
          @if (roster(); as roster) {
            <p class="sub">{{ when() }}</p>
            <p class="sub">{{ where() }}</p>
            <app-roster-counts [members]="roster.members" />
            <app-roster-members [members]="roster.members" />
          }
        }
        @case ('failed') {
          @if (notInScope()) {
            <app-not-in-scope />
          } @else {
            <app-failed-notice what="The roster" [problem]="problem()" (retry)="retry()" />
          }
        }
        @default {
          <app-loading-lines [count]="10" />
        }
      }
    </app-detail-panel>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class SessionPanel implements OnDestroy {
  private readonly store = inject(Store);

  readonly sessionId = input.required<string>();
  readonly asOf = input<string>();
  readonly closed = output();

  protected readonly roster = this.store.selectSignal(sessionRosterFeature.selectRoster);
  protected readonly status = this.store.selectSignal(sessionRosterFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(sessionRosterFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(sessionRosterFeature.selectStale);
  protected readonly notInScope = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );
  protected readonly name = computed(() => this.roster()?.session.service ?? 'Session');
  protected readonly when = computed(() => {
    const roster = this.roster();
    if (!roster) return '';
    const { startsAt, endsAt, timeZone } = roster.session;
    const day = clinicDate(startsAt, timeZone, roster.asOf);
    return `${day}, ${clinicTime(startsAt, timeZone)}–${clinicTime(endsAt, timeZone)}`;
  });
  protected readonly where = computed(() => {
    const { site, facilitator } = this.roster()?.session ?? {};
    return [site ?? 'site not known', facilitator ?? 'facilitator not known'].join(' · ');
  });

  private readonly question = computed(() => ({ sessionId: this.sessionId(), asOf: this.asOf() }), {
    equal: (a, b) => a.sessionId === b.sessionId && a.asOf === b.asOf,
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => this.store.dispatch(SessionPanelActions.opened({ question })));
    });
  }

  ngOnDestroy(): void {
    this.store.dispatch(SessionPanelActions.closed());
  }

  protected retry(): void {
    this.store.dispatch(SessionPanelActions.retryClicked({ question: this.question() }));
  }
}
