import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientOutreach, Contact } from '#domain/outreach/contact.contract';
import {
  BARRIER_WORDS,
  MODE_WORDS,
  OUTREACH_WORDS,
  RESULT_WORDS,
} from '#domain/outreach/contact-words';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { calendarDay, clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';
import { personOf } from './person-of';

/** Whether somebody reached out after each miss, and every contact that was logged. */
@Component({
  selector: 'app-contact-log',
  imports: [RouterLink],
  template: `
    <h3>Was outreach made after each miss?</h3>
    <ul>
      @for (miss of misses(); track miss.recordId) {
        <li>
          {{ miss.what }}
          <span [class.warn]="miss.owed">{{ miss.state }}</span>&ngsp;
          <a
            class="link label"
            [routerLink]="[]"
            [queryParams]="{ record: miss.recordId }"
            queryParamsHandling="merge"
            [attr.aria-label]="'Record: ' + miss.what"
            >Record</a
          >
        </li>
      } @empty {
        <li class="sub">No session of this episode was missed.</li>
      }
    </ul>
    <h3>Contacts</h3>
    <ul>
      @for (contact of contacts(); track contact.id) {
        <li>
          <span class="number">{{ contact.when }}</span> {{ contact.what }}
          @if (mayWrite()) {
            <button
              class="chip"
              type="button"
              [attr.aria-label]="'Correct: ' + contact.when + ', ' + contact.what"
              (click)="correct.emit(contact.entry)"
            >
              Correct
            </button>
          }
          <span class="label sub">{{ contact.more }}</span>
          @for (earlier of contact.before; track $index) {
            <span class="label dim">before: {{ earlier }}</span>
          }
        </li>
      } @empty {
        <li class="sub">None logged here yet.</li>
      }
    </ul>
  `,
  styles: `
    h3 {
      margin-top: 20px;
      padding-bottom: 2px;
      border-bottom: 1px solid var(--tl-line);
    }
    li {
      padding: 4px 0;
    }
    li > .label:not(a) {
      display: block;
    }
    a {
      display: inline-block;
      min-height: 24px;
    }
  `,
})
export class ContactLog {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly outreach = input.required<ClientOutreach>();
  readonly mayWrite = input.required<boolean>();
  readonly correct = output<Contact>();

  protected readonly misses = computed(() => {
    const { misses, timeZone, asOf } = this.outreach();
    return misses.map(({ recordId, startsAt, service, status, state, dueAt, sameDay }) => ({
      recordId,
      what: `${status === 'no-show' ? 'No-show' : 'Late cancel'} ${clinicDate(startsAt, timeZone, asOf)}, ${service}:`,
      state:
        state === 'open'
          ? `still open, due ${clinicDate(dueAt, timeZone, asOf)}, ${clinicTime(dueAt, timeZone)}`
          : `${OUTREACH_WORDS[state]}${sameDay ? ', the same day' : ''}`,
      owed: state === 'open' || state === 'not-made',
    }));
  });

  protected readonly contacts = computed(() => {
    const { contacts, support, timeZone, asOf } = this.outreach();
    const whom = ({ withSupport, askedFirst }: Written) => {
      if (!withSupport) return '';
      const person = support.find(({ recordId }) => recordId === withSupport);
      const name = person
        ? personOf(person, this.initialsOnly.on()).name
        : 'somebody no longer recorded';
      return `with ${name}${askedFirst ? ', the client was asked first' : ''}`;
    };
    const when = (at: string) => `${clinicDate(at, timeZone, asOf)}, ${clinicTime(at, timeZone)}`;
    return contacts.map((entry) => ({
      entry,
      id: entry.id,
      when: when(entry.at),
      what: whatOf(entry),
      more: [whom(entry), moreOf(entry), entry.madeBy].filter(Boolean).join(' · '),
      before: entry.before.map((earlier) =>
        [`${when(earlier.at)}, ${whatOf(earlier)}`, whom(earlier), moreOf(earlier), earlier.madeBy]
          .filter(Boolean)
          .join(' · '),
      ),
    }));
  });
}

type Written = Pick<
  Contact,
  'mode' | 'result' | 'barrier' | 'nextStep' | 'nextStepOn' | 'withSupport' | 'askedFirst'
>;

const whatOf = ({ mode, result }: Written): string =>
  `${MODE_WORDS[mode]}: ${RESULT_WORDS[result].toLowerCase()}`;

function moreOf({ barrier, nextStep, nextStepOn }: Written): string {
  const next = [nextStep, nextStepOn && calendarDay(nextStepOn)].filter(Boolean).join(', ');
  const more = [
    barrier && `barrier: ${BARRIER_WORDS[barrier].toLowerCase()}`,
    next && `next: ${next}`,
  ];
  return more.filter(Boolean).join(' · ');
}
