import { Component, computed, input } from '@angular/core';
import type { SiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import { ClosureForm } from './closure-form';
import { dayWords } from './day-words';
import { JournalList } from './journal-list';
import { closuresJournal } from './state/journals';

/** Days on which sites are closed, as it was set here: what is missing from a trend is explained by them. */
@Component({
  selector: 'app-closure-list',
  imports: [ClosureForm, JournalList],
  template: `
    <app-journal-list
      heading="Closures"
      help="Said beside the points of a trend. Days on which the schedule itself shows a site closed are found without being set, and said apart."
      noun="closure"
      none="None set."
      add="Add a closure"
      [journal]="journal"
      [lines]="lines()"
      [mayWrite]="mayWrite()"
      [timeZone]="timeZone()"
    >
      @if (journal.formOpen() && journal.found(); as closures) {
        <app-closure-form
          [closures]="closures"
          [saving]="journal.saving()"
          [refused]="journal.refused()?.problem ?? null"
          (submitted)="journal.set($event)"
          (cancelled)="journal.closeForm()"
        />
      }
    </app-journal-list>
  `,
})
export class ClosureList {
  readonly mayWrite = input.required<boolean>();
  readonly timeZone = input.required<string>();

  protected readonly journal = closuresJournal();
  protected readonly lines = computed(() => {
    const found = this.journal.found();
    return (
      found &&
      found.closures.map((closure) => ({
        ...closure,
        what: days(closure, found),
        rest: `${where(closure, found)}: ${closure.words}`,
      }))
    );
  });
}

function days({ firstDay, lastDay }: SiteClosure, { today }: SiteClosures): string {
  const first = dayWords(firstDay, today);
  return firstDay === lastDay ? first : `${first} – ${dayWords(lastDay, today)}`;
}

function where({ siteId }: SiteClosure, { sites }: SiteClosures): string {
  if (siteId === null) return 'every site';
  return sites.find(({ id }) => id === siteId)?.name ?? 'a site that is gone';
}
