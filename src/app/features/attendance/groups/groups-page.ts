import { Component, computed, effect, inject, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import type { GroupQuery } from '#domain/attendance/therapy-group.contract';
import { followTime } from '../../../http/follow-time';
import { SiteZone } from '../../../period/site-zone';
import { calendarDay, clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { StaleNotice } from '../../../ui/page-states/stale-notice';
import { ExportFailed } from '../../../page-acts/export/export-failed';
import { PageActs } from '../../../page-acts/page-acts';
import { AttendanceTabs } from '../attendance-tabs';
import { sessionAddress } from '../session-address';
import type { ExportedFile } from '../../../page-acts/export/file-export.actions';
import { GroupsPageActions } from '../state/groups.actions';
import { groupsFeature } from '../state/groups.feature';
import { GroupList } from './group-list';
import { GroupPanel } from './group-panel';
import { lossTitle } from './loss-title';

/** Which group is full, which has room, and which is losing people? */
@Component({
  selector: 'app-groups-page',
  imports: [
    AttendanceTabs,
    ExportFailed,
    FailedNotice,
    GroupList,
    GroupPanel,
    LoadingLines,
    PageActs,
    StaleNotice,
  ],
  host: { '(keydown.escape)': 'close()' },
  templateUrl: './groups-page.html',
  styleUrls: ['../list-page.css', './groups-page.css'],
})
export class GroupsPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly zone = inject(SiteZone);

  protected readonly address = sessionAddress();
  protected readonly found = this.store.selectSignal(groupsFeature.selectGroups);
  protected readonly status = this.store.selectSignal(groupsFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(groupsFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(groupsFeature.selectStale);

  protected readonly open = computed(() => this.address()['group']);
  protected readonly query = computed(
    (): GroupQuery => {
      const { asOf, site } = this.address();
      return { ...(asOf && { asOf }), ...(site && { site }) };
    },
    { equal: (a, b) => a.asOf === b.asOf && a.site === b.site },
  );
  protected readonly file = computed((): ExportedFile => ({
    url: '/api/attendance/groups/export',
    query: this.query(),
    name: 'groups',
  }));
  protected readonly since = computed(() => calendarDay(this.found()?.since ?? ''));
  protected readonly moment = computed(() => {
    const asOf = this.found()?.asOf;
    return asOf ? clinicMoment(asOf, this.zone.timeZone()) : '';
  });
  protected readonly losing = computed(
    () => this.found()?.groups.filter(({ finding }) => finding !== null) ?? [],
  );
  /** What the rules found, in a sentence over the list. */
  protected readonly title = computed(() => {
    const groups = this.found()?.groups ?? [];
    // Who began and stopped before what has been read would be missing on either side.
    if (this.found()?.incomplete) return 'Which group is losing people?';
    if (groups.every(({ loss }) => loss.high95 === null)) {
      return 'Too few have begun to tell whether a group is losing people';
    }
    return lossTitle(groups, this.losing());
  });

  /** Nobody set any capacity: there is no fill to show, and one sentence says so. */
  protected readonly withoutFill = computed(
    () => this.found()?.groups.every(({ fill }) => fill === null) ?? false,
  );

  private readonly list = viewChild(GroupList);

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    followTime(() => {
      const found = this.found();
      return found && !this.query().asOf ? { asOf: found.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(GroupsPageActions.groupsShown({ query })));
    });
    effect(() => {
      const count = this.found()?.groups.length;
      const scope = count === undefined ? 'Groups' : `Groups · ${count}`;
      heading.show({ title: 'Attendance', scope, bySite: true });
    });
  }

  protected retry(): void {
    this.store.dispatch(GroupsPageActions.retryClicked({ query: this.query() }));
  }

  protected look(queryParams: { group?: string | null; site?: null }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** The focus goes back to the group whose roster was shown. */
  protected close(): void {
    const open = this.open();
    if (!open) return;
    this.list()?.focusGroup(open);
    this.look({ group: null });
  }
}
