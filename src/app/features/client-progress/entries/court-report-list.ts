import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { SaysOf } from '#domain/client-progress/page-entry';
import {
  INTERVAL_WORDS,
  REPORT_INTERVALS,
  type ReportInterval,
} from '#domain/disclosures/report-duty';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';
import { EntrySection } from './entry-section';
import { typed } from './typed';

/** Which court or office is told how treatment goes, how often, and by when. */
@Component({
  selector: 'app-court-report-list',
  imports: [EntrySection, RouterLink],
  template: `
    <app-entry-section
      kind="court-report"
      heading="Court and probation reports"
      none="None is asked for, as far as staff wrote it down."
      [noneIsKnown]="true"
      act="Add a report"
      send="Add report"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <ng-template #row let-entry>
        <b>{{ entry.says.to }}</b>{{ entry.says.officer ? ', ' + entry.says.officer : '' }},
        {{ often(entry.says.every) }}, first due {{ day(entry.says.dueOn) }}.
        <a
          class="link"
          [routerLink]="['/clients', client().clientId, 'court-report']"
          [queryParams]="{ duty: entry.id }"
          >Make the report</a
        >
      </ng-template>
      <ng-template #fields>
        <label for="court-to">Court or office, as the consent names it</label>
        <input
          id="court-to"
          name="to"
          type="text"
          autocomplete="off"
          maxlength="200"
          list="court-names"
        />
        <datalist id="court-names">
          @for (name of named(); track name) {
            <option [value]="name"></option>
          }
        </datalist>
        <label for="court-officer">Officer or judge <span class="sub">(optional)</span></label>
        <input id="court-officer" name="officer" type="text" autocomplete="off" maxlength="100" />
        <label for="court-address">Address or fax <span class="sub">(optional)</span></label>
        <input id="court-address" name="address" type="text" autocomplete="off" maxlength="300" />
        <label for="court-every">How often</label>
        <select id="court-every" name="every">
          @for (one of intervals; track one) {
            <option [value]="one" [selected]="one === 'month'">{{ words[one] }}</option>
          }
        </select>
        <label for="court-due">Next one due on</label>
        <input id="court-due" name="dueOn" type="date" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class CourtReportList {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDate;
  protected readonly words = INTERVAL_WORDS;
  protected readonly intervals = REPORT_INTERVALS;
  protected readonly often = (every: ReportInterval): string => INTERVAL_WORDS[every];
  /** Whom consents in force name. */
  protected readonly named = computed(() => [
    ...new Set(this.client().background.consents.flatMap(({ to }) => to)),
  ]);

  protected readonly read = (form: FormData): SaysOf<'court-report'> | string => {
    const [to, dueOn] = [typed(form, 'to'), typed(form, 'dueOn')];
    if (!to) return 'Say which court or office.';
    if (!dueOn) return 'Choose the day by which the next one is due.';
    return {
      ...{ to, dueOn, every: typed(form, 'every') as ReportInterval },
      officer: typed(form, 'officer') || null,
      address: typed(form, 'address') || null,
    };
  };
}
