import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { Transitions } from '#domain/aftercare/transitions.contract';
import { accessFeature } from '../../../access/state/access.feature';
import type { Days } from '../../../period/periods';
import { TrendPeriod } from '../../../period/trend-period';
import { type Choice, SelectChip } from '../../../ui/select-chip/select-chip';
import type { AftercareAddress } from '../aftercare-address';
import { viewsFor } from '../aftercare-views';

/** The views of aftercare, then which days. */
@Component({
  selector: 'app-transitions-bar',
  imports: [RouterLink, SelectChip, TrendPeriod],
  template: `
    <nav aria-label="Aftercare">
      @for (one of views(); track one.word) {
        <a routerLink="/aftercare" [queryParams]="{ view: one.view }">{{ one.word }}</a>
      }
      <a [routerLink]="[]" queryParamsHandling="preserve" class="on" aria-current="page"
        >Transitions</a
      >
    </nav>
    <app-trend-period
      [days]="asked()"
      [shown]="days()"
      [today]="today()"
      first="52-weeks"
      (changed)="changed.emit({ from: $event.from, to: $event.to })"
    />
    <app-select-chip
      label="Program"
      [choices]="programs()"
      [value]="program()"
      (changed)="changed.emit({ program: $event })"
    />
    @for (one of narrowed(); track one.name) {
      <button
        class="chip on"
        type="button"
        [attr.aria-label]="'All, not only ' + one.word"
        (click)="widen(one.name)"
      >
        {{ one.word }} ×
      </button>
    }
    <ng-content />
  `,
  styleUrl: '../aftercare-bar.css',
})
export class TransitionsBar {
  readonly address = input.required<AftercareAddress>();
  readonly days = input.required<Days>();
  readonly today = input.required<string>();
  /** `null` until they have come. */
  readonly choices = input.required<Transitions['choices'] | null>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<AftercareAddress>();

  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);
  protected readonly views = computed(() => viewsFor(this.me()));
  protected readonly asked = computed((): Partial<Days> => {
    const { from, to } = this.address();
    return { ...(from && { from }), ...(to && { to }) };
  });
  protected readonly program = computed(() => this.address()['program'] ?? '');
  /** What is chosen stays among them, also while they are not there. */
  protected readonly programs = computed((): Choice[] => {
    const program = this.program();
    const known = (this.choices()?.programs ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
    }));
    const isKnown = !program || known.some(({ value }) => value === program);
    return isKnown ? known : [{ value: program, label: 'One' }, ...known];
  });
  protected readonly narrowed = computed(() =>
    NARROWED.flatMap(({ name, word }) => {
      const value = this.address()[name];
      return value ? [{ name, word: word(value) }] : [];
    }),
  );

  protected widen(name: string): void {
    this.changed.emit({ [name]: '' });
  }
}

const NARROWED: readonly { name: string; word: (value: string) => string }[] = [
  { name: 'level', word: (level) => `Level ${level}` },
  { name: 'destination', word: (to) => to },
];
