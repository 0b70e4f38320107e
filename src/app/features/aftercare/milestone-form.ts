import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import type { AftercareCard, AftercareMilestone } from '#domain/aftercare/aftercare.contract';
import { stageWith } from '#domain/aftercare/aftercare-card';
import { STAGE_WORDS } from '#domain/aftercare/aftercare-stage';
import {
  isToldByOthers,
  MILESTONE_STATUSES,
  type MilestoneStatus,
  MILESTONE_WORDS,
} from '#domain/aftercare/milestone';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import { statusWords } from './aftercare-words';
import { AftercarePageActions } from './state/aftercare.actions';

/** Records one milestone, and says before it is saved what that would change. */
@Component({
  selector: 'app-milestone-form',
  imports: [MatButton],
  templateUrl: './milestone-form.html',
  styleUrls: ['../../ui/small-form.css', './milestone-form.css'],
})
export class MilestoneForm {
  private readonly store = inject(Store);

  readonly card = input.required<AftercareCard>();
  readonly milestone = input.required<AftercareMilestone>();
  readonly saving = input(false);
  readonly cancelled = output();

  protected readonly status = signal<MilestoneStatus>('done');
  private readonly changedDay = signal<string | null>(null);
  protected readonly on = computed(() => this.changedDay() ?? this.card().today);
  protected readonly missing = signal('');

  protected readonly name = computed(() => MILESTONE_WORDS[this.milestone().id]);
  protected readonly statuses = computed(() =>
    MILESTONE_STATUSES.map((value) => ({ value, words: statusWords(this.milestone().id, value) })),
  );
  protected readonly needsTeller = computed(
    () =>
      isToldByOthers(this.milestone().id) &&
      (this.status() === 'done' || this.status() === 'in-progress'),
  );
  protected readonly dayLabel = computed(() =>
    this.milestone().id === 'appointment-booked' ? 'Day of the appointment' : 'Day',
  );
  /** What saving would do to the card. */
  protected readonly change = computed(() => {
    const card = this.card();
    const to = stageWith(card, {
      milestone: this.milestone().id,
      status: this.status(),
      on: this.on(),
    });
    const now = STAGE_WORDS[card.stage].name;
    return to === card.stage
      ? `The card stays in ${now}.`
      : `The card moves from ${now} to ${STAGE_WORDS[to].name}.`;
  });

  private readonly first = viewChild.required<ElementRef<HTMLSelectElement>>('first');
  /** One for what is in the form, however often it is sent. */
  private readonly id: string = crypto.randomUUID();

  constructor() {
    afterNextRender(() => this.first().nativeElement.focus());
  }

  protected chooseStatus(value: string): void {
    this.status.set(value as MilestoneStatus);
  }

  protected chooseDay(value: string): void {
    this.changedDay.set(value);
  }

  protected submit(form: HTMLFormElement): void {
    if (this.saving()) return;
    const typed = (name: string): string | null => {
      const value = new FormData(form).get(name);
      return (typeof value === 'string' && value.trim()) || null;
    };
    const toldBy = typed('toldBy');
    if (!this.on()) return this.missing.set('Choose a day.');
    if (this.needsTeller() && toldBy === null) return this.missing.set('Say who told you.');
    this.missing.set('');
    const { clientId, episodeId } = this.card();
    const milestone: NewClientEntry<'aftercare-milestone'> = {
      id: this.id,
      kind: 'aftercare-milestone',
      episodeId,
      seen: this.milestone().entryId,
      says: {
        milestone: this.milestone().id,
        status: this.status(),
        on: this.on(),
        destination: typed('destination'),
        toldBy,
        note: typed('note'),
      },
    };
    this.store.dispatch(AftercarePageActions.milestoneSubmitted({ clientId, milestone }));
  }
}
