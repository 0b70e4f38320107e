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
import { mayDo } from '#domain/access/permission';
import type { NewCapacity } from '#domain/attendance/therapy-group.contract';
import { localTime } from '#domain/calendar/calendar-day';
import { accessFeature } from '../../../access/state/access.feature';
import { SiteZone } from '../../../period/site-zone';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { DetailPanel } from '../../../ui/detail-panel/detail-panel';
import { Figure } from '../../../ui/figure/figure';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { groupRosterFeature } from '../state/group-roster.feature';
import { GroupPanelActions } from '../state/groups.actions';
import { CapacityForm } from './capacity-form';
import { GROUP_FILL_DEFINITION } from './group-fill-definition';
import { GroupFinding } from './group-finding';
import { GroupStays } from './group-stays';
import { GroupWeekTable } from './group-week-table';

/** One group: how full, who is in it and who was. Whoever left stays listed. */
@Component({
  selector: 'app-group-panel',
  imports: [
    CapacityForm,
    DetailPanel,
    FailedNotice,
    Figure,
    GroupFinding,
    GroupStays,
    GroupWeekTable,
    LoadingLines,
    NotInScope,
    StaleNotice,
  ],
  templateUrl: './group-panel.html',
  styleUrl: './group-panel.css',
})
export class GroupPanel implements OnDestroy {
  private readonly store = inject(Store);
  private readonly zone = inject(SiteZone);

  readonly groupId = input.required<string>();
  readonly asOf = input<string>();
  readonly closed = output();

  protected readonly definition = GROUP_FILL_DEFINITION;
  protected readonly roster = this.store.selectSignal(groupRosterFeature.selectRoster);
  protected readonly status = this.store.selectSignal(groupRosterFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(groupRosterFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(groupRosterFeature.selectStale);
  protected readonly saving = this.store.selectSignal(groupRosterFeature.selectCapacity);
  protected readonly refused = this.store.selectSignal(groupRosterFeature.selectRefused);
  protected readonly notInScope = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );
  protected readonly maySet = computed(() => {
    const role = this.me()?.role;
    return role !== undefined && mayDo(role, 'group:write');
  });
  protected readonly name = computed(() => this.roster()?.group.name ?? 'Group');
  protected readonly where = computed(() => {
    const { site, facilitators } = this.roster()?.group ?? { site: null, facilitators: [] };
    return [site ?? 'site not known', facilitators.join(', ') || 'facilitators not known'].join(
      ' · ',
    );
  });
  protected readonly moment = computed(() => {
    const asOf = this.roster()?.asOf;
    return asOf ? clinicMoment(asOf, this.zone.timeZone()) : '';
  });
  /** On the clinic's clock, which need not be the machine's. */
  protected readonly today = computed(() => {
    const asOf = this.roster()?.asOf;
    return localTime(asOf ? Date.parse(asOf) : Date.now(), this.zone.timeZone()).day;
  });

  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  private readonly question = computed(() => ({ groupId: this.groupId(), asOf: this.asOf() }), {
    equal: (a, b) => a.groupId === b.groupId && a.asOf === b.asOf,
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => this.store.dispatch(GroupPanelActions.opened({ question })));
    });
  }

  ngOnDestroy(): void {
    this.store.dispatch(GroupPanelActions.closed());
  }

  protected retry(): void {
    this.store.dispatch(GroupPanelActions.retryClicked({ question: this.question() }));
  }

  protected setCapacity(capacity: NewCapacity): void {
    const groupId = this.groupId();
    this.store.dispatch(GroupPanelActions.capacitySubmitted({ groupId, capacity }));
  }
}
