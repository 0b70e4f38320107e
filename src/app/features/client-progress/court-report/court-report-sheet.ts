import { Component, computed, inject, input } from '@angular/core';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { CourtReport, Disclosure } from '#domain/disclosures/disclosure.contract';
import { clientNameText } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { calendarDate, clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { DisclosureNotice } from '../disclosures/disclosure-notice';
import { identityFacts } from '../disclosures/identity-facts';
import { Ledger } from '../disclosures/ledger';
import { SheetHead } from '../disclosures/sheet-head';
import { courtReportParts } from './court-report-parts';

/** What a court is told, under a consent of its own (42 CFR 2.35): never notes, never what a screen alone found. */
@Component({
  selector: 'app-court-report-sheet',
  imports: [DisclosureNotice, Ledger, SheetHead],
  template: `
    <app-sheet-head title="Report on attendance in treatment" [name]="name()" [facts]="facts()" />
    <app-ledger [parts]="parts()" />
    @if (report().consent; as consent) {
      <app-disclosure-notice [consent]="consent" [asOf]="client().asOf" [recipient]="report().to" />
    }
  `,
})
export class CourtReportSheet {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly client = input.required<ClientProgress>();
  readonly report = input.required<CourtReport>();
  readonly birthDate = input.required<string | null>();
  /** Where it was recorded to go to; `null` while it was not. */
  readonly written = input.required<Disclosure | null>();

  private readonly period = computed(() => {
    const { fromDay, toDay } = this.written() ?? {};
    const { from, until } = this.report();
    return { from: fromDay ?? from, to: toDay ?? until };
  });
  protected readonly name = computed(() => clientNameText(this.client(), this.initialsOnly.on()));
  protected readonly facts = computed(() => {
    const client = this.client();
    const { line, episodes, asOf, timeZone } = client;
    const { to, officer } = this.report();
    const { from, to: until } = this.period();
    const written = this.written();
    const program = [line?.program ?? episodes[0]?.program, line?.site].filter(Boolean).join(', ');
    return [
      ...identityFacts(client, this.birthDate(), this.initialsOnly.on()),
      { name: 'From', value: program || 'program not recorded' },
      { name: 'To', value: [to, officer, written?.address].filter(Boolean).join(', ') },
      { name: 'Of the time', value: `${calendarDate(from)} – ${calendarDate(until)}` },
      { name: 'Made', value: clinicMoment(written?.at ?? asOf, timeZone) },
    ];
  });
  protected readonly parts = computed(() => {
    const { from, to } = this.period();
    return courtReportParts(this.client(), from, to);
  });
}
