import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import type { ChangedView, SavedPage, SavedView } from '#domain/settings/saved-view.contract';
import { SavedViewsActions } from './saved-views.actions';
import { savedViewsFeature } from './saved-views.feature';

const LONGEST = 60;
/** Opened over a page, or of a moment: no part of how it is looked at. */
const NOT_KEPT = ['record', 'after', 'session', 'group', 'contact', 'since'];

/** Saved views of a page and those beside it: one's own, to change as well, and what colleagues share. */
@Component({
  selector: 'app-saved-view-list',
  imports: [MatButton],
  templateUrl: './saved-view-list.html',
  styleUrl: './saved-view-list.css',
})
export class SavedViewList {
  private readonly store = inject(Store);
  private readonly router = inject(Router);

  readonly page = input.required<SavedPage>();
  readonly chosen = output();

  protected readonly longest = LONGEST;
  private readonly allViews = this.store.selectSignal(savedViewsFeature.selectViews);
  protected readonly views = computed(() => {
    const [place] = this.page().split('/');
    return this.allViews().filter(({ page }) => page.split('/')[0] === place);
  });
  protected readonly status = this.store.selectSignal(savedViewsFeature.selectStatus);
  protected readonly saving = this.store.selectSignal(savedViewsFeature.selectSaving);
  protected readonly problem = this.store.selectSignal(savedViewsFeature.selectProblem);
  protected readonly deleted = this.store.selectSignal(savedViewsFeature.selectDeleted);
  protected readonly saved = this.store.selectSignal(savedViewsFeature.selectSaved);
  /** The one that is being given another name. */
  protected readonly renamed = signal<string | null>(null);
  protected readonly typed = signal('');
  protected readonly shared = signal(false);
  protected readonly missing = signal(false);
  protected readonly failure = computed(() => {
    const found = this.problem();
    if (!found || found.act === 'loaded') return '';
    const what = found.act === 'deleted' ? 'It is still there.' : 'What you wrote is still here.';
    return `The view could not be ${found.act}. ${found.problem.message} ${what}`;
  });

  constructor() {
    effect(() => {
      if (this.saved()) this.typed.set('');
    });
    effect(() => {
      // Its new name is in the list: nothing is being renamed any more.
      this.views();
      this.renamed.set(null);
    });
  }

  protected retry(): void {
    this.store.dispatch(SavedViewsActions.retryClicked());
  }

  protected show({ page, query }: SavedView): void {
    this.chosen.emit();
    void this.router.navigateByUrl(query ? `/${page}?${query}` : `/${page}`);
  }

  protected save(): void {
    const name = this.typed().trim();
    this.missing.set(!name);
    if (!name) return;
    const view = { page: this.page(), name, query: this.shownQuery(), shared: this.shared() };
    this.store.dispatch(SavedViewsActions.saveClicked({ view }));
  }

  protected rename(view: SavedView, name: string): void {
    const wanted = name.trim();
    if (wanted) this.change(view, { name: wanted, shared: view.shared });
  }

  protected share(view: SavedView): void {
    this.change(view, { name: view.name, shared: !view.shared });
  }

  protected remove(view: SavedView): void {
    this.store.dispatch(SavedViewsActions.deleteClicked({ view }));
  }

  protected undo({ page, name, query, shared }: SavedView): void {
    this.store.dispatch(SavedViewsActions.saveClicked({ view: { page, name, query, shared } }));
  }

  private change(view: SavedView, changed: ChangedView): void {
    this.store.dispatch(SavedViewsActions.changeClicked({ view, changed }));
  }

  /** The address after its '?', as the page has it. */
  private shownQuery(): string {
    const address = this.router.parseUrl(this.router.url);
    for (const name of NOT_KEPT) delete address.queryParams[name];
    return this.router.serializeUrl(address).split('?')[1] ?? '';
  }
}
