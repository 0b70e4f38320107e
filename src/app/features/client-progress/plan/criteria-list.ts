import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Criterion } from '#domain/client-progress/plan.contract';

const STATES: Readonly<Record<Criterion['state'], string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-enough-records': 'Not enough records',
};

/** What the records say of each criterion for what comes next. Somebody decides; this list does not. */
@Component({
  selector: 'app-criteria-list',
  imports: [RouterLink],
  template: `
    <h2>
      {{ heading() }}
      @if (!title()) {
        <span class="label dim">{{ met() }} of {{ criteria().length }} met on record</span>
      }
    </h2>
    <ul>
      @for (criterion of criteria(); track criterion.id) {
        <li>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            @switch (criterion.state) {
              @case ('met') {
                <path class="line-good" stroke-width="1.8" d="m1.5 6.5 3 3 6-7" />
              }
              @case ('not-met') {
                <circle class="line-quiet" stroke-width="1.3" cx="6" cy="6" r="4.2" />
              }
              @default {
                <circle class="hatch-unrecorded" cx="6" cy="6" r="4.2" />
              }
            }
          </svg>
          <span>
            <span class="visually-hidden">{{ states[criterion.state] }}: </span
            >{{ criterion.words }}
            <span class="evidence" [class.unknown]="criterion.state === 'not-enough-records'">
              {{ criterion.evidence }}
              @for (recordId of criterion.recordIds.slice(0, 1); track recordId) {
                <a
                  class="link"
                  [routerLink]="[]"
                  [queryParams]="{ record: recordId }"
                  queryParamsHandling="merge"
                  [attr.aria-label]="'Record: ' + criterion.words"
                  >Record</a
                >
              }
            </span>
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      gap: 8px;
      padding: 3px 0;
    }
    svg {
      flex: none;
      margin-top: 4px;
    }
    .evidence {
      display: block;
      font: var(--tl-label);
    }
    .evidence:not(.unknown) {
      color: var(--tl-ink-3);
    }
    .link {
      display: inline-block;
      min-height: 24px;
    }
  `,
})
export class CriteriaList {
  readonly criteria = input.required<readonly Criterion[]>();
  /** What they are the criteria for: a phase by its number, or discharge after the last. */
  readonly phase = input<number | null>(null);
  /** In place of it, where they point more ways than one: how many are met then says nothing. */
  readonly title = input('');

  protected readonly states = STATES;
  protected readonly heading = computed(
    () => this.title() || (this.phase() === null ? 'For discharge' : `For phase ${this.phase()}`),
  );
  protected readonly met = computed(
    () => this.criteria().filter(({ state }) => state === 'met').length,
  );
}
