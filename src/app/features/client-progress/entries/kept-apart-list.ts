import { Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FoundClient } from '#domain/client-search/client-search.contract';
import { ClientChoice } from '../../../client-choice/client-choice';
import { ClientName } from '../../../ui/client-name/client-name';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';

/** Whom a client is not to meet in a session, as staff wrote it down. */
@Component({
  selector: 'app-kept-apart-list',
  imports: [ClientChoice, ClientName, EntrySection, RouterLink],
  template: `
    <app-entry-section
      kind="kept-apart"
      heading="Kept apart from"
      none="Nobody is recorded."
      act="Keep apart from somebody"
      send="Keep apart"
      written="Kept apart: neither is offered a session where the other is booked."
      stoodAlready="They are kept apart already"
      [clientId]="clientId()"
      [timeZone]="timeZone()"
      [asOf]="asOf()"
      [read]="read"
    >
      <ng-template #row let-entry>
        @if (entry.says.other; as other) {
          <a class="link" [routerLink]="['/clients', other.clientId]"
            ><app-client-name [client]="other" /></a
          >,
        } @else {
          A client outside your scope,
        }
        {{ entry.says.reason }}
      </ng-template>
      <ng-template #fields>
        <app-client-choice label="Whom" hint="one of your clients" [(client)]="other" />
        <label for="kept-apart-reason">Why</label>
        <input
          id="kept-apart-reason"
          name="reason"
          type="text"
          autocomplete="off"
          maxlength="200"
        />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
  styles: `
    app-client-choice {
      width: 100%;
    }
  `,
})
export class KeptApartList {
  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly asOf = input.required<string>();

  protected readonly other = signal<FoundClient | null>(null);

  protected readonly read = (form: FormData): SaysOf<'kept-apart'> | string => {
    const [other, reason] = [this.other(), typed(form, 'reason')];
    if (!other) return 'Choose whom.';
    if (other.clientId === this.clientId())
      return 'Nobody is kept apart from themselves. Choose somebody else.';
    return reason ? { other, reason } : 'Say why.';
  };
}
