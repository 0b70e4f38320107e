import { Component, computed, input } from '@angular/core';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { GroupWeeks } from '../../../ui/group-weeks/group-weeks';
import { presentInWords, type WeekOfGroup } from '../../../ui/group-weeks/weeks-drawing';

/** The weeks of a group as they are drawn, and as a table. */
@Component({
  selector: 'app-group-week-table',
  imports: [GroupWeeks],
  template: `
    <h3>Week by week</h3>
    <app-group-weeks [weeks]="weeks()" [capacity]="capacity()" />
    <details>
      <summary>As a table</summary>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col" class="right">Enrolled</th>
            <th scope="col" class="right">Sessions held</th>
            <th scope="col" class="right">Present at one</th>
          </tr>
        </thead>
        <tbody>
          @for (week of rows(); track week.day) {
            <tr>
              <td>{{ week.day }}</td>
              <td class="right number">{{ week.enrolled }}</td>
              <td class="right number">{{ week.held }}</td>
              <td class="right number" [class.dim]="week.held === 0">{{ week.present }}</td>
            </tr>
          }
        </tbody>
      </table>
    </details>
  `,
  styles: `
    :host {
      display: block;
      padding-top: 12px;
    }
    app-group-weeks {
      display: block;
      padding: 8px 0 4px;
    }
    summary {
      min-height: 24px;
      color: var(--tl-accent);
      cursor: pointer;
    }
  `,
})
export class GroupWeekTable {
  readonly weeks = input.required<readonly WeekOfGroup[]>();
  readonly capacity = input.required<number | null>();

  /** Newest first, as in every list. */
  protected readonly rows = computed(() =>
    this.weeks()
      .toReversed()
      .map((week) => ({
        ...week,
        day: calendarDay(week.week),
        present: presentInWords(week),
      })),
  );
}
