import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TodaySession } from '#domain/caseload/brief.contract';
import { initialsOf, shortName } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { clinicDate, clinicTime } from '../../../ui/clinic-time/clinic-time';
import { shortService } from '../short-service';

/** The sessions that the reader leads today, with who has come; each opens its roster. */
@Component({
  selector: 'app-todays-sessions',
  imports: [RouterLink],
  template: `
    <div class="head">
      <h2>Today, {{ today() }}</h2>
      <a class="act" routerLink="/sessions-today" queryParamsHandling="preserve">{{ count() }}</a>
    </div>
    <ul class="lines">
      @for (line of lines(); track line.sessionId) {
        <li>
          <a
            class="line"
            routerLink="/attendance/sessions"
            [queryParams]="{ session: line.sessionId }"
            [class.over]="line.over"
          >
            <span class="time number">{{ line.time }}</span>&ngsp;
            <span
              ><b>{{ line.what }}</b></span
            >&ngsp;
            @if (line.telehealth) {
              <span class="label">telehealth</span>&ngsp;
            }
            <span class="who number" [class.warn]="line.unmarked">{{ line.state }}</span>
          </a>
        </li>
      } @empty {
        <li class="sub">You lead no session today.</li>
      }
    </ul>
  `,
  styleUrl: './todays-sessions.scss',
})
export class TodaysSessions {
  readonly sessions = input.required<readonly TodaySession[]>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly today = computed(() => clinicDate(this.asOf(), this.timeZone(), this.asOf()));
  protected readonly count = computed(() => {
    const { length } = this.sessions();
    return `${length} ${length === 1 ? 'session' : 'sessions'}`;
  });
  protected readonly lines = computed(() => {
    const name = this.initialsOnly.on() ? initialsOf : shortName;
    return this.sessions().map((session) => ({
      sessionId: session.sessionId,
      time: clinicTime(session.startsAt, this.timeZone()),
      what: session.client ? name(session.client) : shortService(session.service),
      telehealth: session.telehealth,
      unmarked: session.unmarked,
      over: session.endsAt <= this.asOf() && !session.unmarked,
      state: this.stateOf(session),
    }));
  });

  private readonly initialsOnly = inject(InitialsOnly);

  private stateOf({ client, expected, arrived, arrivedAt, unmarked, startsAt }: TodaySession) {
    if (unmarked) return client ? 'not marked' : `${arrived} of ${expected}, not all marked`;
    if (!client) {
      if (arrived > 0) return `${arrived} of ${expected} here`;
      return `${expected} ${expected === 1 ? 'client' : 'clients'}`;
    }
    if (arrivedAt) return `arrived ${clinicTime(arrivedAt, this.timeZone())}`;
    return startsAt > this.asOf() ? 'booked' : 'not here yet';
  }
}
