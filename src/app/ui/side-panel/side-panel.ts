import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

/** Over the right of any page, with the focus in it. Esc closes; the focus returns to what opened it. */
@Component({
  selector: 'app-side-panel',
  imports: [CdkTrapFocus, Icon],
  template: `
    <div
      class="panel"
      role="dialog"
      [attr.aria-label]="name()"
      cdkTrapFocus
      [cdkTrapFocusAutoCapture]="true"
      (keydown.escape)="closed.emit()"
    >
      <div class="title">
        <h2>{{ name() }}</h2>
        <button type="button" aria-label="Close" title="Close (Esc)" (click)="closed.emit()">
          <app-icon name="close" />
        </button>
      </div>
      <ng-content />
    </div>
  `,
  styleUrl: './side-panel.css',
})
export class SidePanel {
  readonly name = input.required<string>();
  readonly closed = output();
}
