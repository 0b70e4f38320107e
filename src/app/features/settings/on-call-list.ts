import { Component, computed, input } from '@angular/core';
import type { OnCall, OnCallSpan } from '#domain/settings/on-call.contract';
import { clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';
import { JournalList } from './journal-list';
import { OnCallForm } from './on-call-form';
import { onCallJournal } from './state/journals';

/** The rota: whom a safety task goes to that nobody acknowledged in time. */
@Component({
  selector: 'app-on-call-list',
  imports: [JournalList, OnCallForm],
  template: `
    <app-journal-list
      heading="On call"
      help="A safety task that nobody acknowledged in time goes to whoever is on call at the client’s site; where nobody is, to who supervises the client’s team. From then on they see the client’s name and the signal, nothing else of the record."
      noun="time on call"
      none="Nobody named: safety tasks go to supervisors."
      add="Name who is on call"
      [journal]="journal"
      [lines]="lines()"
      [mayWrite]="mayWrite()"
      [timeZone]="timeZone()"
    >
      @if (journal.formOpen() && journal.found(); as onCall) {
        <app-on-call-form
          [onCall]="onCall"
          [saving]="journal.saving()"
          [refused]="journal.refused()?.problem ?? null"
          (submitted)="journal.set($event)"
          (cancelled)="journal.closeForm()"
        />
      }
    </app-journal-list>
  `,
})
export class OnCallList {
  readonly mayWrite = input.required<boolean>();
  readonly timeZone = input.required<string>();

  protected readonly journal = onCallJournal();
  protected readonly lines = computed(() => {
    const found = this.journal.found();
    return (
      found &&
      found.spans.map((span) => ({
        ...span,
        what: `${span.staff.name}, ${moment(span.fromAt, span, found)} – ${moment(span.untilAt, span, found)}`,
        rest: `${where(span, found)}${standing(span, found)}`,
      }))
    );
  });
}

const moment = (instant: string, { timeZone }: OnCallSpan, { asOf }: OnCall): string =>
  `${clinicDate(instant, timeZone, asOf)}, ${clinicTime(instant, timeZone)}`;

function where({ siteId }: OnCallSpan, { sites }: OnCall): string {
  if (siteId === null) return 'every site';
  return sites.find(({ id }) => id === siteId)?.name ?? 'a site that is gone';
}

/** Which of them holds at this moment stands beside those of last week. */
function standing({ fromAt, untilAt, withdrawn }: OnCallSpan, { asOf }: OnCall): string {
  if (withdrawn) return '';
  const now = Date.parse(asOf);
  if (now < Date.parse(fromAt)) return '';
  return now < Date.parse(untilAt) ? ' · on call now' : ' · over';
}
