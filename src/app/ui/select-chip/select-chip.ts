import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

export interface Choice {
  value: string;
  label: string;
}

/** A filter as 'Name value ▾': the platform's own list, which every keyboard and reader knows. */
@Component({
  selector: 'app-select-chip',
  imports: [Icon],
  template: `
    <label class="chip" [class.on]="all() !== null && value() !== ''">
      <span class="name">{{ label() }}</span>
      <span aria-hidden="true">{{ chosen() }}</span>
      <app-icon name="down" />
      <select [value]="value()" (change)="changed.emit(select.value)" #select>
        @if (all() !== null) {
          <option value="">{{ all() }}</option>
        }
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === value()">
            {{ choice.label }}
          </option>
        }
      </select>
    </label>
  `,
  styles: `
    .chip {
      position: relative;
    }
    .chip:focus-within {
      outline: var(--tl-focus);
      outline-offset: 2px;
    }
    .name {
      color: var(--tl-ink-3);
    }
    .on .name {
      color: inherit;
    }
    app-icon {
      width: 12px;
      height: 12px;
      color: var(--tl-ink-3);
    }
    select {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    option {
      color: CanvasText;
      background: Canvas;
    }
  `,
})
export class SelectChip {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = input.required<string>();
  /** What stands for no choice; `null` where one is always made. */
  readonly all = input<string | null>('All');
  readonly changed = output<string>();

  protected readonly chosen = computed(
    () => this.choices().find(({ value }) => value === this.value())?.label ?? this.all(),
  );
}
