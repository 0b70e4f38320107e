import { Component, computed, input } from '@angular/core';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';
import { SourceDiffers } from './source-differs';

/** For which day discharge is planned, as staff wrote it: it counts wherever the planned end does. */
@Component({
  selector: 'app-planned-discharges',
  imports: [EntrySection, SourceDiffers],
  template: `
    <app-entry-section
      kind="planned-discharge"
      heading="Planned discharge"
      none="Nothing is written: the record’s plan counts."
      [noneIsKnown]="true"
      act="Plan the discharge"
      send="Set the date"
      written="Written down: it counts from now on."
      [lastCounts]="true"
      [episodeId]="episodeId()"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <ng-template #row let-entry>
        <b>{{ day(entry.says.on) }}</b>: {{ entry.says.because }}
        <app-source-differs [entry]="entry" [clientId]="client().clientId" [asOf]="client().asOf" />
      </ng-template>
      <ng-template #fields>
        <label for="discharge-on">On</label>
        <input id="discharge-on" name="on" type="date" [value]="planned()" />
        <label for="discharge-because">Why</label>
        <input
          id="discharge-because"
          name="because"
          type="text"
          autocomplete="off"
          maxlength="200"
        />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class PlannedDischarges {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  protected readonly episodeId = computed(() => this.client().line?.episodeId ?? null);
  protected readonly planned = computed(() => this.client().way?.plannedEnd ?? '');

  protected readonly read = (form: FormData): SaysOf<'planned-discharge'> | string => {
    const [on, because] = [typed(form, 'on'), typed(form, 'because')];
    if (!on) return 'Choose a day.';
    return because ? { on, because } : 'Say why.';
  };
}
