import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Roster } from '#domain/attendance/roster.contract';
import { ClientName } from '../../ui/client-name/client-name';
import { clinicTime } from '../../ui/clinic-time/clinic-time';
import { StatusMark } from '../../ui/status-mark/status-mark';
import { statusWord } from '../../ui/status-mark/status-word';

/** One session with everyone who is expected, and what is recorded of each. */
@Component({
  selector: 'app-roster-card',
  imports: [ClientName, RouterLink, StatusMark],
  template: `
    <h2>
      <span class="number">{{ start() }}–{{ end() }}</span> {{ roster().service }}
      @if (roster().unmarked) {
        <span class="unknown">not marked yet</span>
      }
    </h2>
    <p class="label dim">{{ where() }}</p>
    <ul>
      @for (member of roster().members; track member.clientId) {
        <li>
          @if (member.mine) {
            <a
              class="link"
              [routerLink]="['/clients', member.clientId]"
              queryParamsHandling="preserve"
              ><app-client-name [client]="member"
            /></a>
          } @else {
            <app-client-name [client]="member" />
          }
          <span class="status"
            ><app-status-mark [status]="member.status" />{{ word(member.status) }}</span
          >
        </li>
      } @empty {
        <li class="sub">Nobody is booked.</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin-top: 6px;
      border-top: 1px solid var(--tl-line-strong);
    }
    li {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: 12px;
      min-height: var(--tl-row);
      border-bottom: 1px solid var(--tl-line);
    }
    .status {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--tl-ink-2);
    }
    a {
      font-weight: 500;
      color: var(--tl-ink);
    }
    h2 .unknown {
      margin-left: 6px;
      font-weight: 500;
    }
  `,
})
export class RosterCard {
  readonly roster = input.required<Roster>();

  protected readonly word = statusWord;
  protected readonly start = computed(() =>
    clinicTime(this.roster().startsAt, this.roster().timeZone),
  );
  protected readonly end = computed(() => clinicTime(this.roster().endsAt, this.roster().timeZone));
  protected readonly where = computed(() => {
    const { site, members } = this.roster();
    const away = members.filter(({ status }) => NOT_EXPECTED.includes(status)).length;
    return [site, `${members.length - away} expected`, away && `${away} not expected`]
      .filter(Boolean)
      .join(' · ');
  });
}

/** Of whom it is known before that they do not come. */
const NOT_EXPECTED: readonly string[] = [
  'excused',
  'client-cancelled',
  'cancelled-unknown',
  'program-cancelled',
  'on-hold',
  'waitlist',
];
