import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { periodOf } from '#domain/calendar/periods';
import type { Problem } from '#domain/problem.contract';
import type { Setting, Unit } from '#domain/settings/setting';
import type {
  NewSettingValue,
  SettingEntry,
  SettingPreview,
  Settings,
  SupposedValue,
} from '#domain/settings/settings.contract';
import { isByPayer } from '#domain/settings/settings';
import { isNamed, valueInWords } from '#domain/settings/value-in-words';
import { effectiveDayProblem, valueProblem } from '#domain/settings/value-problem';
import { Icon } from '../../ui/icon/icon';
import { previewWords } from './preview-words';
import { nameOf, newestOrder, type SettingLine } from './setting-line';

/** A share is typed in percent. */
const TYPED: Record<Unit, { unit: string; factor: number }> = {
  minutes: { unit: 'minutes', factor: 1 },
  hours: { unit: 'hours', factor: 1 },
  days: { unit: 'days', factor: 1 },
  misses: { unit: 'misses', factor: 1 },
  visits: { unit: 'visits', factor: 1 },
  sessions: { unit: 'sessions', factor: 1 },
  clients: { unit: 'clients', factor: 1 },
  attempts: { unit: 'attempts', factor: 1 },
  ways: { unit: 'ways', factor: 1 },
  times: { unit: 'times', factor: 1 },
  weekday: { unit: '', factor: 1 },
  'payer-unit': { unit: '', factor: 1 },
  'yes-no': { unit: '', factor: 1 },
  'follow-up-owner': { unit: '', factor: 1 },
  hour: { unit: 'o’clock, of 24', factor: 1 },
  place: { unit: '0 for none', factor: 1 },
  share: { unit: '%', factor: 100 },
};

/** A new value, from which day, for whom; and what it would flag, before it is saved. */
@Component({
  selector: 'app-setting-form',
  imports: [Icon, MatButton],
  templateUrl: './setting-form.html',
  styleUrl: './setting-form.css',
})
export class SettingForm {
  readonly line = input.required<SettingLine>();
  readonly settings = input.required<Settings>();
  readonly preview = input.required<SettingPreview | null>();
  readonly counting = input.required<boolean>();
  readonly notCounted = input.required<Problem | null>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly supposed = output<SupposedValue | null>();
  readonly submitted = output<NewSettingValue>();
  readonly cancelled = output();

  protected readonly nameOf = nameOf;
  protected readonly typed = computed(() => TYPED[this.line().setting.unit]);
  protected readonly least = computed(() => this.inTyped(this.line().setting.least));
  protected readonly most = computed(() => this.inTyped(this.line().setting.most));
  protected readonly choices = computed(() => choicesOf(this.line().setting));
  protected readonly byPayer = computed(() => isByPayer(this.line().id));
  protected readonly payerHelp = computed(() =>
    this.settings().payers.length === 0
      ? 'No coverage in the record names a payer'
      : 'A payer’s own value stands before everybody’s',
  );
  protected readonly valueError = signal('');
  protected readonly dayError = signal('');
  protected readonly words = computed(() => {
    const preview = this.preview();
    return preview && previewWords(preview, this.settings().today);
  });

  private readonly value =
    viewChild.required<ElementRef<HTMLInputElement | HTMLSelectElement>>('value');
  private readonly day = viewChild.required<ElementRef<HTMLInputElement>>('day');
  private readonly payer = viewChild<ElementRef<HTMLSelectElement>>('payer');
  private readonly program = viewChild<ElementRef<HTMLSelectElement>>('program');
  /** What whoever writes has seen of what others set. */
  private seen: readonly SettingEntry[] = [];
  /** One for each thing that is asked: sent again after a failure it is the same. */
  private sent: NewSettingValue | null = null;

  constructor() {
    afterNextRender({
      // Once: what is written is not taken back when a new day begins.
      write: () => {
        this.seen = this.settings().entries;
        this.day().nativeElement.value = periodOf(this.settings().today, 'week').until;
      },
      read: () => this.value().nativeElement.focus(),
    });
    // What was set meanwhile has been told: saved again, it is known.
    effect(() => {
      const { entries } = this.settings();
      if (this.refused()?.code === 'changed-meanwhile') this.seen = entries;
    });
  }

  protected typing(): void {
    const asked = this.asked();
    this.valueError.set('');
    this.dayError.set('');
    const isSet = this.value().nativeElement.value !== '';
    this.supposed.emit(isSet && !this.problems(asked).some(Boolean) ? asked : null);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const asked = this.asked();
    const [ofValue, ofDay] = this.problems(asked);
    this.valueError.set(ofValue);
    this.dayError.set(ofDay);
    if (ofValue || ofDay) {
      (ofValue ? this.value() : this.day()).nativeElement.focus();
      return;
    }
    const basedOn = newestOrder(this.seen, asked);
    const isAgain =
      this.sent &&
      JSON.stringify({ ...this.sent, ...asked, basedOn }) === JSON.stringify(this.sent);
    if (!isAgain) this.sent = { id: crypto.randomUUID(), ...asked, basedOn };
    if (this.sent) this.submitted.emit(this.sent);
  }

  private asked(): SupposedValue {
    const typed = this.value().nativeElement.value;
    return {
      setting: this.line().id,
      programId: this.program()?.nativeElement.value || null,
      payer: this.payer()?.nativeElement.value || null,
      effectiveOn: this.day().nativeElement.value,
      value: typed === '' ? NaN : Number(typed) / this.typed().factor,
    };
  }

  private problems({ value, effectiveOn }: SupposedValue): [value: string, day: string] {
    return [
      valueProblem(this.line().setting, value),
      effectiveDayProblem(effectiveOn, this.settings().today),
    ];
  }

  private inTyped(value: number): number {
    return Math.round(value * this.typed().factor);
  }
}

/** Values with names; `null` where the value is typed. */
function choicesOf({ unit, least, most }: Setting): { value: number; words: string }[] | null {
  if (!isNamed(unit)) return null;
  return Array.from({ length: most - least + 1 }, (_, index) => least + index).map((value) => ({
    value,
    words: valueInWords(value, unit),
  }));
}
