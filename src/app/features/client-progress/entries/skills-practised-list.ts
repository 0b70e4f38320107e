import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { countOf } from './count-of';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';

/** How often the client practised coping skills between sessions, as they told it. */
@Component({
  selector: 'app-skills-practised',
  imports: [EntrySection],
  template: `
    <app-entry-section
      kind="skills-practised"
      heading="Coping skills practised"
      none="Nobody has asked yet."
      act="Record practice"
      send="Record practice"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <ng-template #row let-entry>
        <b class="number">{{ entry.says.times }}</b>
        {{ entry.says.times === 1 ? 'time' : 'times' }} since
        {{ entry.says.since ? day(entry.says.since) : 'the beginning'
        }}{{ entry.says.which ? ': ' + entry.says.which : '' }}
      </ng-template>
      <ng-template #fields>
        <label for="practice-times"
          >Times since {{ since() ? 'the session of ' + day(since()!) : 'the beginning' }}</label
        >
        <input
          id="practice-times"
          name="times"
          type="number"
          inputmode="numeric"
          min="0"
          max="99"
          step="1"
        />
        <label for="practice-which">Which <span class="sub">(optional)</span></label>
        <input id="practice-which" name="which" type="text" autocomplete="off" maxlength="200" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class SkillsPractisedList {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  /** The day of the last session that the client attended. */
  protected readonly since = computed(() => {
    const { line, timeZone } = this.client();
    return line?.lastSeenAt ? localTime(Date.parse(line.lastSeenAt), timeZone).day : null;
  });

  protected readonly read = (form: FormData): SaysOf<'skills-practised'> | string => {
    const times = countOf(typed(form, 'times'));
    if (times === null) return 'Say how often: 0 is none, 99 the most.';
    return { times, which: typed(form, 'which') || null, since: this.since() };
  };
}
