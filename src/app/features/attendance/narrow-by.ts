import { Component, computed, inject, input, output } from '@angular/core';
import { Store } from '@ngrx/store';
import { type Choice, SelectChip } from '../../ui/select-chip/select-chip';
import { KINDS } from './kind-word';
import type { SessionAddress } from './session-address';
import { sessionChoicesFeature } from './state/session-choices.feature';

/** What sessions are narrowed to by a list. */
export type NarrowedBy = 'program' | 'kind' | 'track' | 'level';

/** Lists that narrow a page to a program, a kind of session, a track or a level of care. */
@Component({
  selector: 'app-narrow-by',
  imports: [SelectChip],
  template: `
    @for (filter of filters(); track filter.name) {
      <app-select-chip
        [label]="filter.label"
        [choices]="filter.choices"
        [value]="filter.value"
        (changed)="narrow(filter.name, $event)"
      />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class NarrowBy {
  readonly names = input.required<readonly NarrowedBy[]>();
  readonly address = input.required<SessionAddress>();
  /** Levels of care that occur on the page: no list is kept of them. */
  readonly levels = input<readonly string[]>([]);
  /** Query parameters that changed; empty takes one out of the address. */
  readonly changed = output<SessionAddress>();

  protected readonly filters = computed(() => {
    const address = this.address();
    return this.names()
      .map((name) => {
        const value = address[name] ?? '';
        return { name, value, label: LABELS[name], choices: withChosen(this.offered(name), value) };
      })
      .filter(({ choices, value }) => value || choices.length > 1);
  });

  private readonly choices = inject(Store).selectSignal(sessionChoicesFeature.selectChoices);
  /** Of the site that the page is narrowed to. */
  private readonly programs = computed(() => {
    const site = this.address()['site'];
    return (this.choices()?.programs ?? []).filter(({ siteId }) => !site || siteId === site);
  });

  protected narrow(name: NarrowedBy, value: string): void {
    this.changed.emit({ [name]: value });
  }

  private offered(name: NarrowedBy): Choice[] {
    switch (name) {
      case 'program':
        return this.programs().map((program) => ({ value: program.id, label: program.name }));
      case 'kind':
        return KINDS;
      case 'track':
        return asTheyAre(this.programs().flatMap(({ track }) => (track === null ? [] : [track])));
      case 'level':
        return asTheyAre(this.levels());
    }
  }
}

const LABELS: Readonly<Record<NarrowedBy, string>> = {
  program: 'Program',
  kind: 'Kind',
  track: 'Track',
  level: 'Level of care',
};

const asTheyAre = (values: readonly string[]): Choice[] =>
  [...new Set(values)].sort().map((value) => ({ value, label: value }));

/** What is chosen stays among the choices, also while they are not there, or no longer. */
function withChosen(choices: Choice[], value: string): Choice[] {
  if (!value || choices.some((choice) => choice.value === value)) return choices;
  // An id says nothing to anybody.
  const label = value.length > 20 ? 'One' : value;
  return [{ value, label }, ...choices];
}
