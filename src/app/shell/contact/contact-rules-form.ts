import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  effect,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Channel, CHANNELS, permitted } from '#domain/outreach/contact-rules';
import type {
  ContactRules,
  NewContactRules,
  Permitted,
} from '#domain/outreach/contact-rules.contract';
import { CHANNEL_WORDS } from '#domain/outreach/contact-words';
import type { Problem } from '#domain/problem.contract';
import { ChipChoice } from '../../ui/chip-choice/chip-choice';
import { Icon } from '../../ui/icon/icon';

type Rules = Record<Channel | 'namesProgram', Permitted>;

const VALUES: readonly { value: Permitted; word: string }[] = [
  { value: 'allowed', word: 'Allowed' },
  { value: 'not-allowed', word: 'Not allowed' },
  { value: 'not-recorded', word: 'Not recorded' },
];

/** What the client allows, way by way, and who said so. */
@Component({
  selector: 'app-contact-rules-form',
  imports: [ChipChoice, Icon, MatButton],
  template: `
    <form
      novalidate
      aria-label="How the client may be contacted"
      (submit)="$event.preventDefault(); submit()"
    >
      @for (way of ways; track way.key) {
        <app-chip-choice
          [legend]="way.word"
          [name]="'allowed-' + way.key"
          [options]="values"
          [chosen]="said()[way.key]"
          (changed)="say(way.key, $event)"
        />
      }
      <label for="contact-rules-reason">Who said so, or why</label>
      <input
        #reason
        id="contact-rules-reason"
        type="text"
        autocomplete="off"
        maxlength="200"
        [attr.aria-invalid]="missing()"
        aria-describedby="contact-rules-error"
      />
      <p id="contact-rules-error" class="error" role="alert">
        @if (missing()) {
          <app-icon name="close" />Say who said so, or why.
        } @else if (refused(); as refused) {
          <app-icon name="close" />It was not written down. {{ refused.message }} It is still here.
          Try again.
        }
      </p>
      <div class="acts">
        <button matButton="filled" type="submit" [attr.aria-disabled]="saving()">
          Save how to contact
        </button>
        <button matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: './contact-form.css',
})
export class ContactRulesForm {
  readonly clientId = input.required<string>();
  readonly current = input.required<ContactRules | null>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewContactRules>();
  readonly cancelled = output();

  protected readonly values = VALUES;
  protected readonly ways: readonly { key: keyof Rules; word: string }[] = [
    ...CHANNELS.map((channel) => ({ key: channel, word: CHANNEL_WORDS[channel] })),
    { key: 'namesProgram', word: 'Program’s name, in what is left or sent' },
  ];
  protected readonly missing = signal(false);
  /** From what held when the form was opened. */
  protected readonly said = linkedSignal<ContactRules | null, Rules>({
    source: this.current,
    computation: (rules, written) => written?.value ?? rulesOf(rules),
  });

  private readonly reason = viewChild.required<ElementRef<HTMLInputElement>>('reason');
  /** What whoever writes has seen of what others wrote. */
  private seen: string | null = null;
  private isFirst = true;
  /** One for each thing that is asked: sent again after a failure it is the same. */
  private sent: NewContactRules | null = null;

  constructor() {
    // What was written meanwhile has been told, and stands above: saved again, it is known.
    effect(() => {
      const current = this.current()?.id ?? null;
      if (this.isFirst || this.refused()?.code === 'changed-meanwhile') this.seen = current;
      this.isFirst = false;
    });
    afterNextRender({
      read: () =>
        this.reason().nativeElement.form?.querySelector<HTMLElement>('input:checked')?.focus(),
    });
  }

  protected say(key: keyof Rules, value: Permitted): void {
    this.said.update((said) => ({ ...said, [key]: value }));
  }

  protected submit(): void {
    const reason = this.reason().nativeElement.value.trim();
    this.missing.set(reason === '');
    if (reason === '') {
      this.reason().nativeElement.focus();
      return;
    }
    if (this.saving()) return;
    const asked = {
      clientId: this.clientId(),
      replaces: this.seen,
      ...this.said(),
      reason,
    };
    const isAgain =
      this.sent && JSON.stringify({ id: this.sent.id, ...asked }) === JSON.stringify(this.sent);
    if (!isAgain) this.sent = { id: crypto.randomUUID(), ...asked };
    if (this.sent) this.submitted.emit(this.sent);
  }
}

const rulesOf = (rules: ContactRules | null): Rules => ({
  phone: permitted(rules, 'phone'),
  voicemail: permitted(rules, 'voicemail'),
  text: permitted(rules, 'text'),
  letter: permitted(rules, 'letter'),
  email: permitted(rules, 'email'),
  namesProgram: rules?.namesProgram ?? 'not-recorded',
});
