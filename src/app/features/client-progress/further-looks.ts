import { Component, input, signal } from '@angular/core';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { AttendanceCalendar } from './calendar/attendance-calendar';
import { UsualCourse } from './usual-course/usual-course';

/** What is looked at more closely, each when it is asked for. */
@Component({
  selector: 'app-further-looks',
  imports: [AttendanceCalendar, UsualCourse],
  template: `
    <p class="acts">
      <button
        class="chip"
        type="button"
        [attr.aria-expanded]="calendar()"
        (click)="calendar.set(!calendar())"
      >
        Attendance calendar
      </button>
      @if (!shared()) {
        <button
          class="chip"
          type="button"
          [attr.aria-expanded]="compared()"
          (click)="compared.set(!compared())"
        >
          Compare with the usual course
        </button>
      }
    </p>
    @if (calendar()) {
      @defer (on immediate) {
        <app-attendance-calendar [client]="client()" [shared]="shared()" />
      }
    }
    @if (compared() && !shared()) {
      @defer (on immediate) {
        <app-usual-course [client]="client()" />
      }
    }
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-top: 12px;
    }
  `,
})
export class FurtherLooks {
  readonly client = input.required<ClientProgress>();
  /** As it is shown to the client: nobody is compared. */
  readonly shared = input(false);

  protected readonly calendar = signal(false);
  protected readonly compared = signal(false);
}
