import { Component, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { ClientEntry, NewClientEntry } from '#domain/client-progress/client-entry.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature } from '../state/client-entries.feature';

/** The record says something else by now: what staff wrote counts until somebody has looked. */
@Component({
  selector: 'app-source-differs',
  template: `
    @if (entry().sourceSays; as words) {
      <p class="differs">
        <b>The record has changed:</b> it says {{ words }}. What is written here counts.
      </p>
      @if (mayWrite) {
        <div class="acts">
          <button class="chip" type="button" (click)="keep()">Keep ours</button>
          <button class="chip" type="button" (click)="follow()">Follow the record</button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .differs {
      margin: 4px 0;
      color: var(--tl-warn);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 4px;
    }
  `,
})
export class SourceDiffers {
  private readonly store = inject(Store);
  private readonly me = this.store.selectSignal(accessFeature.selectMe)();
  private readonly standing = this.store.selectSignal(clientEntriesFeature.selectStanding);
  protected readonly mayWrite = this.me !== null && mayDo(this.me.role, 'outreach:write');

  readonly clientId = input.required<string>();
  readonly asOf = input.required<string>();
  readonly entry = input.required<ClientEntry>();

  /** Written once more, it is based on what the record says now. */
  protected keep(): void {
    const { kind, says, episodeId, id } = this.entry();
    const entry = { id: crypto.randomUUID(), kind, says, episodeId, seen: id } as NewClientEntry;
    this.store.dispatch(
      ClientEntriesActions.submitted({
        clientId: this.clientId(),
        entry,
        by: this.me?.name ?? '',
        at: this.asOf(),
      }),
    );
  }

  /** With those that stood before it: each would count again, against the record. */
  protected follow(): void {
    const { kind, episodeId } = this.entry();
    const own = (this.standing() ?? []).filter(
      (entry) => entry.kind === kind && entry.episodeId === episodeId,
    );
    for (const entry of own)
      this.store.dispatch(
        ClientEntriesActions.withdrawClicked({ clientId: this.clientId(), entry }),
      );
  }
}
