import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { relationshipInWords } from '#domain/client-progress/relationship';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';

/** Who stands by the client, whether they may be told anything, and family sessions. */
@Component({
  selector: 'app-support-list',
  imports: [RouterLink],
  template: `
    <h2>Support</h2>
    <ul>
      @for (person of people(); track person.recordId) {
        <li>
          <a
            [routerLink]="[]"
            [queryParams]="{ record: person.recordId }"
            queryParamsHandling="merge"
            >{{ person.name }}</a
          >
          <span [class.unknown]="!person.allowed">{{ person.consent }}</span>
        </li>
      } @empty {
        <li class="unknown">Nobody is recorded.</li>
      }
      <li>
        <span>Family sessions</span><span>{{ family() }}</span>
      </li>
      @if (mutualHelp(); as help) {
        <li>
          <span>Mutual help, 30 days before admission</span><span>{{ help }}</span>
        </li>
      }
    </ul>
    @if (notices().length > 0) {
      <h2 class="next">Standing notes</h2>
      <ul>
        @for (notice of notices(); track notice.recordId) {
          <li>
            <a
              [routerLink]="[]"
              [queryParams]="{ record: notice.recordId }"
              queryParamsHandling="merge"
              >{{ notice.words }}</a
            >
            <span class="dim">{{ notice.category }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    li {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding: 3px 0;
    }
    a {
      min-height: 24px;
    }
    .next {
      margin-top: 12px;
    }
  `,
})
export class SupportList {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly client = input.required<ClientProgress>();

  protected readonly people = computed(() =>
    this.client().background.supportPeople.map(
      ({ givenName, familyName, relationship, consent, recordId }) => ({
        recordId,
        // Names of support people go with the client's.
        name: this.initialsOnly.on()
          ? relationship
            ? relationshipInWords(relationship)
            : 'a support person'
          : `${givenName} ${familyName}${relationship ? `, ${relationshipInWords(relationship)}` : ''}`,
        allowed: consent !== null,
        consent: consent
          ? `consent${consent.until ? ` to ${this.day(consent.until)}` : ', no end'}`
          : 'no consent recorded',
      }),
    ),
  );
  protected readonly notices = computed(() => this.client().background.notices);
  protected readonly family = computed(() => {
    const { sessions, asOf } = this.client();
    const ofFamily = sessions.filter(({ kind }) => kind === 'family');
    const attended = ofFamily.filter(({ status }) => status.startsWith('attended')).length;
    const next = ofFamily.findLast(
      ({ status, startsAt }) => status === 'scheduled' && startsAt > asOf,
    );
    return `${attended} attended, ${next ? `next ${this.at(next.startsAt)}` : 'none booked'}`;
  });
  protected readonly mutualHelp = computed(() =>
    this.client()
      .background.answers.find(({ question }) => question === 'SELF_HELP_ATTENDANCE')
      ?.words.join(', '),
  );

  private day(day: string): string {
    return clinicDate(`${day}T12:00:00Z`, 'UTC', this.client().asOf);
  }
  private at(instant: string): string {
    return clinicDate(instant, this.client().timeZone, this.client().asOf);
  }
}
