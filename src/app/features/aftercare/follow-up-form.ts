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
import type { FollowUpLine } from '#domain/aftercare/follow-up.contract';
import type {
  FollowUpAnswer,
  FollowUpAnswers,
  FollowUpEnd,
  ReturnToCare,
} from '#domain/aftercare/follow-up-said.contract';
import {
  ANSWER_WORDS,
  FOLLOW_UP_QUESTIONS,
  type FollowUpQuestion,
  QUESTION_WORDS,
  RETURN_WORDS,
} from '#domain/aftercare/follow-up-words';
import { localTime } from '#domain/calendar/calendar-day';
import { allowedInWords } from '#domain/outreach/allowed-in-words';
import type { ContactMode, ContactResult } from '#domain/outreach/contact.contract';
import { notAllowed } from '#domain/outreach/contact-rules';
import { MODE_WORDS } from '#domain/outreach/contact-words';
import { fromZonedInput, toZonedInput } from '../../period/zoned-input';
import { ChipChoice } from '../../ui/chip-choice/chip-choice';
import { FollowUpPageActions } from './state/follow-up.actions';

interface Outcome {
  value: string;
  words: string;
  result: ContactResult;
  ends: FollowUpEnd | null;
}

const OUTCOMES: readonly Outcome[] = [
  { value: 'reached', words: 'Reached', result: 'reached', ends: null },
  { value: 'not-reached', words: 'No answer', result: 'not-reached', ends: null },
  { value: 'message-left', words: 'Message left', result: 'message-left', ends: null },
  { value: 'sent', words: 'Sent', result: 'sent', ends: null },
  { value: 'declined', words: 'Declined this one', result: 'declined', ends: null },
  {
    ...{ value: 'no-more-contact', words: 'Wants no more contact', result: 'declined' },
    ends: 'no-more-contact',
  },
  {
    ...{ value: 'deceased', words: 'Has died, as somebody told', result: 'not-reached' },
    ends: 'deceased',
  },
];

const NOT_KNOWN: FollowUpAnswers = {
  ...{ abstinent: 'not-known', working: 'not-known', housed: 'not-known' },
  ...{ notArrested: 'not-known', mutualHelp: 'not-known' },
};

const choices = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.entries<string>(words).map(([value, word]) => ({ value: value as T, word }));

/** One try of a follow-up, written into the contact log; with the script, where the client was reached. */
@Component({
  selector: 'app-follow-up-form',
  imports: [ChipChoice, MatButton],
  templateUrl: './follow-up-form.html',
  styleUrl: './follow-up-form.css',
})
export class FollowUpForm {
  private readonly store = inject(Store);

  readonly line = input.required<FollowUpLine>();
  /** The clinic's now. */
  readonly asOf = input.required<string>();
  readonly saving = input(false);
  readonly cancelled = output();

  protected readonly modes = choices<ContactMode>(MODE_WORDS);
  protected readonly outcomes = OUTCOMES;
  protected readonly questions = FOLLOW_UP_QUESTIONS.map((id) => ({
    id,
    asks: QUESTION_WORDS[id].asks,
  }));
  protected readonly answerChoices = choices<FollowUpAnswer>(ANSWER_WORDS);
  protected readonly returnChoices = choices<ReturnToCare>(RETURN_WORDS);

  protected readonly mode = signal<ContactMode>('phone');
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly answers = signal<FollowUpAnswers>(NOT_KNOWN);
  protected readonly returnToCare = signal<ReturnToCare>('not-offered');
  private readonly changedAt = signal<string | null>(null);
  protected readonly at = computed(
    () => this.changedAt() ?? toZonedInput(this.asOf(), this.line().timeZone),
  );
  protected readonly missing = signal('');
  /** What was done is recorded, whatever was allowed; by somebody who was told. */
  protected readonly confirming = signal(false);

  protected readonly isReached = computed(() => this.outcome()?.result === 'reached');
  /** Somebody is to try again. */
  protected readonly mayTryAgain = computed(() => {
    const outcome = this.outcome();
    return outcome !== null && !outcome.ends && !['reached', 'declined'].includes(outcome.result);
  });
  protected readonly allowed = computed(() =>
    allowedInWords(this.line().contactRules, this.mode(), this.outcome()?.result ?? null),
  );
  /** Of a day outside the window, before it is saved. */
  protected readonly outside = computed(() => {
    const at = fromZonedInput(this.at(), this.line().timeZone);
    if (at === null) return false;
    const { from, to, timeZone } = this.line();
    const { day } = localTime(Date.parse(at), timeZone);
    return day < from || day > to;
  });

  private readonly first = viewChild.required<ElementRef<HTMLSelectElement>>('first');
  /** One for what is in the form, however often it is sent. */
  private readonly id: string = crypto.randomUUID();

  constructor() {
    afterNextRender(() => this.first().nativeElement.focus());
  }

  protected forbids(mode: ContactMode): boolean {
    return notAllowed(this.line().contactRules, mode, null).forbidden.length > 0;
  }

  protected chooseMode(value: string): void {
    this.confirming.set(false);
    this.mode.set(value as ContactMode);
  }

  protected chooseOutcome(value: string): void {
    this.confirming.set(false);
    this.missing.set('');
    this.outcome.set(OUTCOMES.find((one) => one.value === value) ?? null);
  }

  protected chooseReturn(value: string): void {
    this.returnToCare.set(value as ReturnToCare);
  }

  protected answer(question: FollowUpQuestion, value: FollowUpAnswer): void {
    this.answers.update((said) => ({ ...said, [question]: value }));
  }

  protected chooseAt(value: string): void {
    this.changedAt.set(value);
  }

  protected submit(form: HTMLFormElement): void {
    if (this.saving()) return;
    const outcome = this.outcome();
    const { clientId, timeZone, contactRules } = this.line();
    const at = fromZonedInput(this.at(), timeZone);
    if (!outcome) return this.missing.set('Choose what came of it.');
    if (!at) return this.missing.set('Choose when it was.');
    this.missing.set('');
    const { forbidden } = notAllowed(contactRules, this.mode(), outcome.result);
    if (forbidden.length > 0 && !this.confirming()) return this.confirming.set(true);
    const typed = new FormData(form).get('next');
    const nextStepOn = this.mayTryAgain() && typeof typed === 'string' && typed ? typed : null;
    const isReached = outcome.result === 'reached';
    this.store.dispatch(
      FollowUpPageActions.contactSubmitted({
        contact: {
          ...{ id: this.id, clientId, at, mode: this.mode(), result: outcome.result },
          ...{ barrier: null, nextStep: nextStepOn && 'Try the follow-up again', nextStepOn },
          corrects: null,
          followUp: {
            answers: isReached ? this.answers() : null,
            returnToCare: isReached ? this.returnToCare() : 'not-offered',
            ends: outcome.ends,
          },
        },
      }),
    );
  }
}
