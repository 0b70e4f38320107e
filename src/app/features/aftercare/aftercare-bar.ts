import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { Aftercare, AftercareConcern } from '#domain/aftercare/aftercare.contract';
import { accessFeature } from '../../access/state/access.feature';
import { type FilterChip, FilterChips } from '../../ui/filter-chips/filter-chips';
import { PrintButton } from '../../ui/print/print-button';
import { type Choice, SelectChip } from '../../ui/select-chip/select-chip';
import { readsBoard, viewShown, viewsFor } from './aftercare-views';
import type { AftercareAddress } from './aftercare-address';

const CONCERNS: readonly { concern: AftercareConcern; word: string }[] = [
  { concern: 'unbooked', word: 'Leaving without a date' },
  { concern: 'missed', word: 'First appointment missed' },
  { concern: 'late', word: 'Late' },
];

/** Board or list, then whose: every choice is in the address. */
@Component({
  selector: 'app-aftercare-bar',
  imports: [FilterChips, PrintButton, RouterLink, SelectChip],
  templateUrl: './aftercare-bar.html',
  styleUrl: './aftercare-bar.css',
})
export class AftercareBar {
  readonly address = input.required<AftercareAddress>();
  readonly found = input.required<Aftercare | null>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<AftercareAddress>();

  /** Rates of whole programs are not for everybody. */
  protected readonly comparesPrograms = computed(() => {
    const me = this.me();
    return !!me && mayDo(me.role, 'caseload:aggregate');
  });
  protected readonly views = computed(() => viewsFor(this.me()));
  protected readonly shown = computed(() => viewShown(this.address()['view'], this.me())?.view);
  protected readonly concerns = computed((): FilterChip[] => {
    const summary = this.found()?.summary;
    return CONCERNS.map(({ concern, word }) => ({
      value: concern,
      word,
      count: summary?.[concern] ?? null,
    }));
  });
  /** Where nobody is to leave, nothing is booked. */
  protected readonly isOfBoard = computed(() => this.shown() === null || this.shown() === 'list');
  protected readonly lists = computed(() => {
    if (!readsBoard(this.me())) return [];
    const choices = this.found()?.choices;
    const named = (all: readonly { id: string; name: string }[] = []): Choice[] =>
      all.map(({ id, name }) => ({ value: id, label: name }));
    const to = (choices?.destinations ?? []).map((name) => ({ value: name, label: name }));
    const counselor = {
      ...{ name: 'counselor', label: 'Counselor', choices: named(choices?.counselors) },
    };
    const destination = { name: 'destination', label: 'Destination', choices: to };
    return (this.isOfBoard() ? [counselor, destination] : [counselor]).map((list) => ({
      ...list,
      value: this.address()[list.name] ?? '',
    }));
  });

  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  protected narrow(name: string, value: string): void {
    this.changed.emit({ [name]: value });
  }
}
