import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';
import { SourceDiffers } from './source-differs';

/** The phases of a usual program (D), where no plan says how many there are. */
const USUAL_PHASES = 3;

/** That the client moves to a phase, as staff wrote it: it counts wherever the phase does. */
@Component({
  selector: 'app-phase-moves',
  imports: [EntrySection, SourceDiffers],
  template: `
    <app-entry-section
      kind="phase"
      heading="Phase"
      none="Nothing is written: the record’s plan counts."
      [noneIsKnown]="true"
      act="Move to a phase"
      send="Move"
      written="Written down: it counts from its day on."
      [lastCounts]="true"
      [episodeId]="episodeId()"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <ng-template #row let-entry>
        <b>Phase {{ entry.says.number }}</b> from {{ day(entry.says.from) }}:
        {{ entry.says.because }}
        <app-source-differs [entry]="entry" [clientId]="client().clientId" [asOf]="client().asOf" />
      </ng-template>
      <ng-template #fields>
        <label for="phase-number">Phase</label>
        <select id="phase-number" name="number">
          @for (number of numbers(); track number) {
            <option [value]="number" [selected]="number === next()">{{ number }}</option>
          }
        </select>
        <label for="phase-from">From</label>
        <input id="phase-from" name="from" type="date" [value]="today()" />
        <label for="phase-because">Why</label>
        <input id="phase-because" name="because" type="text" autocomplete="off" maxlength="200" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class PhaseMoves {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  protected readonly episodeId = computed(() => this.client().line?.episodeId ?? null);
  protected readonly today = computed(() => {
    const { asOf, timeZone } = this.client();
    return localTime(Date.parse(asOf), timeZone).day;
  });
  protected readonly numbers = computed(() => {
    const most = this.client().line?.phase?.of ?? USUAL_PHASES;
    return Array.from({ length: Math.max(most, USUAL_PHASES) }, (_, index) => index + 1);
  });
  protected readonly next = computed(() => {
    const phase = this.client().line?.phase;
    return phase ? Math.min(phase.number + 1, phase.of) : 1;
  });

  protected readonly read = (form: FormData): SaysOf<'phase'> | string => {
    const [from, because] = [typed(form, 'from'), typed(form, 'because')];
    if (!from) return 'Choose from which day.';
    return because ? { number: Number(typed(form, 'number')), from, because } : 'Say why.';
  };
}
