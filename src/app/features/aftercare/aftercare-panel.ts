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
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { AftercareCard, AftercareMilestone } from '#domain/aftercare/aftercare.contract';
import { STAGE_WORDS } from '#domain/aftercare/aftercare-stage';
import { type MilestoneId, MILESTONE_WORDS } from '#domain/aftercare/milestone';
import { accessFeature } from '../../access/state/access.feature';
import { AftercarePlanContents } from '../../aftercare-plan/aftercare-plan';
import { clientNameText } from '../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { DetailPanel } from '../../ui/detail-panel/detail-panel';
import { RecordLinks } from '../../ui/source-record/record-links';
import { dayWords, daysWords, statusWords } from './aftercare-words';
import { MilestoneForm } from './milestone-form';
import { MilestoneMark } from '../../ui/milestone-mark/milestone-mark';
import { AftercarePageActions } from './state/aftercare.actions';
import { aftercareFeature } from './state/aftercare.feature';

/** One client's plan for what comes after: every milestone and content, where it is known from, and what can be recorded. */
@Component({
  selector: 'app-aftercare-panel',
  imports: [
    AftercarePlanContents,
    DetailPanel,
    MilestoneForm,
    MilestoneMark,
    RecordLinks,
    RouterLink,
  ],
  templateUrl: './aftercare-panel.html',
  styleUrl: './aftercare-panel.css',
})
export class AftercarePanel {
  private readonly store = inject(Store);
  private readonly initialsOnly = inject(InitialsOnly);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly card = input.required<AftercareCard>();
  /** Of a past moment nothing is written. */
  readonly asOf = input<string>();
  readonly closed = output();

  protected readonly saving = this.store.selectSignal(aftercareFeature.selectSaving);
  protected readonly refused = this.store.selectSignal(aftercareFeature.selectRefused);
  protected readonly done = this.store.selectSignal(aftercareFeature.selectDone);
  protected readonly undoable = this.store.selectSignal(aftercareFeature.selectUndoable);
  protected readonly recording = signal<MilestoneId | null>(null);

  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return !this.asOf() && me !== null && mayDo(me.role, 'outreach:write');
  });
  protected readonly name = computed(() => clientNameText(this.card(), this.initialsOnly.on()));
  protected readonly stage = computed(() => STAGE_WORDS[this.card().stage].name);
  protected readonly days = computed(() => daysWords(this.card()));
  protected readonly where = computed(() => {
    const { site, counselor } = this.card();
    return [site?.name ?? 'site not known', counselor?.name ?? 'no counselor'].join(' · ');
  });
  protected readonly rows = computed(() => {
    const { today, milestones } = this.card();
    return milestones.map((one) => ({
      one,
      name: MILESTONE_WORDS[one.id],
      status: statusWords(one.id, one.status),
      facts: factsOf(one, today),
      due: one.due && dayWords(one.due, today),
      isMissing: one.status === 'not-started' || one.status === 'in-progress',
      // What the source says is done stands before anything that could be written.
      mayRecord: one.id !== 'discharge-date-set' && (one.status !== 'done' || one.entryId !== null),
    }));
  });
  protected readonly said = computed(() => {
    const done = this.done();
    if (done === 'withdrawn') return 'Withdrawn. It stays in the history.';
    return done === 'written' ? `Written down. The card stands in ${this.stage()}.` : '';
  });

  private readonly outcome = viewChild.required<ElementRef<HTMLElement>>('outcome');
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly episodeId = computed(() => this.card().episodeId);

  constructor() {
    effect(() => {
      this.episodeId();
      untracked(() => {
        this.recording.set(null);
        this.store.dispatch(AftercarePageActions.panelChanged());
      });
    });
    effect(() => {
      const done = this.done();
      if (!done) return;
      if (done === 'written') untracked(() => this.recording.set(null));
      // What was clicked is gone with it: what came of it has the focus.
      const focus = () => this.outcome().nativeElement.focus();
      afterNextRender({ read: focus }, { injector: this.injector });
    });
  }

  /** The focus goes back to what opened the form. */
  protected cancel(milestone: MilestoneId): void {
    this.recording.set(null);
    const opener = () => this.document.getElementById(`write-${milestone}`)?.focus();
    afterNextRender({ read: opener }, { injector: this.injector });
  }

  protected withdraw(entryId: string): void {
    const { clientId } = this.card();
    this.store.dispatch(AftercarePageActions.withdrawClicked({ clientId, entryId }));
  }
}

/** When, who wrote it, who told them, and what was said. */
const factsOf = ({ on, by, toldBy, note }: AftercareMilestone, today: string): string =>
  [on && dayWords(on, today), by && `by ${by}`, toldBy && `told by ${toldBy}`, note]
    .filter(Boolean)
    .join(' · ');
