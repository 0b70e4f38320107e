import { Component, effect, inject, input, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { CaseNoteList } from './case-note-list';
import { KeptApartList } from './kept-apart-list';

/** Everything that staff write on a client's page, read at once. */
@Component({
  selector: 'app-client-entries',
  imports: [CaseNoteList, FailedNotice, KeptApartList],
  template: `
    @if (problem(); as problem) {
      <app-failed-notice what="What staff wrote here" [problem]="problem" (retry)="retry()" />
    }
    <app-case-notes [clientId]="id()" [timeZone]="client().timeZone" [asOf]="client().asOf" />
    <app-kept-apart-list [clientId]="id()" [timeZone]="client().timeZone" [asOf]="client().asOf" />
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class ClientEntriesParts {
  private readonly store = inject(Store);

  readonly client = input.required<ClientProgress>();
  /** Of the page: the client may be read again under it. */
  readonly id = input.required<string>();

  protected readonly problem = this.store.selectSignal(clientEntriesFeature.selectProblem);

  constructor() {
    effect(() => {
      const clientId = this.id();
      untracked(() => this.store.dispatch(ClientEntriesActions.shown({ clientId })));
    });
  }

  protected retry(): void {
    this.store.dispatch(ClientEntriesActions.retryClicked());
  }
}
