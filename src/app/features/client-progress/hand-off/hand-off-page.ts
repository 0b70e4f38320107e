import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { localTime } from '#domain/calendar/calendar-day';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { PrintButton } from '../../../ui/print/print-button';
import { disclosurePage } from '../disclosures/disclosure-page';
import { DisclosuresBefore } from '../disclosures/disclosures-before';
import { HandOffForm, type HandOffSent } from './hand-off-form';
import { HandOffSheet } from './hand-off-sheet';

/** What whoever treats next is told, for paper: under a consent that names them, and accounted for first. */
@Component({
  selector: 'app-hand-off-page',
  imports: [
    DisclosuresBefore,
    FailedNotice,
    HandOffForm,
    HandOffSheet,
    LoadingLines,
    NotInScope,
    PrintButton,
    RouterLink,
  ],
  templateUrl: './hand-off-page.html',
  styleUrl: '../disclosures/disclosure-page.css',
})
export class HandOffPage {
  readonly clientId = input.required<string>();

  protected readonly page = disclosurePage(this.clientId, 'Hand-off sheet');
  protected readonly handOff = computed(() => this.page.found()?.handOff ?? null);
  private readonly picked = signal<string | null>(null);
  /** Who was picked, else who may be told, where the client goes before anybody else. */
  protected readonly chosen = computed(() => {
    const all = this.handOff()?.recipients ?? [];
    const name = this.page.written()?.recipient ?? this.picked();
    return (
      all.find((one) => one.name === name) ??
      all.find(({ refusal }) => refusal === null) ??
      all[0] ??
      null
    );
  });
  private readonly today = computed(() => {
    const client = this.page.client();
    return client ? localTime(Date.parse(client.asOf), client.timeZone).day : '';
  });
  protected readonly todayInWords = computed(() =>
    this.today() ? calendarDate(this.today()) : '',
  );

  protected pick(name: string): void {
    this.picked.set(name);
  }

  protected submit({ disclosure, summarySent }: HandOffSent): void {
    const { episodeId = null, steps = [] } = this.handOff() ?? {};
    const before = steps.find(({ milestone }) => milestone === 'summary-sent');
    this.page.submit(
      disclosure,
      summarySent && episodeId
        ? {
            id: crypto.randomUUID(),
            kind: 'aftercare-milestone',
            says: {
              ...{ milestone: 'summary-sent', status: 'done', on: this.today() },
              ...{ destination: disclosure.recipient, toldBy: null, note: null },
            },
            episodeId,
            seen: before?.entryId ?? null,
          }
        : null,
    );
  }
}
