import {
  afterNextRender,
  Component,
  computed,
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
import type { FollowUpLine, FollowUpTry } from '#domain/aftercare/follow-up.contract';
import {
  ANSWER_WORDS,
  FOLLOW_UP_QUESTIONS,
  FOLLOW_UP_STATUS_WORDS,
  QUESTION_WORDS,
  RETURN_WORDS,
} from '#domain/aftercare/follow-up-words';
import { CHANNELS, permitted } from '#domain/outreach/contact-rules';
import {
  CHANNEL_WORDS,
  MODE_WORDS,
  PERMITTED_WORDS,
  RESULT_WORDS,
} from '#domain/outreach/contact-words';
import { accessFeature } from '../../access/state/access.feature';
import { clientNameText } from '../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { DetailPanel } from '../../ui/detail-panel/detail-panel';
import { dayWords } from './aftercare-words';
import { FollowUpForm } from './follow-up-form';
import { FollowUpMark } from './follow-up-mark';
import { triesWords } from './follow-up-sentences';
import { FollowUpPageActions } from './state/follow-up.actions';
import { followUpFeature } from './state/follow-up.feature';

/** One follow-up of one client: how they may be reached, what was tried, and the script. */
@Component({
  selector: 'app-follow-up-panel',
  imports: [DetailPanel, FollowUpForm, FollowUpMark, RouterLink],
  templateUrl: './follow-up-panel.html',
  styleUrl: './follow-up-panel.css',
})
export class FollowUpPanel {
  private readonly store = inject(Store);
  private readonly initialsOnly = inject(InitialsOnly);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly line = input.required<FollowUpLine>();
  /** Of a past moment nothing is written. */
  readonly readOnly = input(false);
  readonly closed = output();

  protected readonly found = this.store.selectSignal(followUpFeature.selectFound);
  protected readonly saving = this.store.selectSignal(followUpFeature.selectSaving);
  protected readonly refused = this.store.selectSignal(followUpFeature.selectRefused);
  protected readonly done = this.store.selectSignal(followUpFeature.selectDone);
  protected readonly undoable = this.store.selectSignal(followUpFeature.selectUndoable);
  protected readonly recording = signal(false);

  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return !this.readOnly() && me !== null && mayDo(me.role, 'contact:write');
  });
  protected readonly mayOpenClient = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'client:read');
  });
  /** Of somebody who cannot be asked, or whose window has not begun, nothing is recorded here. */
  protected readonly mayRecord = computed(() => {
    const { status } = this.line();
    const cannot = ['not-due', 'deceased', 'withdrawn', 'readmitted'];
    return this.mayWrite() && !cannot.includes(status);
  });
  protected readonly name = computed(() => clientNameText(this.line(), this.initialsOnly.on()));
  protected readonly status = computed(() => FOLLOW_UP_STATUS_WORDS[this.line().status]);
  protected readonly facts = computed(() => {
    const { today, endedOn, from, to, due, counselor, site, owner } = this.line();
    return {
      left: dayWords(endedOn, today),
      due: dayWords(due, today),
      window: `${dayWords(from, today)} to ${dayWords(to, today)}`,
      where: [
        site?.name ?? 'site not known',
        `last with ${counselor?.name ?? 'no counselor'}`,
      ].join(' · '),
      owner,
      tries: triesWords(this.line()),
    };
  });
  protected readonly channels = computed(() => {
    const { contactRules } = this.line();
    return CHANNELS.map((channel) => {
      const said = permitted(contactRules, channel);
      return { name: CHANNEL_WORDS[channel], said, words: PERMITTED_WORDS[said] };
    });
  });
  protected readonly contacts = computed(() =>
    this.line()
      .contacts.map((contact) => ({
        contact,
        moment: clinicMoment(contact.at, this.line().timeZone),
        what: `${MODE_WORDS[contact.mode]}, ${RESULT_WORDS[contact.result].toLowerCase()}`,
        said: saidWords(contact),
      }))
      .reverse(),
  );
  protected readonly said = computed(() => {
    const done = this.done();
    if (done === 'withdrawn') return 'Withdrawn. It stays in the history of the contact log.';
    return done === 'logged' ? `Written down: ${this.status()}.` : '';
  });

  private readonly outcome = viewChild.required<ElementRef<HTMLElement>>('outcome');
  private readonly recorder = viewChild<ElementRef<HTMLElement>>('recorder');
  private readonly injector = inject(Injector);
  private readonly key = computed(() => this.line().key);

  constructor() {
    effect(() => {
      this.key();
      untracked(() => {
        this.recording.set(this.mayRecord() && this.line().isOpen);
        this.store.dispatch(FollowUpPageActions.panelChanged());
      });
    });
    effect(() => {
      const done = this.done();
      if (!done) return;
      if (done === 'logged') untracked(() => this.recording.set(false));
      // What was clicked is gone with it: what came of it has the focus.
      const focus = () => this.outcome().nativeElement.focus();
      afterNextRender({ read: focus }, { injector: this.injector });
    });
  }

  /** The focus goes back to what opened the form. */
  protected cancel(): void {
    this.recording.set(false);
    const opener = () => this.recorder()?.nativeElement.focus();
    afterNextRender({ read: opener }, { injector: this.injector });
  }

  protected withdraw(contactId: string): void {
    this.store.dispatch(FollowUpPageActions.withdrawClicked({ contactId }));
  }
}

/** What the script says, line by line; nothing where it was not gone through. */
function saidWords({ followUp }: FollowUpTry): string[] {
  if (!followUp) return [];
  const { answers, returnToCare, ends } = followUp;
  return [
    ...(answers
      ? FOLLOW_UP_QUESTIONS.map(
          (question) =>
            `${QUESTION_WORDS[question].short}: ${ANSWER_WORDS[answers[question]].toLowerCase()}`,
        )
      : []),
    ...(returnToCare === 'not-offered'
      ? []
      : [`Return to care: ${RETURN_WORDS[returnToCare].toLowerCase()}`]),
    ...(ends === 'deceased' ? ['Somebody told that the client has died'] : []),
    ...(ends === 'no-more-contact' ? ['Wants no more contact'] : []),
  ];
}
