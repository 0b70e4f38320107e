import { Component, computed, inject, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { relationshipInWords } from '#domain/client-progress/relationship';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { calendarDate, calendarDay } from '../../../ui/clinic-time/clinic-time';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';

/** Who took part in family sessions, whether they may be told anything, and when the next one is. */
@Component({
  selector: 'app-family-sessions',
  imports: [EntrySection],
  template: `
    <app-entry-section
      kind="family-session"
      heading="Family sessions"
      none="Nothing is recorded."
      act="Record who took part"
      send="Record family session"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <ng-template #row let-entry>
        {{ day(entry.says.on) }}:
        @for (person of named(entry.says.tookPart); track person.recordId) {
          {{ person.name }} (<span [class.unknown]="!person.allowed">{{ person.consent }}</span
          >){{ $last ? '' : ', ' }}
        }
        {{ entry.says.others }}
        <span class="label next">{{
          entry.says.next ? 'next ' + day(entry.says.next) : 'no next one agreed'
        }}</span>
      </ng-template>
      <ng-template #fields>
        <label for="family-on">On</label>
        <select id="family-on" name="on">
          @for (on of days(); track on) {
            <option [value]="on">{{ day(on) }}</option>
          }
        </select>
        @if (people().length > 0) {
          <fieldset>
            <legend>Took part</legend>
            @for (person of people(); track person.recordId) {
              <label class="check"
                ><input type="checkbox" name="tookPart" [value]="person.recordId" />
                <span
                  >{{ person.name }},
                  <span [class.unknown]="!person.allowed">{{ person.consent }}</span></span
                ></label
              >
            }
          </fieldset>
        }
        <label for="family-others">Anybody else <span class="sub">(optional)</span></label>
        <input id="family-others" name="others" type="text" autocomplete="off" maxlength="200" />
        <label for="family-next">Next one <span class="sub">(optional)</span></label>
        <input id="family-next" name="next" type="date" />
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    .check {
      display: flex;
      gap: 6px;
      align-items: start;
      min-height: 24px;
      font: var(--tl-dense);
    }
    .check input {
      flex: none;
      width: auto;
      height: auto;
      margin-top: 4px;
    }
    .next {
      display: block;
    }
  `,
})
export class FamilySessionList {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  protected readonly people = computed(() =>
    this.client().background.supportPeople.map(
      ({ recordId, givenName, familyName, relationship, consent }) => ({
        recordId,
        // Names of support people go with the client's.
        name: this.initialsOnly.on()
          ? relationship
            ? relationshipInWords(relationship)
            : 'a support person'
          : `${givenName} ${familyName}`,
        allowed: consent !== null,
        consent: consent
          ? `consent${consent.until ? ` to ${calendarDate(consent.until)}` : ', no end'}`
          : 'no consent recorded',
      }),
    ),
  );
  /** Today, and the days of family sessions that the record has. */
  protected readonly days = computed(() => {
    const { asOf, timeZone, sessions } = this.client();
    const of = (instant: string) => localTime(Date.parse(instant), timeZone).day;
    const held = sessions
      .filter(({ kind, startsAt }) => kind === 'family' && startsAt <= asOf)
      .map(({ startsAt }) => of(startsAt));
    return [...new Set([of(asOf), ...held])];
  });

  protected named(recordIds: readonly string[]) {
    const gone = {
      name: 'somebody no longer recorded',
      allowed: false,
      consent: 'no consent recorded',
    };
    return recordIds.map(
      (recordId) =>
        this.people().find((person) => person.recordId === recordId) ?? { recordId, ...gone },
    );
  }

  protected readonly read = (form: FormData): SaysOf<'family-session'> | string => {
    const tookPart = form.getAll('tookPart').filter((id) => typeof id === 'string');
    const others = typed(form, 'others') || null;
    if (tookPart.length === 0 && !others) return 'Say who took part.';
    return { on: typed(form, 'on'), tookPart, others, next: typed(form, 'next') || null };
  };
}
