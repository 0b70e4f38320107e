import { Component, computed, input, output } from '@angular/core';
import type { NewsKind } from '#domain/caseload/brief.contract';
import type { CaseloadLine, Flag } from '#domain/caseload/caseload.contract';
import { Icon } from '../../ui/icon/icon';
import { type Choice, SelectChip } from '../../ui/select-chip/select-chip';
import type { Arrangement } from './arrange-lines';
import { FLAG_WORDS } from '#domain/caseload/flag-words';
import { NEWS_WORDS } from './news-kinds';

/** Narrows the list: by program, reason and, out of the address, by name or record number. */
@Component({
  selector: 'app-caseload-filters',
  imports: [Icon, SelectChip],
  template: `
    <label class="search">
      <app-icon name="search" />
      <span class="visually-hidden">Narrow the list by name or record number</span>
      <input
        #search
        type="search"
        placeholder="In this list"
        autocomplete="off"
        [value]="arrangement().text"
        (input)="searched.emit(search.value)"
      />
    </label>
    @if (programs().length > 1) {
      <app-select-chip
        label="Program"
        [choices]="programs()"
        [value]="arrangement().program"
        (changed)="narrowed.emit({ programName: $event })"
      />
    }
    <app-select-chip
      label="Reason"
      all="Any"
      [choices]="reasons()"
      [value]="arrangement().reason"
      (changed)="narrowed.emit({ reason: $event })"
    />
    @if (arrangement().news) {
      <button class="chip on" type="button" (click)="narrowed.emit({ news: '' })">
        New: {{ newsWords() }} <app-icon name="close" />
        <span class="visually-hidden">Show all again</span>
      </button>
    }
    @if (arrangement().sort) {
      <button class="chip on" type="button" (click)="narrowed.emit({ sort: '' })">
        Back to groups
      </button>
    }
  `,
  styleUrl: './caseload-filters.css',
})
export class CaseloadFilters {
  readonly lines = input.required<readonly CaseloadLine[]>();
  readonly arrangement = input.required<Arrangement>();
  /** Query parameters that changed; empty takes one out of the address. */
  readonly narrowed = output<Record<string, string>>();
  readonly searched = output<string>();

  protected readonly newsWords = computed(
    () => NEWS_WORDS[this.arrangement().news as NewsKind] ?? '',
  );
  protected readonly programs = computed(() => choicesOf(this.lines().map((line) => line.program)));
  protected readonly reasons = computed(() => {
    const rules = this.lines().flatMap(({ flags }) => flags.map(({ rule }) => rule));
    return choicesOf(rules).map(({ value }) => ({
      value,
      label: FLAG_WORDS[value as Flag['rule']],
    }));
  });
}

const choicesOf = (values: readonly (string | null)[]): Choice[] =>
  [...new Set(values)]
    .filter((value) => value !== null)
    .toSorted()
    .map((value) => ({ value, label: value }));
