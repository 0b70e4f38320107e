import { Component, input } from '@angular/core';
import { EntrySection } from './entry-section';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { typed } from './typed';

/** What is to be talked about at the case review. */
@Component({
  selector: 'app-case-notes',
  imports: [EntrySection],
  template: `
    <app-entry-section
      kind="case-note"
      heading="For the case review"
      none="Nothing is noted."
      act="Note for the case review"
      send="Note it"
      written="Noted for the case review."
      [clientId]="clientId()"
      [timeZone]="timeZone()"
      [asOf]="asOf()"
      [read]="read"
    >
      <ng-template #row let-entry>{{ entry.says.words }}</ng-template>
      <ng-template #fields>
        <label for="case-note">What is to be talked about</label>
        <textarea id="case-note" name="words" rows="3" maxlength="500"></textarea>
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
})
export class CaseNoteList {
  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly asOf = input.required<string>();

  protected readonly read = (form: FormData): SaysOf<'case-note'> | string => {
    const words = typed(form, 'words');
    return words ? { words } : 'Write what is to be talked about.';
  };
}
