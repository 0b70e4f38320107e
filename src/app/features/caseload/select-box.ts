import { Component, input, output } from '@angular/core';
import type { Part } from './line-selection';

/** Stands in the margin beside a name or a head: selects one client, or all it stands for. */
@Component({
  selector: 'app-select-box',
  template: `
    <label>
      <input
        type="checkbox"
        [attr.aria-label]="label()"
        [attr.tabindex]="inGrid() ? -1 : null"
        [checked]="part() === 'all'"
        [indeterminate]="part() === 'some'"
        (click)="clicked.emit($event)"
      />
    </label>
  `,
  styles: `
    :host {
      position: absolute;
      z-index: 1;
      top: 50%;
      left: -28px;
      width: 26px;
      height: 26px;
      translate: 0 -50%;
      contain: strict;
    }
    label {
      display: grid;
      place-items: center;
      height: 100%;
      cursor: pointer;
    }
    input {
      width: 14px;
      height: 14px;
      margin: 0;
      accent-color: var(--tl-accent);
      cursor: pointer;
    }
    @media (max-width: 1320px) {
      :host {
        left: -25px;
      }
    }
    @media (max-width: 860px) {
      :host {
        position: static;
        display: inline-block;
        width: 24px;
        height: 24px;
        margin-left: -5px;
        vertical-align: -6px;
        translate: none;
      }
      input {
        width: 18px;
        height: 18px;
      }
    }
  `,
})
export class SelectBox {
  readonly label = input.required<string>();
  readonly part = input.required<Part>();
  /** Reached by the arrows of its grid and Space, not by Tab. */
  readonly inGrid = input(false);
  readonly clicked = output<MouseEvent>();
}
