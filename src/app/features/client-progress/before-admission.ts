import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttendanceStatus } from '#domain/attendance/attendance-status';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { statusWord } from '../../ui/status-mark/status-word';
import { StatusMark } from '../../ui/status-mark/status-mark';
import { clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';

/** Of somebody who was never admitted: that they asked for help, and what has come of it. */
@Component({
  selector: 'app-before-admission',
  imports: [RouterLink, StatusMark],
  template: `
    <h2>From the request on</h2>
    <ol>
      @if (client().request; as request) {
        <li>
          <span class="number day">{{ request.on ? day(request.on) : 'day not recorded' }}</span>
          <span
            ><b>Asked for help</b>
            @if (request.by) {
              &ngsp;<span class="sub">{{ request.by }}</span>
            }
          </span>
          <a
            class="link"
            [routerLink]="[]"
            [queryParams]="{ record: request.recordId }"
            queryParamsHandling="merge"
            aria-label="Record of the request"
            >Record</a
          >
        </li>
      } @else {
        <li class="unknown">No request is recorded.</li>
      }
      @for (session of sessions(); track session.recordId) {
        <li>
          <span class="number day">{{ session.when }}</span>
          <span
            ><b>{{ session.service }}</b
            >&ngsp; <app-status-mark [status]="session.status" />
            {{ session.word }}
            @if (session.facilitator) {
              <span class="sub">{{ session.facilitator }}</span>
            }
          </span>
          <a
            class="link"
            [routerLink]="[]"
            [queryParams]="{ record: session.recordId }"
            queryParamsHandling="merge"
            [attr.aria-label]="'Record of ' + session.when"
            >Record</a
          >
        </li>
      } @empty {
        <li class="unknown">No session is recorded or booked.</li>
      }
    </ol>
    <p class="sub">Hours, measures and the plan begin with the admission.</p>
  `,
  styles: `
    :host {
      display: block;
      padding: 8px 0 4px;
    }
    ol {
      margin: 4px 0 10px;
      padding: 0 0 0 14px;
      border-left: 2px solid var(--tl-accent);
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(96px, 170px) minmax(0, 1fr) auto;
      gap: 2px 16px;
      align-items: baseline;
      padding: 6px 0;
    }
    .day {
      color: var(--tl-ink-2);
    }
    .link {
      display: inline-block;
      min-height: 24px;
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .day {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class BeforeAdmission {
  readonly client = input.required<ClientProgress>();

  protected readonly sessions = computed(() => {
    const { sessions, timeZone, asOf } = this.client();
    return sessions
      .map(({ startsAt, status, ...session }) => ({
        ...session,
        status: status as AttendanceStatus,
        word: statusWord(status),
        when: `${clinicDate(startsAt, timeZone, asOf)}, ${clinicTime(startsAt, timeZone)}`,
      }))
      .reverse();
  });

  protected day(day: string): string {
    return clinicDate(`${day}T12:00:00Z`, 'UTC', this.client().asOf);
  }
}
