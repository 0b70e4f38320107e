import { Component, computed, input } from '@angular/core';

/** An icon of the sprite. Says nothing by itself: the word stands beside it or on its button. */
@Component({
  selector: 'app-icon',
  template: `
    <svg [attr.viewBox]="viewBox()" aria-hidden="true">
      <use [attr.href]="'#icon-' + name()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 16px;
      height: 16px;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<string>();
  protected readonly viewBox = computed(() =>
    this.name() === 'brand' ? '0 0 22 16' : '0 0 16 16',
  );
}
