import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  effect,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon';

/** What a row opens, beside the page or, on narrower screens, over it. The page closes it on Esc. */
@Component({
  selector: 'app-detail-panel',
  imports: [Icon],
  host: { role: 'dialog', '[attr.aria-label]': 'name()' },
  template: `
    <div class="title">
      <h2 #heading tabindex="-1">{{ name() }}</h2>
      <button type="button" aria-label="Close" title="Close (Esc)" (click)="closed.emit()">
        <app-icon name="close" />
      </button>
    </div>
    <ng-content />
  `,
  styleUrl: './detail-panel.css',
})
export class DetailPanel {
  readonly name = input.required<string>();
  /** Which one is open: the focus goes into the panel for each. */
  readonly of = input.required<string>();
  readonly closed = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly injector = inject(Injector);

  constructor() {
    effect(() => {
      this.of();
      const focus = () => this.heading().nativeElement.focus({ preventScroll: true });
      afterNextRender({ read: focus }, { injector: this.injector });
    });
  }
}
