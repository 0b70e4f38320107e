import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** To the records that a client's place in a session came from: the booking, and what proves it. */
@Component({
  selector: 'app-record-links',
  imports: [RouterLink],
  template: `
    <a
      class="link"
      [routerLink]="[]"
      [queryParams]="{ record: recordId() }"
      queryParamsHandling="merge"
      [attr.aria-label]="word() + ' of ' + of()"
      >{{ word() }}</a
    >
    @if (encounter(); as encounterId) {
      &ngsp;<a
        class="link"
        [routerLink]="[]"
        [queryParams]="{ record: encounterId }"
        queryParamsHandling="merge"
        [attr.aria-label]="'Encounter of ' + of()"
        >Encounter</a
      >
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 10px;
    }
    .link {
      display: inline-flex;
      align-items: center;
      min-height: 24px;
    }
    @media (pointer: coarse) {
      .link {
        min-height: 44px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class RecordLinks {
  readonly recordId = input.required<string>();
  readonly encounterId = input.required<string | null>();
  /** What kind of record, where several stand side by side. */
  readonly word = input('Record');
  /** Whose, or when: links of one word are many on a page. */
  readonly of = input.required<string>();

  /** Of a walk-in the encounter is all there is. */
  protected readonly encounter = computed(() =>
    this.encounterId() === this.recordId() ? null : this.encounterId(),
  );
}
