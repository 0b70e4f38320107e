import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { MILESTONE_STATUS_WORDS } from '#domain/aftercare/milestone';
import { CONTENT_WORDS, type PlanContentId } from '#domain/aftercare/plan-content';
import { accessFeature } from '../access/state/access.feature';
import { MilestoneMark } from '../ui/milestone-mark/milestone-mark';
import { FailedNotice } from '../ui/page-states/failed-notice';
import { LoadingLines } from '../ui/page-states/loading-lines';
import { StaleNotice } from '../ui/page-states/stale-notice';
import { RecordLinks } from '../ui/source-record/record-links';
import { AftercarePlanActions } from './aftercare-plan.actions';
import { aftercarePlanFeature } from './aftercare-plan.feature';
import { PlanContentForm } from './plan-content-form';
import { contentFacts, dayOfPlan, planSummary } from './plan-words';

/** These are milestones: beside those they would be said twice. */
const MILESTONES_TOO: ReadonlySet<PlanContentId> = new Set<PlanContentId>([
  'next-level',
  'first-appointment',
]);

/** What a client's plan for the time after treatment has in it: what is known of each, from where, and what is open. */
@Component({
  selector: 'app-aftercare-plan',
  imports: [FailedNotice, LoadingLines, MilestoneMark, PlanContentForm, RecordLinks, StaleNotice],
  templateUrl: './aftercare-plan.html',
  styleUrl: './aftercare-plan.css',
})
export class AftercarePlanContents {
  private readonly store = inject(Store);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  /** Of a past moment nothing is written. */
  readonly asOf = input<string>();
  readonly heading = input('Aftercare plan');
  /** It stands below the milestones of the same client. */
  readonly besideMilestones = input(false);
  /** A section of a page, in as many columns as there is room for; else part of a panel. */
  readonly wide = input(false);

  protected readonly found = this.store.selectSignal(aftercarePlanFeature.selectFound);
  protected readonly problem = this.store.selectSignal(aftercarePlanFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(aftercarePlanFeature.selectStale);
  protected readonly saving = this.store.selectSignal(aftercarePlanFeature.selectSaving);
  protected readonly refused = this.store.selectSignal(aftercarePlanFeature.selectRefused);
  protected readonly done = this.store.selectSignal(aftercarePlanFeature.selectDone);
  protected readonly undoable = this.store.selectSignal(aftercarePlanFeature.selectUndoable);
  protected readonly recording = signal<PlanContentId | null>(null);

  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return !this.asOf() && me !== null && mayDo(me.role, 'outreach:write');
  });
  private readonly contents = computed(() =>
    (this.found()?.plan?.contents ?? []).filter(
      ({ id }) => !this.besideMilestones() || !MILESTONES_TOO.has(id),
    ),
  );
  protected readonly summary = computed(() => planSummary(this.contents()));
  protected readonly rows = computed(() => {
    const today = this.found()?.plan?.today ?? '';
    return this.contents().map((one) => ({
      one,
      name: CONTENT_WORDS[one.id],
      status: MILESTONE_STATUS_WORDS[one.status],
      facts: contentFacts(one, today),
      beside: one.beside.map(({ words, on, recordId }) => ({
        words: on === null ? words : `${words} · ${dayOfPlan(on, today)}`,
        recordId,
        of: words,
      })),
      // What the source says is done stands before anything that could be written.
      mayRecord: one.status !== 'done' || one.entryId !== null,
    }));
  });
  protected readonly said = computed(() => {
    const done = this.done();
    if (done === 'withdrawn') return 'Withdrawn. It stays in the history.';
    return done === 'written' ? 'Written down in the plan.' : '';
  });

  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  constructor() {
    effect(() => {
      const question = { clientId: this.clientId(), asOf: this.asOf() };
      untracked(() => {
        this.recording.set(null);
        this.store.dispatch(AftercarePlanActions.shown({ question }));
      });
    });
    effect(() => {
      const done = this.done();
      if (!done) return;
      if (done === 'written') untracked(() => this.recording.set(null));
      // What was clicked is gone with it: what came of it has the focus.
      const focus = () => this.outcome()?.nativeElement.focus();
      afterNextRender({ read: focus }, { injector: this.injector });
    });
  }

  /** The focus goes back to what opened the form. */
  protected cancel(content: PlanContentId): void {
    this.recording.set(null);
    const opener = () => this.document.getElementById(`content-${content}`)?.focus();
    afterNextRender({ read: opener }, { injector: this.injector });
  }

  protected retry(): void {
    this.store.dispatch(AftercarePlanActions.retryClicked());
  }

  protected withdraw(entryId: string): void {
    this.store.dispatch(
      AftercarePlanActions.withdrawClicked({ clientId: this.clientId(), entryId }),
    );
  }
}
