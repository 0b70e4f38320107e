import { Component, input, output } from '@angular/core';

/** One of a few, with what must be known before it is chosen. */
export interface ChipOption<T extends string | null> {
  value: T;
  word: string;
  note?: string;
  /** The note says no. */
  forbids?: boolean;
}

/** One of a few answers, each in sight. What is optional is taken back by choosing it again. */
@Component({
  selector: 'app-chip-choice',
  template: `
    <fieldset>
      <legend>
        {{ legend() }}
        @if (optional()) {
          <span class="dim">optional</span>
        }
      </legend>
      @for (option of options(); track option.value) {
        <label class="chip" [class.on]="option.value === chosen()">
          <input
            class="visually-hidden"
            [type]="optional() ? 'checkbox' : 'radio'"
            [name]="name()"
            [value]="option.value ?? ''"
            [checked]="option.value === chosen()"
            (change)="choose(option.value)"
          /><span>{{ option.word }}</span>
          @if (option.note) {
            &ngsp;<span class="note" [class.forbids]="option.forbids">{{ option.note }}</span>
          }
        </label>
      }
    </fieldset>
  `,
  styleUrl: './chip-choice.css',
})
export class ChipChoice<T extends string | null> {
  readonly legend = input.required<string>();
  readonly name = input.required<string>();
  readonly options = input.required<readonly ChipOption<T>[]>();
  readonly chosen = input.required<T | null>();
  readonly optional = input(false);
  /** `null` where what is optional was taken back: there `T` has it. */
  readonly changed = output<T>();

  protected choose(value: T): void {
    this.changed.emit(this.optional() && value === this.chosen() ? (null as T) : value);
  }
}
