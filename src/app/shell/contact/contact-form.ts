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
import { MatButton } from '@angular/material/button';
import type {
  Barrier,
  ContactMode,
  ContactResult,
  NewContact,
  SupportContact,
} from '#domain/outreach/contact.contract';
import type { ContactRules } from '#domain/outreach/contact-rules.contract';
import { notAllowed } from '#domain/outreach/contact-rules';
import { BARRIER_WORDS, MODE_WORDS, RESULT_WORDS } from '#domain/outreach/contact-words';
import { allowedInWords } from '#domain/outreach/allowed-in-words';
import type { Problem } from '#domain/problem.contract';
import { fromZonedInput } from '../../period/zoned-input';
import { ChipChoice, type ChipOption } from '../../ui/chip-choice/chip-choice';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { Icon } from '../../ui/icon/icon';
import type { ContactDraft } from './contact-drafts';
import { personOf } from './person-of';

const ADULT_FROM = 18;

const choices = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.entries<string>(words).map(([value, word]) => ({ value: value as T, word }));

/** What was tried, and what came of it. Keeps what is written until it has arrived. */
@Component({
  selector: 'app-contact-form',
  imports: [ChipChoice, Icon, MatButton],
  templateUrl: './contact-form.html',
  styleUrl: './contact-form.css',
})
export class ContactForm {
  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();
  /** The clinic's now, which a demo's clock sets apart from the machine's. */
  readonly now = input.required<number>();
  readonly draft = input.required<ContactDraft>();
  /** How the client may be contacted; `null` where nobody wrote it down. */
  readonly rules = input.required<ContactRules | null>();
  /** Who stands by the client: `rules` are of the client alone. */
  readonly support = input.required<readonly SupportContact[]>();
  readonly age = input.required<number | null>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly written = output<ContactDraft>();
  readonly submitted = output<NewContact>();
  /** A correction is left as it was. */
  readonly cancelled = output();

  protected readonly modes = computed(() =>
    choices<ContactMode>(MODE_WORDS).map((mode): ChipOption<ContactMode> =>
      notAllowed(this.rules(), mode.value, null).forbidden.length > 0
        ? { ...mode, note: 'not allowed', forbids: true }
        : mode,
    ),
  );
  protected readonly results = choices<ContactResult>(RESULT_WORDS);
  protected readonly barriers = choices<Barrier>(BARRIER_WORDS);
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => {
    const { mode, result } = this.draft();
    if (!this.tried()) return '';
    if (!mode) return 'Choose how you tried.';
    if (!result) return 'Choose what came of it.';
    return this.withoutConsent() && !this.asked()
      ? 'Ask the client first, and say here that they agreed.'
      : '';
  });

  /** What is recorded of the way that was chosen, where that is not simply allowed. */
  protected readonly allowed = computed(() => {
    const { mode, result, withSupport } = this.draft();
    return mode && withSupport === null ? allowedInWords(this.rules(), mode, result) : [];
  });
  protected readonly isForbidden = computed(() => {
    const { mode, result, withSupport } = this.draft();
    if (withSupport !== null) return false;
    return mode !== null && notAllowed(this.rules(), mode, result).forbidden.length > 0;
  });
  protected readonly people = computed(() =>
    this.support().map((one) => personOf(one, this.initialsOnly.on())),
  );
  protected readonly withWhom = computed((): ChipOption<string | null>[] => [
    { value: null, word: 'The client' },
    ...this.people().map(({ recordId, name, consent, allowed }) => ({
      value: recordId,
      word: name,
      note: consent,
      forbids: !allowed,
    })),
  ]);
  /** Whom nobody may tell anything by the record: the client has to be asked first. */
  protected readonly withoutConsent = computed(() => {
    const { withSupport } = this.draft();
    const person = this.people().find(({ recordId }) => recordId === withSupport);
    return withSupport !== null && !person?.allowed ? (person ?? null) : null;
  });
  protected readonly isMinor = computed(() => (this.age() ?? ADULT_FROM) < ADULT_FROM);
  protected readonly asked = signal(false);
  /** What was done is recorded, whatever was allowed; by somebody who was told. */
  protected readonly confirming = signal(false);

  private readonly form = viewChild.required<ElementRef<HTMLFormElement>>('form');
  private readonly injector = inject(Injector);
  private readonly initialsOnly = inject(InitialsOnly);
  private readonly corrects = computed(() => this.draft().corrects);

  constructor() {
    // Whoever opened it came to write.
    this.focusOn('input');
    let was: string | null = null;
    effect(() => {
      const corrects = this.corrects();
      // The entry is further down: whoever puts it right is taken to the form, and stays in it after.
      if (corrects !== was)
        untracked(() => this.focusOn(corrects ? 'input:checked' : 'button[type=submit]'));
      was = corrects;
    });
  }

  private focusOn(selector: string): void {
    const focus = () => this.form().nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  protected change(part: Partial<ContactDraft>): void {
    this.confirming.set(false);
    if ('withSupport' in part) this.asked.set(false);
    this.written.emit({ ...this.draft(), ...part });
  }

  protected submit(): void {
    const { id, corrects, mode, result, barrier, nextStep, nextStepOn, at } = this.draft();
    const { withSupport, followUp } = this.draft();
    this.tried.set(true);
    // Not disabled, or the focus would leave the panel and Esc with it.
    if (!mode || !result || this.saving()) return;
    if (this.withoutConsent() && !this.asked()) return;
    if (this.isForbidden() && !this.confirming()) {
      this.confirming.set(true);
      return;
    }
    this.confirming.set(false);
    this.tried.set(false);
    this.submitted.emit({
      id,
      clientId: this.clientId(),
      at: (at && fromZonedInput(at, this.timeZone())) || new Date(this.now()).toISOString(),
      mode,
      result,
      barrier,
      nextStep: nextStep.trim() || null,
      nextStepOn: nextStepOn || null,
      corrects,
      ...(followUp && { followUp }),
      ...(withSupport !== null && {
        withSupport,
        askedFirst: this.withoutConsent() !== null && this.asked(),
      }),
    });
  }
}
