import { Component, computed, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { localTime } from '#domain/calendar/calendar-day';
import { followTime } from '../../../http/follow-time';
import { serverEventsFeature } from '../../../http/server-events.feature';
import { SiteZone } from '../../../period/site-zone';
import { calendarDay, clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { Figure } from '../../../ui/figure/figure';
import { formatNumber } from '../../../ui/figure/format-rate';
import { isCountedByRows, rowsWord } from '../../../ui/figure/rows-word';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { TallyList } from './tally-list';
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
import { CasesPageActions, type CasesQuestion } from '../state/cases.actions';
import { casesFeature } from '../state/cases.feature';
import type { ExportedFile } from '../../../page-acts/export/file-export.actions';
import type { Days } from '../../../period/periods';
import { DEFAULT_MEASURE } from '../trend/trend-question';
import { CaseList } from './case-list';
import { CasesBar } from './cases-bar';
import { listedInWords, partOf } from './case-parts';

/** Which sessions is a figure made of? Each is one click from the record it came from. */
@Component({
  selector: 'app-cases-page',
  imports: [
    CaseList,
    CasesBar,
    ExportFailed,
    FailedNotice,
    Figure,
    ListPages,
    LoadingLines,
    PageActs,
    StaleNotice,
    TallyList,
  ],
  templateUrl: './cases-page.html',
  styleUrls: ['../list-page.css', './cases-page.css'],
})
export class CasesPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly zone = inject(SiteZone);

  protected readonly number = formatNumber;
  protected readonly address = sessionAddress();
  protected readonly status = this.store.selectSignal(casesFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(casesFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(casesFeature.selectStale);
  protected readonly cases = computed(() => this.shown()?.cases ?? null);
  protected readonly answer = computed(() => this.shown()?.answer ?? null);
  /** Of a measure that is not counted by sessions. */
  protected readonly tallied = computed(() => {
    const measure = this.answer()?.measure;
    const tallies = this.cases()?.tallies ?? [];
    return measure && tallies.length > 0 ? { measure, tallies } : null;
  });

  /** What the rows are: sessions, discharges, follow-ups. */
  protected readonly what = computed(() => {
    const measure = this.answer()?.measure;
    return measure ? rowsWord(measure) : 'rows';
  });

  protected readonly part = computed(() => partOf(this.address()['counts']));
  protected readonly question = computed(
    (): CasesQuestion => ({
      measure: this.address()['measure'] ?? DEFAULT_MEASURE,
      sessions: listedSessions(this.address()),
      counts: this.part()?.counts,
      status: this.address()['status'] ?? undefined,
    }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** All pages of the list, of the days that the figure counts. */
  protected readonly file = computed((): ExportedFile => {
    const { measure, sessions, counts, status } = this.question();
    const scope = onAllPages(sessions);
    const query = {
      ...scope,
      ...this.days(),
      ...(counts && { counts }),
      ...(status && { status }),
    };
    const url = `/api/measures/${encodeURIComponent(measure)}/cases/export`;
    return { url, query, name: `${measure}-rows` };
  });
  /** On the clinic's clock, which need not be the machine's. */
  protected readonly today = computed(() => {
    const now = this.address()['asOf'] ?? this.cases()?.asOf ?? this.health()?.now;
    return localTime(now ? Date.parse(now) : Date.now(), this.zone.timeZone()).day;
  });
  protected readonly days = computed((): Days => {
    const { from, to } = this.answer() ?? this.question().sessions;
    return { from: from ?? this.today(), to: to ?? this.today() };
  });
  protected readonly title = computed(() => {
    const shown = this.shown();
    return shown ? listedInWords(shown.answer, this.part()?.counts, shown.cases.total) : '';
  });
  protected readonly period = computed(() => {
    const answer = this.answer();
    return answer ? `${calendarDay(answer.from)}–${calendarDay(answer.to)}, ${answer.scope}` : '';
  });
  protected readonly meaning = computed(() => {
    const answer = this.answer();
    return answer && this.part()?.meaning(answer.measure);
  });
  /** A figure of all clients may count rows that only others may see. */
  protected readonly outside = computed(() => {
    const shown = this.shown();
    const part = this.part();
    if (!shown || !part || this.question().status) return 0;
    const { measure, whole } = shown.answer;
    if (!isCountedByRows(measure)) return 0;
    return Math.max(0, part.sessions(whole.figure) - shown.cases.total);
  });
  protected readonly moment = computed(() => {
    const asOf = this.cases()?.asOf;
    return asOf ? clinicMoment(asOf, this.zone.timeZone()) : '';
  });
  protected readonly filters = computed(() => narrowedBy(this.address()));

  private readonly shown = this.store.selectSignal(casesFeature.selectShown);
  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    followTime(() => {
      const cases = this.cases();
      return cases && !this.address()['asOf'] ? { asOf: cases.asOf, boundaries: [] } : null;
    });
    effect(() => {
      const question = this.question();
      untracked(() => this.store.dispatch(CasesPageActions.casesShown({ question })));
    });
    effect(() => {
      const { name = '', isOfDischarges = false } = this.answer()?.measure ?? {};
      const from = isOfDischarges
        ? { title: 'Transitions', path: '/aftercare/transitions', asItWas: true }
        : { title: 'Attendance', path: '/attendance/trend', asItWas: true };
      heading.show({ title: 'Rows behind a figure', scope: name, bySite: true, from });
    });
  }

  protected retry(): void {
    this.store.dispatch(CasesPageActions.retryClicked({ question: this.question() }));
  }

  /** Another choice begins at the newest. */
  protected look(changed: SessionAddress): void {
    const queryParams = Object.fromEntries(
      Object.entries({ after: '', ...changed }).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected lookAtAll(): void {
    this.look({ ...withoutNarrowing(), counts: '' });
  }
}
