import { Component, computed, input } from '@angular/core';
import { ATTENDED } from '#domain/attendance/attendance-status';
import { addDays, localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { countOf } from './count-of';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';

/** Community and peer meetings of a week, as the client told it; peer sessions here, as the record has them. */
@Component({
  selector: 'app-meetings',
  imports: [EntrySection],
  template: `
    <app-entry-section
      kind="meetings"
      heading="Meetings a week"
      none="Nobody has asked yet."
      act="Record meetings"
      send="Record meetings"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <p class="label sub">{{ here() }}</p>
      <ng-template #row let-entry>
        Week of {{ day(entry.says.week) }}: {{ words(entry.says.community, 'community') }},
        {{ words(entry.says.peer, 'peer') }}
      </ng-template>
      <ng-template #fields>
        <label for="meetings-week">Week</label>
        <select id="meetings-week" name="week">
          @for (week of weeks(); track week) {
            <option [value]="week">of {{ day(week) }}</option>
          }
        </select>
        <label for="meetings-community"
          >Community meetings <span class="sub">(optional)</span></label
        >
        <input
          id="meetings-community"
          name="community"
          type="number"
          inputmode="numeric"
          min="0"
          max="99"
        />
        <label for="meetings-peer"
          >Peer meetings elsewhere <span class="sub">(optional)</span></label
        >
        <input id="meetings-peer" name="peer" type="number" inputmode="numeric" min="0" max="99" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class MeetingList {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  private readonly monday = computed(() => {
    const { asOf, timeZone } = this.client();
    return localTime(Date.parse(asOf), timeZone).monday;
  });
  protected readonly weeks = computed(() => [addDays(this.monday(), -7), this.monday()]);
  /** The source tells of sessions with the program's own peer specialist alone. */
  protected readonly here = computed(() => {
    const { sessions, timeZone } = this.client();
    const [last, now] = this.weeks().map(
      (week) =>
        sessions.filter(
          ({ kind, status, startsAt }) =>
            kind === 'peer' &&
            (ATTENDED as readonly string[]).includes(status) &&
            localTime(Date.parse(startsAt), timeZone).monday === week,
        ).length,
    );
    return `Peer sessions here, by the record: ${last} last week, ${now} this week`;
  });

  protected words(count: number | null, what: string): string {
    return count === null ? `${what} not asked` : `${count} ${what}`;
  }

  protected readonly read = (form: FormData): SaysOf<'meetings'> | string => {
    const [community, peer] = [countOf(typed(form, 'community')), countOf(typed(form, 'peer'))];
    if (community === null && peer === null) return 'Say how many of one kind: 0 is none.';
    return { week: typed(form, 'week'), community, peer };
  };
}
