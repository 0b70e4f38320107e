import { Component, computed, inject, input } from '@angular/core';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type {
  ClientDisclosures,
  Disclosure,
  Recipient,
} from '#domain/disclosures/disclosure.contract';
import { clientNameText } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { DisclosureNotice } from '../disclosures/disclosure-notice';
import { identityFacts } from '../disclosures/identity-facts';
import { Ledger } from '../disclosures/ledger';
import { SheetHead } from '../disclosures/sheet-head';
import { handOffParts } from './hand-off-parts';

/** What whoever treats next is told, under the consent that names them. Case notes and counseling notes are never on it. */
@Component({
  selector: 'app-hand-off-sheet',
  imports: [DisclosureNotice, Ledger, SheetHead],
  template: `
    <app-sheet-head title="Hand-off sheet" [name]="name()" [facts]="facts()" />
    <app-ledger [parts]="parts()" />
    @if (recipient().consent; as consent) {
      <app-disclosure-notice
        [consent]="consent"
        [asOf]="client().asOf"
        [recipient]="recipient().name"
      />
    }
  `,
})
export class HandOffSheet {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly client = input.required<ClientProgress>();
  readonly handOff = input.required<ClientDisclosures['handOff']>();
  readonly recipient = input.required<Recipient>();
  /** Where it was recorded to go to; `null` while it was not. */
  readonly written = input.required<Disclosure | null>();

  protected readonly name = computed(() => clientNameText(this.client(), this.initialsOnly.on()));
  protected readonly facts = computed(() => {
    const client = this.client();
    const { line, episodes, timeZone, asOf } = client;
    const written = this.written();
    const stay = episodes[0];
    const counselor = line?.counselor?.name ?? stay?.counselor;
    const from = [
      line?.program ?? stay?.program,
      line?.site,
      counselor && `counselor ${counselor}`,
    ];
    const to = [this.recipient().name, written?.address];
    return [
      ...identityFacts(client, this.handOff().birthDate, this.initialsOnly.on()),
      { name: 'From', value: from.filter(Boolean).join(', ') },
      { name: 'To', value: to.filter(Boolean).join(', ') },
      { name: 'Purpose', value: 'treatment' },
      { name: 'Made', value: clinicMoment(written?.at ?? asOf, timeZone) },
    ];
  });
  protected readonly parts = computed(() =>
    handOffParts(this.client(), this.handOff(), this.recipient().name, this.initialsOnly.on()),
  );
}
