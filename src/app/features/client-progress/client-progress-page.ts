import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { AftercarePlanContents } from '../../aftercare-plan/aftercare-plan';
import { accessFeature } from '../../access/state/access.feature';
import { followTime } from '../../http/follow-time';
import { onPaper } from '../../ui/print/on-paper';
import { SiteZone } from '../../period/site-zone';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { initialsOf } from '../../ui/client-name/client-name-text';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { NotInScope } from '../../ui/page-states/not-in-scope';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { BeforeAdmission } from './before-admission';
import { ClientActs } from './client-acts';
import { ClientFacts } from './client-facts';
import { clientFinding } from './client-finding';
import { ClientReasons } from './client-reasons';
import { EpisodeList } from './episode-list';
import { ClientEntriesParts } from './entries/client-entries';
import { DimensionList } from './entries/dimension-list';
import { Course } from './course/course';
import { CriteriaList } from './plan/criteria-list';
import { CurriculumList } from './plan/curriculum-list';
import { DimensionTable } from './plan/dimension-table';
import { HappeningList } from './happenings/happening-list';
import { ReviewSheet } from './sheet/review-sheet';
import { FurtherLooks } from './further-looks';
import { GoalList } from './plan/goal-list';
import { SupportList } from './plan/support-list';
import { withoutComparisons } from './shown-to-client';
import { ClientProgressPageActions } from './state/client-progress.actions';
import { clientProgressFeature } from './state/client-progress.feature';

/** One client's way through the program: what happened, and what is next, on one axis of time. */
@Component({
  selector: 'app-client-progress-page',
  imports: [
    AftercarePlanContents,
    BeforeAdmission,
    ClientActs,
    ClientEntriesParts,
    ClientFacts,
    ClientReasons,
    Course,
    CriteriaList,
    CurriculumList,
    DimensionList,
    DimensionTable,
    EpisodeList,
    FailedNotice,
    FurtherLooks,
    GoalList,
    HappeningList,
    LoadingLines,
    NotInScope,
    ReviewSheet,
    StaleNotice,
    SupportList,
  ],
  templateUrl: './client-progress-page.html',
  styleUrl: './client-progress-page.css',
  host: { '[class.on-sheet]': 'sheet()' },
})
export class ClientProgressPage {
  private readonly store = inject(Store);

  readonly clientId = input.required<string>();
  readonly asOf = input<string>();
  /** 'shared': what is shown to the client, without decisions and comparisons. */
  readonly view = input<string>();

  protected readonly progress = this.store.selectSignal(clientProgressFeature.selectProgress);
  protected readonly status = this.store.selectSignal(clientProgressFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(clientProgressFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(clientProgressFeature.selectStale);
  protected readonly notInScope = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );

  /** One list of all that happened is asked for: it is long, and its reading is logged. */
  protected readonly everything = signal(false);
  protected readonly shared = computed(() => this.view() === 'shared');
  private readonly onPaper = onPaper();
  /** The staff's page leaves as one sheet; what is shown to the client as it stands. */
  protected readonly sheet = computed(() => this.onPaper() && !this.shared());
  protected readonly shown = computed(() => {
    const client = this.progress();
    return client && this.shared() ? withoutComparisons(client) : client;
  });
  protected readonly finding = computed(() => {
    const client = this.progress();
    const found = client && !this.shared() ? clientFinding(client) : null;
    return found?.lead ? found : null;
  });

  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  /** As it stands now: of a past moment the page shows what the source said then. */
  protected readonly readsEntries = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:read') && !this.asOf();
  });
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
      untracked(() => this.everything.set(false));
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
