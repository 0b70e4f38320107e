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
} from '#domain/outreach/contact.contract';
import type { ContactRules } from '#domain/outreach/contact-rules.contract';
import { notAllowed } from '#domain/outreach/contact-rules';
import { BARRIER_WORDS, MODE_WORDS, RESULT_WORDS } from '#domain/outreach/contact-words';
import { allowedInWords } from './allowed-in-words';
import type { Problem } from '#domain/problem.contract';
import { fromZonedInput } from '../../period/zoned-input';
import { Icon } from '../../ui/icon/icon';
import type { ContactDraft } from './contact-drafts';

const choices = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.entries<string>(words).map(([value, word]) => ({ value: value as T, word }));

/** What was tried, and what came of it. Keeps what is written until it has arrived. */
@Component({
  selector: 'app-contact-form',
  imports: [Icon, MatButton],
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
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly written = output<ContactDraft>();
  readonly submitted = output<NewContact>();
  /** A correction is left as it was. */
  readonly cancelled = output();

  protected readonly modes = choices<ContactMode>(MODE_WORDS);
  protected readonly results = choices<ContactResult>(RESULT_WORDS);
  protected readonly barriers = choices<Barrier>(BARRIER_WORDS);
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => {
    const { mode, result } = this.draft();
    if (!this.tried()) return '';
    if (!mode) return 'Choose how you tried.';
    return result ? '' : 'Choose what came of it.';
  });

  /** What is recorded of the way that was chosen, where that is not simply allowed. */
  protected readonly allowed = computed(() => {
    const { mode, result } = this.draft();
    return mode ? allowedInWords(this.rules(), mode, result) : [];
  });
  protected readonly isForbidden = computed(() => {
    const { mode, result } = this.draft();
    return mode !== null && notAllowed(this.rules(), mode, result).forbidden.length > 0;
  });
  /** What was done is recorded, whatever was allowed; by somebody who was told. */
  protected readonly confirming = signal(false);

  private readonly form = viewChild.required<ElementRef<HTMLFormElement>>('form');
  private readonly injector = inject(Injector);
  private readonly corrects = computed(() => this.draft().corrects);

  constructor() {
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

  protected forbids(mode: ContactMode): boolean {
    return notAllowed(this.rules(), mode, null).forbidden.length > 0;
  }

  protected change(part: Partial<ContactDraft>): void {
    this.confirming.set(false);
    this.written.emit({ ...this.draft(), ...part });
  }

  protected submit(): void {
    const { id, corrects, mode, result, barrier, nextStep, nextStepOn, at } = this.draft();
    this.tried.set(true);
    // Not disabled, or the focus would leave the panel and Esc with it.
    if (!mode || !result || this.saving()) return;
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
    });
  }
}
