import { Component, computed, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { ClientEntry } from '#domain/client-progress/client-entry.contract';
import type { Barrier } from '#domain/outreach/contact.contract';
import { BARRIER_WORDS } from '#domain/outreach/contact-words';
import { accessFeature } from '../../../access/state/access.feature';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature, ofKind } from '../state/client-entries.feature';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';

/** What keeps the client away, by their own word, and whether it still does. */
@Component({
  selector: 'app-barriers',
  imports: [EntrySection],
  template: `
    <app-entry-section
      kind="barrier"
      beside="barrier-resolved"
      heading="Barriers"
      none="None is recorded."
      act="Note a barrier"
      send="Note barrier"
      [clientId]="clientId()"
      [timeZone]="timeZone()"
      [asOf]="asOf()"
      [read]="read"
    >
      <ng-template #row let-entry>
        <b>{{ named(entry) }}</b>{{ entry.says.note ? ': ' + entry.says.note : '' }}
        @if (resolution(entry.id); as resolved) {
          <span class="resolved"
            >Resolved: {{ resolved.by }}, {{ moment(resolved.at, timeZone()) }}</span
          >
          @if (mayWrite()) {
            <button class="chip" type="button" (click)="reopen(resolved)">Open again</button>
          }
        } @else if (mayWrite()) {
          <button class="chip" type="button" (click)="resolve(entry)">Resolve</button>
        }
      </ng-template>
      <ng-template #fields>
        <label for="barrier">Barrier</label>
        <select id="barrier" name="barrier">
          <option value="">Choose one</option>
          @for (choice of choices; track choice) {
            <option [value]="choice">{{ words[choice] }}</option>
          }
        </select>
        <label for="barrier-note">What was said <span class="sub">(optional)</span></label>
        <input id="barrier-note" name="note" type="text" autocomplete="off" maxlength="200" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
  styles: `
    .resolved {
      display: block;
      color: var(--tl-good);
    }
    .chip {
      margin: 2px 6px 2px 0;
    }
  `,
})
export class BarrierList {
  private readonly store = inject(Store);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  private readonly standing = this.store.selectSignal(clientEntriesFeature.selectStanding);

  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly asOf = input.required<string>();

  protected readonly words = BARRIER_WORDS;
  protected readonly choices = Object.keys(BARRIER_WORDS) as Barrier[];
  protected readonly moment = clinicMoment;
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });
  private readonly resolutions = computed(
    () =>
      new Map(
        (this.standing() ?? [])
          .filter(ofKind('barrier-resolved'))
          .map((entry) => [entry.says.of, entry]),
      ),
  );

  protected named({ says }: ClientEntry<'barrier'>): string {
    return BARRIER_WORDS[says.barrier];
  }

  protected resolution(id: string): ClientEntry<'barrier-resolved'> | undefined {
    return this.resolutions().get(id);
  }

  protected resolve({ id }: ClientEntry<'barrier'>): void {
    this.store.dispatch(
      ClientEntriesActions.submitted({
        clientId: this.clientId(),
        entry: {
          id: crypto.randomUUID(),
          kind: 'barrier-resolved',
          says: { of: id, how: null },
        },
        by: this.me()?.name ?? '',
        at: this.asOf(),
      }),
    );
  }

  protected reopen(entry: ClientEntry<'barrier-resolved'>): void {
    this.store.dispatch(ClientEntriesActions.withdrawClicked({ clientId: this.clientId(), entry }));
  }

  protected readonly read = (form: FormData): SaysOf<'barrier'> | string => {
    const barrier = typed(form, 'barrier');
    if (!barrier) return 'Choose what keeps the client away.';
    return { barrier: barrier as Barrier, note: typed(form, 'note') || null };
  };
}
