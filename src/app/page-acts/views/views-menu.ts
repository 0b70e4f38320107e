import { Component, inject, input, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import type { SavedPage } from '#domain/settings/saved-view.contract';
import { Icon } from '../../ui/icon/icon';
import { Popover } from '../../ui/popover/popover';
import { SavedViewsActions } from './saved-views.actions';
import { SavedViewList } from './saved-view-list';

/** Pages as this person looks at them, by name. */
@Component({
  selector: 'app-views-menu',
  imports: [Icon, Popover, SavedViewList],
  template: `
    <button
      #trigger
      class="chip"
      type="button"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="toggle()"
    >
      <app-icon name="views" />Views
    </button>
    @if (open()) {
      @defer (on immediate) {
        <app-popover [origin]="trigger" label="Saved views" (closed)="open.set(false)">
          <app-saved-view-list [page]="page()" (chosen)="open.set(false)" />
        </app-popover>
      }
    }
  `,
  styleUrl: '../acts.css',
})
export class ViewsMenu {
  private readonly store = inject(Store);

  readonly page = input.required<SavedPage>();

  protected readonly open = signal(false);

  protected toggle(): void {
    this.open.update((open) => !open);
    if (this.open()) this.store.dispatch(SavedViewsActions.menuOpened());
  }
}
