import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { EntrySection } from './entry-section';
import { typed } from './typed';

/** How the client rated the working alliance on a form: a mean, with no rule of what it amounts to. */
@Component({
  selector: 'app-alliance-list',
  imports: [EntrySection],
  template: `
    <app-entry-section
      kind="working-alliance"
      heading="Working alliance"
      none="Nobody has asked yet."
      act="Record alliance score"
      send="Record score"
      [episodeId]="episodeId()"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <p class="label sub">Rated by the client; no published rule is used</p>
      <ng-template #row let-entry>
        {{ day(entry.says.on) }}: {{ entry.says.instrument }}, mean
        <b class="number">{{ entry.says.mean.toFixed(1) }}</b> of 1 to 5
      </ng-template>
      <ng-template #fields>
        <label for="alliance-instrument">Form, e.g. WAI-SR</label>
        <input
          id="alliance-instrument"
          name="instrument"
          type="text"
          autocomplete="off"
          maxlength="40"
          [value]="lastForm()"
        />
        <label for="alliance-mean">Mean, 1.0 to 5.0</label>
        <input
          id="alliance-mean"
          name="mean"
          type="number"
          inputmode="decimal"
          min="1"
          max="5"
          step="0.1"
        />
        <label for="alliance-on">Filled in on</label>
        <input id="alliance-on" name="on" type="date" [value]="today()" [max]="today()" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class AllianceList {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  protected readonly episodeId = computed(() => this.client().line?.episodeId ?? null);
  /** Usually the same form again. */
  protected readonly lastForm = computed(() => this.client().alliance.at(-1)?.instrument ?? '');
  protected readonly today = computed(() => {
    const { asOf, timeZone } = this.client();
    return localTime(Date.parse(asOf), timeZone).day;
  });

  protected readonly read = (form: FormData): SaysOf<'working-alliance'> | string => {
    const [instrument, mean, on] = [
      typed(form, 'instrument'),
      typed(form, 'mean'),
      typed(form, 'on'),
    ];
    if (!instrument) return 'Say which form.';
    if (!/^([1-4](\.\d)?|5(\.0)?)$/.test(mean)) return 'Give the mean from 1 to 5, to one decimal.';
    return on ? { on, instrument, mean: Number(mean) } : 'Choose the day.';
  };
}
