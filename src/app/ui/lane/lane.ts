import {
  Component,
  effect,
  input,
  signal,
  type TemplateRef,
  viewChild,
  ViewContainerRef,
} from '@angular/core';

let lanes = 0;

/**
 * One lane of a strip chart: what it is, its course on the axis that all lanes share, and its figure.
 * Its name opens the same as a table; who cannot see the drawing reads its summary.
 */
@Component({
  selector: 'app-lane',
  template: `
    <div class="name">
      <h2>
        @if (table()) {
          <button
            type="button"
            [attr.aria-label]="name() + ', as a table'"
            [attr.aria-expanded]="open()"
            [attr.aria-controls]="open() ? twin : null"
            [title]="open() ? 'Close the table' : 'As a table'"
            (click)="open.set(!open())"
          >
            {{ name() }}
            <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
              <path class="line-quiet" [attr.d]="open() ? 'M1 5.5l3-3 3 3' : 'M1 2.5l3 3 3-3'" />
            </svg>
          </button>
        } @else {
          {{ name() }}
        }
      </h2>
      <span>{{ about() }}</span>
    </div>
    <div class="course" role="img" [attr.aria-label]="name() + '. ' + summary()">
      <ng-content />
    </div>
    <div class="value"><ng-content select="app-lane-value" /></div>
    @if (open()) {
      <div class="twin" [id]="twin"><ng-container #outlet /></div>
    }
  `,
  styleUrl: './lane.css',
})
export class Lane {
  readonly name = input.required<string>();
  /** What is drawn, in which unit, which way is better. */
  readonly about = input('');
  /** What the drawing shows, in a sentence or two. */
  readonly summary = input.required<string>();

  /** The same as a table, made when it is asked for. */
  readonly table = input<TemplateRef<unknown>>();

  private readonly outlet = viewChild('outlet', { read: ViewContainerRef });

  protected readonly open = signal(false);
  protected readonly twin = `lane-${(lanes += 1)}`;

  constructor() {
    effect(() => {
      const [outlet, table] = [this.outlet(), this.table()];
      if (outlet && table) outlet.createEmbeddedView(table);
    });
  }
}
