import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { PrintButton } from '../../../ui/print/print-button';
import { disclosurePage } from '../disclosures/disclosure-page';
import { DisclosuresBefore } from '../disclosures/disclosures-before';
import { CourtReportForm } from './court-report-form';
import { CourtReportSheet } from './court-report-sheet';

/** What a court is told, for paper: under its own consent, and accounted for first. */
@Component({
  selector: 'app-court-report-page',
  imports: [
    CourtReportForm,
    CourtReportSheet,
    DisclosuresBefore,
    FailedNotice,
    LoadingLines,
    NotInScope,
    PrintButton,
    RouterLink,
  ],
  templateUrl: './court-report-page.html',
  styleUrl: '../disclosures/disclosure-page.css',
})
export class CourtReportPage {
  readonly clientId = input.required<string>();
  /** From the query string: the report that was asked for. */
  readonly duty = input<string>();

  protected readonly page = disclosurePage(this.clientId, 'Court report');
  protected readonly reports = computed(() => this.page.found()?.courtReports ?? null);
  private readonly picked = signal<string | null>(null);
  protected readonly chosen = computed(() => {
    const all = this.reports() ?? [];
    const dutyId = this.picked() ?? this.duty();
    return all.find((one) => one.dutyId === dutyId) ?? all[0] ?? null;
  });

  protected pick(dutyId: string): void {
    this.picked.set(dutyId);
  }
}
