import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { ClientScore } from '#domain/client-progress/client-measure.contract';
import type { NewScoreReview } from '#domain/client-progress/score-review.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { ScoreReviewActions } from '../state/score-review.actions';
import { scoreReviewFeature } from '../state/score-review.feature';
import { ScoreReviewForm } from './score-review-form';

/** What was made of a score: the plan follows it, or stays, and why. Written where the score stands. */
@Component({
  selector: 'app-score-review',
  imports: [ScoreReviewForm],
  template: `
    @if (score().review; as review) {
      plan {{ review.plan }}: {{ review.because }}&ngsp;
      <span class="label sub">{{ review.by }}, {{ moment(review.at, timeZone()) }}</span>
      @if (undoable(); as undoable) {
        <button class="chip" type="button" (click)="undo(undoable)">Undo</button>
      }
    } @else if (!open()) {
      <span class="unknown">not recorded</span>
    }
    @if (mayWrite()) {
      @if (open()) {
        <app-score-review-form
          [refused]="refused()"
          [sending]="sending()"
          (submitted)="send($event)"
          (cancelled)="open.set(false)"
        />
      } @else if (!undoable()) {
        <button
          class="chip"
          type="button"
          [attr.aria-label]="
            (score().review ? 'Review again: ' : 'Review ') + name() + ', ' + day()
          "
          (click)="open.set(true)"
        >
          {{ score().review ? 'Review again' : 'Review' }}
        </button>
      }
    }
    @if (isMine()) {
      <span class="visually-hidden" role="status">{{ said() }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .label {
      display: block;
    }
    .chip {
      margin: 4px 0 4px 6px;
    }
  `,
})
export class ScoreReview {
  private readonly store = inject(Store);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  readonly instrument = input.required<string>();
  readonly name = input.required<string>();
  readonly score = input.required<ClientScore>();
  /** 'Mon 9 Nov', of the score. */
  readonly day = input.required<string>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  private readonly sent = this.store.selectSignal(scoreReviewFeature.selectSending);
  private readonly lastRefused = this.store.selectSignal(scoreReviewFeature.selectRefused);
  private readonly lastUndoable = this.store.selectSignal(scoreReviewFeature.selectUndoable);
  protected readonly said = this.store.selectSignal(scoreReviewFeature.selectSaid);

  protected readonly open = signal(false);
  /** Said of the score whose form was used last. */
  protected readonly isMine = signal(false);
  protected readonly moment = clinicMoment;
  protected readonly sending = computed(() => this.ofThis(this.sent()) !== null);
  protected readonly undoable = computed(() => this.ofThis(this.lastUndoable()));
  protected readonly refused = computed(() =>
    this.ofThis(this.lastRefused()?.review ?? null) ? (this.lastRefused()?.problem ?? null) : null,
  );
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });

  constructor() {
    effect(() => {
      if (this.undoable()) this.open.set(false);
    });
  }

  protected send({ id, plan, because }: Pick<NewScoreReview, 'id' | 'plan' | 'because'>): void {
    const review = { id, instrument: this.instrument(), day: this.score().day, plan, because };
    this.isMine.set(true);
    this.store.dispatch(
      ScoreReviewActions.submitted({
        clientId: this.clientId(),
        review,
        by: this.me()?.name ?? '',
        at: this.asOf(),
      }),
    );
  }

  protected undo(review: NewScoreReview): void {
    this.store.dispatch(ScoreReviewActions.undoClicked({ clientId: this.clientId(), review }));
  }

  private ofThis(review: NewScoreReview | null): NewScoreReview | null {
    const isThis = review?.instrument === this.instrument() && review.day === this.score().day;
    return isThis ? review : null;
  }
}
