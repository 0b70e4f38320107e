import { Component, DOCUMENT, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** Opens the browser's own print; what paper looks like is the theme's affair. */
@Component({
  selector: 'app-print-button',
  imports: [Icon],
  template: `
    <button class="chip" type="button" (click)="print()">
      <app-icon name="print" />{{ word() }}
    </button>
  `,
  styles: `
    app-icon {
      width: 14px;
      height: 14px;
    }
  `,
})
export class PrintButton {
  readonly word = input('Print');

  private readonly view = inject(DOCUMENT).defaultView;

  protected print(): void {
    this.view?.print();
  }
}
