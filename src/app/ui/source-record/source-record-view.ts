import { Component, computed, input } from '@angular/core';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import { clinicMoment } from '../clinic-time/clinic-time';

/** A record as it came from the source, every revision kept, newest first. */
@Component({
  selector: 'app-source-record-view',
  template: `
    <p class="sub">{{ record().resourceType }}, as received from {{ record().source }}</p>
    @for (revision of revisions(); track $index) {
      <section>
        <h3>
          {{ revision.title }}
          @if (revision.heldBack) {
            <span class="warn">Held back: {{ revision.heldBack }}</span>
          }
        </h3>
        <p class="label dim">Received {{ revision.received }}</p>
        <p class="label dim">Updated at the source {{ revision.updated }}</p>
        <pre tabindex="0" [attr.aria-label]="revision.title + ', as received'">{{
          revision.body
        }}</pre>
      </section>
    }
  `,
  styles: `
    section {
      margin-top: 16px;
      padding-top: 8px;
      border-top: 1px solid var(--tl-line);
    }
    pre {
      margin-top: 8px;
      padding: 8px;
      overflow: auto;
      background: var(--tl-surface-2);
      border: 1px solid var(--tl-line);
      border-radius: var(--tl-radius);
      font:
        11px/16px ui-monospace,
        monospace;
    }
  `,
})
export class SourceRecordView {
  readonly record = input.required<SourceRecord>();
  readonly timeZone = input.required<string>();

  protected readonly revisions = computed(() =>
    this.record().revisions.map(({ versionId, lastUpdated, receivedAt, heldBack, body }) => ({
      title: versionId === null ? 'Version not stated' : `Version ${versionId}`,
      received: clinicMoment(receivedAt, this.timeZone()),
      updated: lastUpdated === null ? 'not stated' : clinicMoment(lastUpdated, this.timeZone()),
      heldBack,
      body: indented(body),
    })),
  );
}

/** Laid out for reading; what is not JSON is shown as it came. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
