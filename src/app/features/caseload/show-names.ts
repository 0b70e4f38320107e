import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseloadCount } from '#domain/caseload/caseload.contract';
import { Popover } from '../../ui/popover/popover';

/** A step of its own before names are shown to somebody who works with counts. */
@Component({
  selector: 'app-show-names',
  imports: [MatButton, Popover],
  template: `
    <app-popover [origin]="origin()" label="Show names" (closed)="closed.emit()">
      <h3>{{ title() }}</h3>
      <p>{{ said() }} is recorded in the access log.</p>
      <button matButton="filled" type="button" (click)="confirmed.emit()">Show names</button>
      <button matButton type="button" (click)="closed.emit()">Cancel</button>
    </app-popover>
  `,
  styles: `
    p {
      margin: 4px 0 12px;
      max-width: 40ch;
    }
  `,
})
export class ShowNames {
  readonly count = input.required<CaseloadCount>();
  readonly origin = input.required<Element>();
  readonly confirmed = output();
  readonly closed = output();

  protected readonly title = computed(() =>
    [this.count().name, this.count().within].filter(Boolean).join(', '),
  );
  protected readonly said = computed(() => {
    const { active } = this.count();
    return active === 1 ? 'Showing the name of 1 client' : `Showing the names of ${active} clients`;
  });
}
