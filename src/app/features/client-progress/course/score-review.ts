import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { ClientScore } from '#domain/client-progress/client-measure.contract';
import type { ClientEntry, NewClientEntry } from '#domain/client-progress/client-entry.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import type { PageEntry } from '#domain/client-progress/page-entry';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature } from '../state/client-entries.feature';
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

  private readonly underWay = this.store.selectSignal(clientEntriesFeature.selectSending);
  private readonly lastRefused = this.store.selectSignal(clientEntriesFeature.selectRefused);
  private readonly lastUndoable = this.store.selectSignal(clientEntriesFeature.selectUndoable);
  private readonly lastDone = this.store.selectSignal(clientEntriesFeature.selectDone);

  protected readonly open = signal(false);
  /** Said of the score whose form was used. */
  protected readonly isMine = signal(false);
  protected readonly moment = clinicMoment;
  protected readonly sending = computed(() => this.underWay().some((one) => this.ofThis(one)));
  protected readonly undoable = computed(() => this.ofThis(this.lastUndoable()));
  protected readonly refused = computed(() => {
    const refused = this.lastRefused();
    return refused?.what === 'write' && this.ofThis(refused.entry) ? refused.problem : null;
  });
  protected readonly said = computed(() => {
    const [done, refused] = [this.lastDone(), this.lastRefused()];
    if (refused?.what === 'withdraw' && this.ofThis(refused.entry))
      return `It was not taken back. ${refused.problem.message} Try again.`;
    if (!done || !this.ofThis(done.entry)) return '';
    return done.what === 'withdrawn' ? 'Taken back. It stays in the history.' : 'Review recorded.';
  });
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });

  constructor() {
    effect(() => {
      if (this.undoable()) this.open.set(false);
    });
  }

  protected send({ id, plan, because }: SentReview): void {
    const says = { instrument: this.instrument(), day: this.score().day, plan, because };
    this.isMine.set(true);
    this.store.dispatch(
      ClientEntriesActions.submitted({
        clientId: this.clientId(),
        entry: { id, kind: 'score-review', says },
        by: this.me()?.name ?? '',
        at: this.asOf(),
      }),
    );
  }

  protected undo(entry: ClientEntry<'score-review'>): void {
    this.store.dispatch(ClientEntriesActions.withdrawClicked({ clientId: this.clientId(), entry }));
  }

  private ofThis(entry: PageEntry | null): ClientEntry<'score-review'> | null {
    if (entry?.kind !== 'score-review') return null;
    const { instrument, day } = entry.says;
    return instrument === this.instrument() && day === this.score().day ? entry : null;
  }
}

type SentReview = Pick<NewClientEntry<'score-review'>, 'id'> &
  Pick<NewClientEntry<'score-review'>['says'], 'plan' | 'because'>;
