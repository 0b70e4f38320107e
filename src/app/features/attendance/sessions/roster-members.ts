import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionRoster } from '#domain/attendance/session-list.contract';
import { ClientName } from '../../../ui/client-name/client-name';
import { clientNameText } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { Minutes } from '../../../ui/minutes/minutes';
import { RecordLinks } from '../../../ui/source-record/record-links';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { statusWord } from '../../../ui/status-mark/status-word';

type Member = SessionRoster['members'][number];

/** Clients of a session, each with status, minutes and records; what contradicts is said. */
@Component({
  selector: 'app-roster-members',
  imports: [ClientName, Minutes, RecordLinks, RouterLink, StatusMark],
  template: `
    <ul aria-label="Clients">
      @for (member of members(); track member.recordId + member.clientId) {
        <li>
          @if (member.mine) {
            <a
              class="name"
              [routerLink]="['/clients', member.clientId]"
              [queryParams]="{ session: null }"
              queryParamsHandling="merge"
              ><app-client-name [client]="member"
            /></a>
          } @else {
            <span class="name"><app-client-name [client]="member" /></span>
          }
          <span class="status" [class.unknown]="isUnknown(member)"
            ><app-status-mark [status]="member.status" />{{ word(member.status) }}</span
          >
          <app-minutes [session]="member" />
          <app-record-links
            [recordId]="member.recordId"
            [encounterId]="member.encounterId"
            [of]="nameOf(member)"
          />
          @if (member.contradictory) {
            <p class="unknown">
              Contradictory at the source: the booking says cancelled or missed, the encounter says
              present. Counted by the encounter.
            </p>
          }
        </li>
      } @empty {
        <li>Nobody is booked.</li>
      }
    </ul>
  `,
  styles: `
    ul {
      border-top: 1px solid var(--tl-line-strong);
    }
    li {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 12px;
      align-items: center;
      padding: 5px 0;
      border-bottom: 1px solid var(--tl-line);
      break-inside: avoid;
    }
    .name {
      display: inline-flex;
      align-items: center;
      min-height: 24px;
      justify-self: start;
      font-weight: 500;
    }
    a.name {
      text-decoration: underline;
      text-decoration-color: var(--tl-line-strong);
      text-underline-offset: 3px;
    }
    .status {
      display: inline-flex;
      align-items: center;
      justify-self: end;
      gap: 6px;
    }
    app-record-links {
      justify-self: end;
      font: var(--tl-label);
    }
    app-minutes {
      font: var(--tl-label);
    }
    p {
      grid-column: 1 / -1;
      font: var(--tl-label);
    }
    @media (pointer: coarse) {
      .name {
        min-height: 44px;
      }
    }
  `,
})
export class RosterMembers {
  readonly members = input.required<readonly Member[]>();

  protected readonly word = statusWord;
  private readonly initialsOnly = inject(InitialsOnly);

  protected isUnknown({ status }: Member): boolean {
    return ['unrecorded', 'awaiting-record', 'cancelled-unknown'].includes(status);
  }

  /** As it is shown, for those who hear the links. */
  protected nameOf(member: Member): string {
    return clientNameText(member, this.initialsOnly.on());
  }
}
