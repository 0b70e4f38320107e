import { Component, computed, input, output } from '@angular/core';
import { formatNumber } from '../figure/format-rate';
import { StatusMark } from '../status-mark/status-mark';

/** A part of what a page lists that it can be narrowed to. */
export interface FilterChip {
  value: string;
  word: string;
  /** How many it has; `null` until they are counted. */
  count: number | null;
  /** As in the rows. */
  mark?: string;
}

/** One of the parts at a time, or all of them. */
@Component({
  selector: 'app-filter-chips',
  imports: [StatusMark],
  template: `
    @for (chip of shown(); track chip.value) {
      <button
        class="chip"
        type="button"
        [class.on]="chip.on"
        [attr.aria-pressed]="chip.on"
        (click)="changed.emit(chip.on ? '' : chip.value)"
      >
        @if (chip.mark; as mark) {
          <app-status-mark [status]="mark" />
        }
        {{ chip.word }}<b class="number">{{ chip.counted }}</b>
      </button>
    }
  `,
  host: { role: 'group' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .chip {
      flex: none;
      white-space: nowrap;
    }
    /* The counts come with the rows; their room is there before. */
    b {
      min-width: 1ch;
      font-weight: 600;
    }
  `,
})
export class FilterChips {
  readonly chips = input.required<readonly FilterChip[]>();
  /** The part that is listed; any other word: all. */
  readonly chosen = input.required<string | undefined>();
  /** Empty: all of them again. */
  readonly changed = output<string>();

  protected readonly shown = computed(() =>
    this.chips().map((chip) => ({
      ...chip,
      on: chip.value === this.chosen(),
      counted: chip.count === null ? '' : formatNumber(chip.count),
    })),
  );
}
